package dev.perigee.schema;

import dev.perigee.language.EnumValue;
import dev.perigee.language.ListValue;
import dev.perigee.language.Location;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what keeps the visible part of a schema from being a schema of its own. For one face. */
final class FaceCheck {
    private final Schema schema;
    private final Visibility visibility;
    private final Set<DefinedType> types;
    private final String whose;
    private final List<SchemaProblem> problems = new ArrayList<>();

    private FaceCheck(Schema schema, Visibility visibility, Set<DefinedType> types, String whose) {
        this.schema = schema;
        this.visibility = visibility;
        this.types = types;
        this.whose = whose;
    }

    /** @param whose start of each message: for which callers */
    static List<SchemaProblem> problems(Schema schema, Visibility visibility, Set<DefinedType> types, String whose) {
        FaceCheck check = new FaceCheck(schema, visibility, types, whose);
        check.query();
        types.stream().filter(type -> !type.isBuiltIn()).forEach(check::type);
        schema.directives().stream()
                .filter(visibility::isVisible)
                .forEach(directive -> check.defaults(directive.arguments()));
        return check.problems;
    }

    private void query() {
        ObjectType query = schema.queryType();
        if (visibility.isVisible(query)) return;
        add(
                query.location(),
                "the query type " + query + " is hidden, and there must be one. Hide its fields instead.");
    }

    private void type(DefinedType type) {
        switch (type) {
            case ImplementingType implementing -> fields(implementing);
            case InputObjectType input -> {
                notEmpty(input, input.fields().stream().anyMatch(visibility::isVisible), "field");
                for (InputValue field : input.fields()) given(field, visibility.isVisible(field), input.name());
                defaults(input.fields());
            }
            case EnumType values -> notEmpty(values, values.values().stream().anyMatch(visibility::isVisible), "value");
            case UnionType union -> notEmpty(union, union.types().stream().anyMatch(types::contains), "member");
            case ScalarType scalar -> {} // nothing is in it
        }
    }

    private void notEmpty(DefinedType type, boolean hasMember, String what) {
        if (hasMember) return;
        add(type.location(), type + " is left without a " + what + ". Hide it, too, or show a " + what + " of it.");
    }

    private void fields(ImplementingType type) {
        notEmpty(type, type.fields().stream().anyMatch(field -> visibility.isVisible(type, field)), "field");
        for (OutputField field : type.fields()) {
            if (!visibility.isVisible(type, field)) continue;
            for (InputValue argument : field.arguments()) {
                given(argument, visibility.isVisible(type, field, argument), field.coordinate());
            }
            defaults(field.arguments());
        }
        for (InterfaceType implemented : type.interfaces()) {
            if (types.contains(implemented)) implementation(type, implemented);
        }
    }

    /** What must be given must be seen. */
    private void given(InputValue input, boolean isVisible, String user) {
        if (isVisible || !input.isRequired()) return;
        add(
                input.location(),
                input.coordinate() + " is hidden, but required, so that nobody could use " + user + ". Hide " + user
                        + ", too, or make it a nullable " + input.type().nullable() + ", or give it a default value.");
    }

    private void implementation(ImplementingType type, InterfaceType implemented) {
        for (OutputField declared : implemented.fields()) {
            OutputField field = type.field(declared.name());
            if (field == null || !visibility.isVisible(implemented, declared)) continue;
            if (!visibility.isVisible(type, field)) {
                differs(field.location(), field.coordinate(), declared.coordinate(), type);
                continue;
            }
            arguments(type, field, implemented, declared);
        }
    }

    private void arguments(ImplementingType type, OutputField field, InterfaceType implemented, OutputField declared) {
        for (InputValue expected : declared.arguments()) {
            InputValue argument = field.argument(expected.name());
            if (argument == null || !visibility.isVisible(implemented, declared, expected)) continue;
            if (visibility.isVisible(type, field, argument)) continue;
            differs(argument.location(), argument.coordinate(), expected.coordinate(), type);
        }
    }

    private void differs(Location location, String hidden, String visible, ImplementingType type) {
        add(
                location,
                hidden + " is hidden, but " + visible + " is not, which " + type + " implements. Hide " + visible
                        + ", too, or show " + hidden + ".");
    }

    private void defaults(List<InputValue> inputs) {
        for (InputValue input : inputs) {
            Value value = input.defaultValue();
            if (value == null || !visibility.isVisible(input)) continue;
            String hidden = hiddenIn(value, input.type());
            if (hidden == null) continue;
            add(
                    input.location(),
                    "the default value of " + input.coordinate() + " has " + hidden + ", which is hidden. Hide "
                            + input.coordinate() + ", too, or give it another default value.");
        }
    }

    /** The coordinate of the first hidden thing that a literal names, null if there is none. */
    private @Nullable String hiddenIn(Value literal, Type type) {
        return switch (literal) {
            case EnumValue name
            when type.named() instanceof EnumType values -> {
                EnumMember member = values.value(name.value());
                yield member == null || visibility.isVisible(member) ? null : member.coordinate();
            }
            case ListValue list -> firstHidden(list.values(), type);
            case ObjectValue object
            when type.named() instanceof InputObjectType input -> {
                for (ObjectField given : object.fields()) {
                    InputValue field = input.field(given.name());
                    if (field == null) continue;
                    if (!visibility.isVisible(field)) yield field.coordinate();
                    String hidden = hiddenIn(given.value(), field.type());
                    if (hidden != null) yield hidden;
                }
                yield null;
            }
            default -> null;
        };
    }

    private @Nullable String firstHidden(Collection<Value> items, Type type) {
        for (Value item : items) {
            String hidden = hiddenIn(item, type);
            if (hidden != null) return hidden;
        }
        return null;
    }

    private void add(Location location, String message) {
        problems.add(new SchemaProblem(whose + message, location == Location.NONE ? List.of() : List.of(location)));
    }
}
