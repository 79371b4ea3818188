package dev.perigee.client.select;

import dev.perigee.client.Operation;
import dev.perigee.language.Field;
import dev.perigee.language.InlineFragment;
import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import dev.perigee.language.OperationType;
import dev.perigee.language.Selection;
import dev.perigee.language.SelectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is selected of an object. Generated classes extend it by a method for each field:
 *
 * <pre>{@code
 * Operation<Map<String, Object>> todos = QuerySelection.of(query -> query
 *         .todos(10, todo -> todo.id().title().owner(owner -> owner.name())));
 * }</pre>
 *
 * <p>Values of arguments are sent as variables, so that the document is the same text for all of them. For one thread.
 *
 * @param <S> the generated class
 */
public abstract class ObjectSelection<S extends ObjectSelection<S>> {
    private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    private final Variables variables;
    private final List<Selection> selections = new ArrayList<>();
    private @Nullable String alias;

    protected ObjectSelection(Variables variables) {
        this.variables = variables;
    }

    /**
     * The next field stands in the response under this name instead of its own.
     *
     * @throws IllegalArgumentException if it is no name of GraphQL
     */
    public final S as(String responseName) {
        if (!NAME.matcher(responseName).matches())
            throw new IllegalArgumentException("\"" + responseName + "\" is no name of GraphQL");
        alias = responseName;
        return self();
    }

    /** The name of the object's type, as {@code __typename}. */
    public final S typename() {
        return select("__typename", Arguments.NONE, null);
    }

    protected final S select(String field, Arguments arguments) {
        return select(field, arguments, null);
    }

    /** @param below what is selected of the field's objects, null of a leaf */
    protected final S select(String field, Arguments arguments, @Nullable ObjectSelection<?> below) {
        SelectionSet selectionSet = below == null ? null : below.selectionSet("\"" + field + "\"");
        selections.add(new Field(alias, field, variables.add(arguments), List.of(), selectionSet, Location.NONE));
        alias = null;
        return self();
    }

    /** What is selected of the objects of one type alone. */
    protected final S on(String type, ObjectSelection<?> below) {
        selections.add(new InlineFragment(
                new NamedType(type, Location.NONE), List.of(), below.selectionSet("\"" + type + "\""), Location.NONE));
        return self();
    }

    /** For what is selected below. */
    protected final Variables variables() {
        return variables;
    }

    /** Of a root type. */
    protected final Operation<Map<String, @Nullable Object>> operation(OperationType type) {
        return variables.operation(type, selectionSet("the " + type.keyword()));
    }

    private SelectionSet selectionSet(String what) {
        if (selections.isEmpty()) throw new IllegalArgumentException("Nothing is selected of " + what);
        if (alias != null) throw new IllegalArgumentException("as(\"" + alias + "\") needs a field after it");
        return new SelectionSet(selections, Location.NONE);
    }

    @SuppressWarnings("unchecked") // the one who extends this class says that it is S
    private S self() {
        return (S) this;
    }
}
