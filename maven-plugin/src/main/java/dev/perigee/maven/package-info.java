/** The Maven plugin: a thin shell that runs the generator in a JDK that is new enough for it. */
@NullMarked
package dev.perigee.maven;

import org.jspecify.annotations.NullMarked;
