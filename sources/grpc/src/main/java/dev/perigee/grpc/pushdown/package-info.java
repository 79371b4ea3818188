/**
 * What a service is told of the selection: {@code GraphSelection}, field masks, views. Uses {@code graph}.
 */
@NullMarked
package dev.perigee.grpc.pushdown;

import org.jspecify.annotations.NullMarked;
