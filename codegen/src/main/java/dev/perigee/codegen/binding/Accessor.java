package dev.perigee.codegen.binding;

/**
 * A member that has the value of a field.
 *
 * @param isUnique whether no other method of the class has the name, so that {@code Todo::title} can only mean it
 */
public record Accessor(String name, Kind kind, boolean isUnique, boolean isOptional, boolean isDeprecated) {
    public enum Kind {
        METHOD,
        FIELD
    }
}
