package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.grpc.relation.Problems.Place;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.Type;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the arguments that paths name. */
final class ArgumentSources {
    private ArgumentSources() {}

    /** Null after it has told what is wrong. @param path without {@code args} */
    static @Nullable ValueSource of(
            Declaration declaration, MessageTypes types, String path, FieldDescriptor target, Place place) {
        List<String> names = List.of(path.split("\\.", -1));
        InputValue input = declaration.field().argument(names.getFirst());
        if (input == null) {
            Collection<String> known = declaration.field().argumentNames();
            place.add("the field has no argument \"" + names.getFirst() + "\"."
                    + Problems.meant(names.getFirst(), known));
            return null;
        }
        declaration.usedArguments().add(input.name());
        for (String name : names.subList(1, names.size())) {
            input = fieldOf(input, name, place);
            if (input == null) return null;
        }
        EnumShape shape = input.type().named() instanceof EnumType type ? types.enumNamed(type.name()) : null;
        boolean fits = fits(input, target, shape, place);
        return fits ? new ValueSource.Argument(names, shape) : null;
    }

    private static @Nullable InputValue fieldOf(InputValue input, String name, Place place) {
        if (!(input.type().nullable() instanceof InputObjectType object)) {
            place.add(input.coordinate() + " is " + input.type() + ", there are no fields in it. End the path there.");
            return null;
        }
        InputValue field = object.field(name);
        if (field == null) {
            place.add(object.name() + " has no field \"" + name + "\"." + Problems.meant(name, object.fieldNames()));
        }
        return field;
    }

    private static boolean fits(InputValue input, FieldDescriptor target, @Nullable EnumShape shape, Place place) {
        Type type = input.type();
        boolean isList = type.nullable() instanceof ListOf;
        boolean fits = type.named() instanceof EnumType values
                ? isEnum(values, target, shape)
                : ValueKind.of(type.named()).fits(ValueKind.of(target));
        if (fits && (!isList || target.isRepeated()) && !isNested(type)) return true;
        place.add(input.coordinate() + " is " + type + ", but " + target.getFullName() + " is " + Paths.shown(target)
                + ".");
        return false;
    }

    private static boolean isNested(Type type) {
        return type.nullable() instanceof ListOf list && list.type().nullable() instanceof ListOf;
    }

    /** An enum that the IDL doesn't have fits if the IDL's has all its names. */
    private static boolean isEnum(EnumType values, FieldDescriptor target, @Nullable EnumShape shape) {
        if (ValueKind.of(target).basic() != ValueKind.Basic.ENUM) return false;
        EnumDescriptor type = Values.scalar(target).getEnumType();
        if (shape != null) return shape.descriptor().getFullName().equals(type.getFullName());
        return values.valueNames().stream().allMatch(name -> type.findValueByName(name) != null);
    }
}
