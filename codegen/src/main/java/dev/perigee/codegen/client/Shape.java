package dev.perigee.codegen.client;

import dev.perigee.schema.OutputField;
import dev.perigee.schema.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Java has for the objects that a selection set is applied to. Two that are equal have one class. */
sealed interface Shape {
    /** What the class is named after. */
    String typeName();

    /** Fields, whatever the type of the object. */
    record OneRecord(String typeName, List<Component> components) implements Shape {}

    /**
     * Fields that depend on the type of the object.
     *
     * @param common fields of all of them, and all that is known of types that are not in the schema
     */
    record Branches(String typeName, List<Component> common, List<Branch> branches) implements Shape {}

    /** Just what a fragment selects: all who do so share its class. */
    record OfFragment(String typeName, String fragment) implements Shape {}

    /** @param typeNames the objects' types, at least one */
    record Branch(String name, List<String> typeNames, List<Component> components) {}

    /**
     * A field of the response.
     *
     * @param field null of {@code __typename}
     * @param isConditional whether it may be left out
     * @param below null of a leaf
     */
    record Component(
            String responseName,
            @Nullable OutputField field,
            Type type,
            boolean isConditional,
            @Nullable Shape below) {}
}
