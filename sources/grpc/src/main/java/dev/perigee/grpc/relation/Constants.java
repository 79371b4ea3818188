package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.relation.Problems.Place;
import dev.perigee.language.BooleanValue;
import dev.perigee.language.EnumValue;
import dev.perigee.language.FloatValue;
import dev.perigee.language.IntValue;
import dev.perigee.language.ListValue;
import dev.perigee.language.Printer;
import dev.perigee.language.StringValue;
import dev.perigee.language.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Constants that stand in SDL, as {@link Values}. Each method returns null after it has told what is wrong. */
final class Constants {
    /** Digits of the longest number that a field can have, and its sign. */
    private static final int LONGEST = 21;

    private Constants() {}

    static @Nullable List<Object> list(ListValue list, FieldDescriptor target, Place place) {
        if (!target.isRepeated()) {
            place.add(target.getFullName() + " takes one value, not a list.");
            return null;
        }
        List<Object> constants = new ArrayList<>();
        for (Value item : list.values()) {
            Object constant = one(item, target, place);
            if (constant == null) return null;
            constants.add(constant);
        }
        return List.copyOf(constants);
    }

    static @Nullable Object one(Value literal, FieldDescriptor target, Place place) {
        FieldDescriptor scalar = Values.scalar(target);
        if (literal instanceof EnumValue name && scalar.getJavaType() == FieldDescriptor.JavaType.ENUM) {
            return number(name.value(), scalar, place);
        }
        Object constant = plain(literal, scalar);
        if (constant != null && ValueRange.fits(constant, scalar)) return constant;
        place.add(target.getFullName() + " is " + Paths.shown(target) + ", it can't be "
                + Printer.print(literal).strip() + ".");
        return null;
    }

    private static @Nullable Object number(String name, FieldDescriptor target, Place place) {
        EnumValueDescriptor value = target.getEnumType().findValueByName(name);
        if (value != null) return Long.valueOf(value.getNumber());
        List<String> names = target.getEnumType().getValues().stream()
                .map(EnumValueDescriptor::getName)
                .toList();
        place.add(target.getEnumType().getFullName() + " has no value \"" + name + "\"." + Problems.meant(name, names));
        return null;
    }

    private static @Nullable Object plain(Value literal, FieldDescriptor target) {
        return switch (target.getJavaType()) {
            case INT, LONG ->
                literal instanceof IntValue number && number.value().length() <= LONGEST
                        ? Values.shorten(new BigInteger(number.value()))
                        : null;
            case FLOAT, DOUBLE ->
                switch (literal) {
                    case IntValue number -> Double.valueOf(number.value());
                    case FloatValue number -> Double.valueOf(number.value());
                    default -> null;
                };
            case BOOLEAN -> literal instanceof BooleanValue truth ? truth.value() : null;
            case STRING -> literal instanceof StringValue text ? text.value() : null;
            case BYTE_STRING -> literal instanceof StringValue text ? ByteString.copyFromUtf8(text.value()) : null;
            case ENUM, MESSAGE -> null;
        };
    }
}
