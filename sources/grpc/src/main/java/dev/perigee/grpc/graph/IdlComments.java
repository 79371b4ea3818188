package dev.perigee.grpc.graph;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The comments of an IDL's elements, where a file carries them: the one before an element, else the one after it.
 * Comments of protobuf's own files are about bytes. Comments for the authors of the IDL are not for clients: {@code (-- --)}, as by AIP-192, and what linters are told.
 */
final class IdlComments {
    private static final Pattern INTERNAL = Pattern.compile("\\(--.*?--\\)", Pattern.DOTALL);
    private static final Pattern LINTER = Pattern.compile("^\\s*(buf:lint:|protolint:|@exclude\\b|clang-format).*$");

    private final Map<String, Map<List<Integer>, Location>> files = new HashMap<>();

    @Nullable String of(Descriptor message) {
        return at(message.getFile(), path(message));
    }

    @Nullable String of(FieldDescriptor field) {
        List<Integer> path =
                with(path(field.getContainingType()), DescriptorProto.FIELD_FIELD_NUMBER, field.getIndex());
        return at(field.getFile(), path);
    }

    @Nullable String of(OneofDescriptor oneof) {
        List<Integer> path =
                with(path(oneof.getContainingType()), DescriptorProto.ONEOF_DECL_FIELD_NUMBER, oneof.getIndex());
        return at(oneof.getFile(), path);
    }

    @Nullable String of(EnumDescriptor type) {
        return at(type.getFile(), path(type));
    }

    @Nullable String of(EnumValueDescriptor value) {
        List<Integer> path = with(path(value.getType()), EnumDescriptorProto.VALUE_FIELD_NUMBER, value.getIndex());
        return at(value.getFile(), path);
    }

    @Nullable String of(MethodDescriptor method) {
        List<Integer> service = List.of(
                FileDescriptorProto.SERVICE_FIELD_NUMBER, method.getService().getIndex());
        return at(method.getFile(), with(service, ServiceDescriptorProto.METHOD_FIELD_NUMBER, method.getIndex()));
    }

    private static List<Integer> path(Descriptor message) {
        Descriptor outer = message.getContainingType();
        return outer == null
                ? List.of(FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER, message.getIndex())
                : with(path(outer), DescriptorProto.NESTED_TYPE_FIELD_NUMBER, message.getIndex());
    }

    private static List<Integer> path(EnumDescriptor type) {
        Descriptor outer = type.getContainingType();
        return outer == null
                ? List.of(FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER, type.getIndex())
                : with(path(outer), DescriptorProto.ENUM_TYPE_FIELD_NUMBER, type.getIndex());
    }

    private static List<Integer> with(List<Integer> path, int fieldNumber, int index) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(fieldNumber);
        longer.add(index);
        return longer;
    }

    private @Nullable String at(FileDescriptor file, List<Integer> path) {
        if (file.getPackage().equals("google.protobuf")) return null;
        Location location =
                files.computeIfAbsent(file.getFullName(), name -> read(file)).get(path);
        if (location == null) return null;
        String comment = location.hasLeadingComments() ? location.getLeadingComments() : location.getTrailingComments();
        return clean(comment);
    }

    private static Map<List<Integer>, Location> read(FileDescriptor file) {
        Map<List<Integer>, Location> locations = new HashMap<>();
        for (Location location : file.toProto().getSourceCodeInfo().getLocationList()) {
            if (location.hasLeadingComments() || location.hasTrailingComments()) {
                locations.put(List.copyOf(location.getPathList()), location);
            }
        }
        return locations;
    }

    private static @Nullable String clean(String comment) {
        List<String> lines = INTERNAL.matcher(comment)
                .replaceAll("")
                .lines()
                .filter(line -> !LINTER.matcher(line).matches())
                .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                .map(String::stripTrailing)
                .toList();
        String text = String.join("\n", lines).strip();
        return text.isEmpty() ? null : text;
    }
}
