package dev.perigee.schema;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The changes of one type that is in both schemas. */
final class TypeDiff {
    private final SchemaChanges changes;
    private final FieldDiff fields;
    private final InputDiff inputs;

    TypeDiff(SchemaChanges changes) {
        this.changes = changes;
        this.inputs = new InputDiff(changes);
        this.fields = new FieldDiff(changes, inputs);
    }

    void compare(DefinedType before, DefinedType after) {
        if (TypeKind.of(before) != TypeKind.of(after)) {
            changes.breaking(
                    before.name(),
                    "Type \"%s\" was %s and is %s now."
                            .formatted(
                                    before,
                                    TypeKind.of(before).described(),
                                    TypeKind.of(after).described()));
            return;
        }
        switch (before) {
            case ScalarType scalar -> specification(scalar, (ScalarType) after);
            case ImplementingType implementing -> implementing(implementing, (ImplementingType) after);
            case UnionType union -> members(union, (UnionType) after);
            case EnumType enumType -> values(enumType, (EnumType) after);
            case InputObjectType input -> inputObject(input, (InputObjectType) after);
        }
        changes.description(before.name(), before.description(), after.description());
        changes.directives(before.name(), before.appliedDirectives(), after.appliedDirectives());
    }

    private void specification(ScalarType before, ScalarType after) {
        @Nullable String from = before.specifiedByUrl();
        @Nullable String to = after.specifiedByUrl();
        if (Objects.equals(from, to)) return;
        if (from == null) {
            changes.safe(before.name(), "Scalar \"%s\" is specified by %s now.".formatted(before, to));
        } else {
            String now = to == null ? "by nothing" : "by " + to;
            String message = "Scalar \"%s\" was specified by %s and is specified %s now.";
            changes.dangerous(before.name(), message.formatted(before, from, now));
        }
    }

    private void implementing(ImplementingType before, ImplementingType after) {
        Set<String> namesBefore = names(before.interfaces());
        Set<String> namesAfter = names(after.interfaces());
        for (InterfaceType implemented : before.interfaces()) {
            if (namesAfter.contains(implemented.name())) continue;
            changes.breaking(before.name(), "Type \"%s\" no longer implements \"%s\".".formatted(before, implemented));
        }
        for (InterfaceType implemented : after.interfaces()) {
            if (namesBefore.contains(implemented.name())) continue;
            changes.dangerous(before.name(), "Type \"%s\" implements \"%s\" now.".formatted(before, implemented));
        }
        fields.compare(before, after);
    }

    private void members(UnionType before, UnionType after) {
        Set<String> namesBefore = names(before.types());
        Set<String> namesAfter = names(after.types());
        for (ObjectType member : before.types()) {
            if (namesAfter.contains(member.name())) continue;
            changes.breaking(before.name(), "\"%s\" was removed from union \"%s\".".formatted(member, before));
        }
        for (ObjectType member : after.types()) {
            if (namesBefore.contains(member.name())) continue;
            changes.dangerous(before.name(), "\"%s\" was added to union \"%s\".".formatted(member, before));
        }
    }

    /**
     * Whether all values of a type are values of the other as well: it has less nulls, or the same. So who reads the wide
     * type can read the narrow one, and what was written for the narrow one can be given to the wide one. Types of two
     * schemas are the same if they have one name.
     */
    static boolean isNarrower(Type narrow, Type wide) {
        Type given = narrow;
        Type taken = wide;
        while (true) {
            if (given instanceof NonNull) {
                given = given.nullable();
                taken = taken.nullable();
            }
            if (given instanceof ListOf givenList && taken instanceof ListOf takenList) {
                given = givenList.type();
                taken = takenList.type();
            } else {
                return given instanceof DefinedType one
                        && taken instanceof DefinedType other
                        && one.name().equals(other.name());
            }
        }
    }

    private static Set<String> names(List<? extends DefinedType> types) {
        return types.stream().map(DefinedType::name).collect(Collectors.toSet());
    }

    private void values(EnumType before, EnumType after) {
        for (EnumMember value : before.values()) {
            EnumMember now = after.value(value.name());
            if (now == null) {
                changes.breaking(value.coordinate(), "Enum value \"%s\" was removed.".formatted(value));
                continue;
            }
            changes.member(value, now);
        }
        for (EnumMember value : after.values()) {
            if (before.value(value.name()) != null) continue;
            changes.dangerous(value.coordinate(), "Enum value \"%s\" was added.".formatted(value));
        }
    }

    private void inputObject(InputObjectType before, InputObjectType after) {
        if (!before.isOneOf() && after.isOneOf()) {
            changes.breaking(before.name(), "Input object \"%s\" takes exactly one field now.".formatted(before));
        } else if (before.isOneOf() && !after.isOneOf()) {
            changes.safe(before.name(), "Input object \"%s\" takes more than one field now.".formatted(before));
        }
        inputs.compare(before.fields(), before::field, after.fields(), after::field, "Input field");
    }
}
