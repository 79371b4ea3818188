/** The API of the mobile clients. It was there before there was a graph, too. */
@NullMarked
package dev.perigee.examples.todo.rest;

import org.jspecify.annotations.NullMarked;
