package dev.perigee.schema;

import dev.perigee.language.Directive;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A directive on a definition of the schema.
 *
 * @param arguments the coerced arguments by name, defaults applied, in the order of the directive's definition
 * @param node the directive as it is written
 */
public record AppliedDirective(String name, Map<String, @Nullable Object> arguments, Directive node) {
    public AppliedDirective {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
}
