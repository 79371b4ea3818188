package dev.perigee.schema;

import dev.perigee.language.Location;

/**
 * Why an input value could not be coerced.
 *
 * @param message a whole sentence that names the place in the value
 * @param path where in the value, such as {@code $post.tags[2]}
 * @param location the literal, or the definition of the variable; {@link Location#NONE} if there is none
 */
public record InputProblem(String message, String path, Location location) {}
