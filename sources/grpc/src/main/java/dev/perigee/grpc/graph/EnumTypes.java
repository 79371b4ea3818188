package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import dev.perigee.grpc.graph.GraphOptions.EnumPrefixes;
import dev.perigee.grpc.graph.GraphOptions.Unspecified;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The enums of a graph, each made once. */
final class EnumTypes {
    /** Values that GraphQL has for itself. */
    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private static final String UNSPECIFIED = "UNSPECIFIED";

    private final GraphOptions options;
    private final TypeNames names;
    private final Map<String, EnumShape> shapes = new HashMap<>();

    EnumTypes(GraphOptions options, TypeNames names) {
        this.options = options;
        this.names = names;
    }

    EnumShape of(EnumDescriptor type) {
        return shapes.computeIfAbsent(type.getFullName(), name -> make(type));
    }

    /** Claims the names of all values, in the place that the enum is. */
    void check(EnumShape shape, Problems problems) {
        NameClaims claims =
                new NameClaims("enum " + shape.name(), "Give %s another name by the option rename.", problems);
        Map<String, String> named = new LinkedHashMap<>();
        int prefix = prefixLength(shape.descriptor());
        for (EnumValueDescriptor value : shape.descriptor().getValues()) {
            if (!isHidden(value)) named.put(fullName(value), nameOf(value, prefix));
        }
        named.forEach((fullName, name) -> claims.claim(name, "value " + fullName));
        if (shape.valueNames().isEmpty()) {
            problems.add("enum %s: all its values are hidden. Hide the enum's fields, or leave it a value."
                    .formatted(shape.descriptor().getFullName()));
        }
    }

    private EnumShape make(EnumDescriptor type) {
        int prefix = prefixLength(type);
        EnumValueDescriptor absent = absent(type);
        Map<String, EnumValueDescriptor> values = new LinkedHashMap<>();
        for (EnumValueDescriptor value : type.getValues()) {
            boolean isShown = !isHidden(value) && (absent == null || value.getNumber() != absent.getNumber());
            if (isShown) values.putIfAbsent(nameOf(value, prefix), value);
        }
        String fallback = type.isClosed() ? null : options.unknownEnumValue;
        return new EnumShape(names.of(type), type, values, fallback, absent);
    }

    private String nameOf(EnumValueDescriptor value, int prefix) {
        String renamed = options.names.get(fullName(value));
        if (renamed != null) return renamed;
        String name = value.getName().substring(prefix);
        return LITERALS.contains(name) ? name + "_" : name;
    }

    private boolean isHidden(EnumValueDescriptor value) {
        return options.hidden.contains(fullName(value));
    }

    /** A value's own full name is beside its enum's in protobuf: this one is inside. */
    static String fullName(EnumValueDescriptor value) {
        return value.getType().getFullName() + "." + value.getName();
    }

    private @Nullable EnumValueDescriptor absent(EnumDescriptor type) {
        if (options.unspecified == Unspecified.VALUE) return null;
        EnumValueDescriptor zero = type.findValueByNumber(0);
        if (zero == null || !zero.getName().endsWith(UNSPECIFIED)) return null;
        return type.getValues().stream().allMatch(value -> value.getNumber() == 0) ? null : zero;
    }

    /** How much of every value's name is the enum's own, if it is of all and what is left are distinct names; else 0. */
    private int prefixLength(EnumDescriptor type) {
        if (options.enumPrefixes == EnumPrefixes.KEPT) return 0;
        List<String> all = new ArrayList<>();
        for (EnumValueDescriptor value : type.getValues()) all.add(value.getName());
        int length = prefixLength(all.getFirst(), type.getName());
        String prefix = all.getFirst().substring(0, length);
        Set<String> rests = new HashSet<>();
        for (String name : all) {
            boolean isCut = name.startsWith(prefix) && Words.isName(name.substring(length));
            if (!isCut || !rests.add(name.substring(length))) return 0;
        }
        return length;
    }

    /** {@code HTTP_METHOD_} is the enum HttpMethod's, wherever its words are parted. */
    private static int prefixLength(String value, String enumName) {
        String wanted = enumName.replace("_", "").toUpperCase(Locale.ROOT);
        int matched = 0;
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '_') {
                if (matched == wanted.length()) return i + 1;
            } else if (matched == wanted.length() || wanted.charAt(matched++) != letter) {
                return 0;
            }
        }
        return 0;
    }
}
