/**
 * Fields of a graph as calls of services: all other packages put together.
 */
@NullMarked
package dev.perigee.grpc.gateway;

import org.jspecify.annotations.NullMarked;
