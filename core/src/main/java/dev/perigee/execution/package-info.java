/**
 * Running operations. {@link dev.perigee.execution.Engine} is the whole surface that a server needs: a
 * {@link dev.perigee.execution.Request} in, a {@link dev.perigee.execution.Response} out. May use every other package
 * of the module.
 */
@NullMarked
package dev.perigee.execution;

import org.jspecify.annotations.NullMarked;
