package dev.perigee.codegen.settings;

import org.jspecify.annotations.Nullable;

/**
 * What a scalar is in Java.
 *
 * @param type a class by its whole name
 * @param coercion a {@link dev.perigee.schema.Coercion} with a public constructor without parameters; null where Java itself
 *     says how the class is text, as for {@code java.time}
 */
public record ScalarSetting(Setting type, @Nullable Setting coercion) {}
