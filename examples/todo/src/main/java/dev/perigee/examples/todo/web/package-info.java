/** The second program: the server of the web application, which knows of the service what its schema says. */
@NullMarked
package dev.perigee.examples.todo.web;

import org.jspecify.annotations.NullMarked;
