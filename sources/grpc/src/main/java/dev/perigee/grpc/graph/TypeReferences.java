package dev.perigee.grpc.graph;

import static dev.perigee.grpc.graph.Nodes.named;
import static dev.perigee.grpc.graph.Nodes.nonNull;
import static dev.perigee.grpc.graph.Nodes.nonNullIf;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.RootField.Result;
import dev.perigee.language.ListType;
import dev.perigee.language.NonNullType;
import dev.perigee.language.TypeReference;

/** The types of fields and arguments, as they are written. */
final class TypeReferences {
    private final TypeNames names;

    TypeReferences(TypeNames names) {
        this.names = names;
    }

    TypeReference of(MessageField field) {
        return switch (field) {
            case MessageField.Single single -> nonNullIf(single.nonNull(), of(single.form()));
            case MessageField.Repeated repeated ->
                nonNull(listOf(of(repeated.item()), mayBeNull(repeated.item(), repeated.descriptor())));
            case MessageField.JsonMap map -> nonNull(named(Form.Scalar.JSON.typeName()));
            case MessageField.OneOf oneof -> named(names.union(oneof.descriptor()));
            case MessageField.Nothing nothing -> named(Form.Scalar.BOOLEAN.typeName());
        };
    }

    TypeReference of(Form form) {
        return switch (form) {
            case Form.Scalar scalar -> named(scalar.typeName());
            case Form.OfEnum(EnumShape type) -> named(type.name());
            case Form.OfMessage(MessageType type) -> named(type.name());
            case Form.Wrapped(Form value) -> of(value);
        };
    }

    TypeReference of(InputField field) {
        return switch (field) {
            case InputField.Value value -> {
                TypeReference one = of(value.form());
                if (!value.descriptor().isRepeated()) yield nonNullIf(value.isRequired(), one);
                yield nonNullIf(value.isRequired(), listOf(one, mayBeNull(value.form(), value.descriptor())));
            }
            case InputField.JsonMap map -> nonNullIf(map.isRequired(), named(Form.Scalar.JSON.typeName()));
            case InputField.Entries entries -> nonNullIf(entries.isRequired(), Nodes.listOf(named(entryName(entries))));
            case InputField.OneOf oneof -> nonNullIf(oneof.isRequired(), named(names.input(oneof.descriptor())));
        };
    }

    /** The value of a map's entry. */
    TypeReference ofValue(InputField.Entries entries) {
        FieldDescriptor value = entries.descriptor().getMessageType().findFieldByName("value");
        return nonNullIf(!mayBeNull(entries.value(), value), of(entries.value()));
    }

    TypeReference of(InputForm form) {
        return switch (form) {
            case InputForm.OfScalar(Form.Scalar scalar) -> named(scalar.typeName());
            case InputForm.OfEnum(EnumShape type) -> named(type.name());
            case InputForm.OfMessage(InputType type) -> named(type.name());
            case InputForm.Wrapped(InputForm value) -> of(value);
        };
    }

    /** Root fields are nullable, so that a call that fails is the only one that does; {@code Boolean!} says "done". */
    TypeReference of(Result result) {
        return switch (result) {
            case Result.Reply(MessageType type) -> named(type.name());
            case Result.Part(MessageType reply, MessageField field) -> nullable(of(field));
            case Result.Done() -> nonNull(named(Form.Scalar.BOOLEAN.typeName()));
            case Result.Replies(MessageType type, int most) -> Nodes.listOf(named(type.name()));
            case Result.Page page -> named(page.connection().name());
        };
    }

    String entryName(InputField.Entries entries) {
        return names.input(entries.descriptor().getMessageType());
    }

    private static TypeReference listOf(TypeReference item, boolean isNullable) {
        return isNullable ? new ListType(item, Nodes.NONE) : Nodes.listOf(item);
    }

    /** Null is a value of JSON, and of an enum that has a number which the graph has no name for. */
    private static boolean mayBeNull(Form form, FieldDescriptor field) {
        return switch (form) {
            case Form.OfEnum(EnumShape type) -> type.hasNull();
            case Form.Scalar scalar -> scalar == Form.Scalar.JSON && isAnyJson(field);
            default -> false;
        };
    }

    private static boolean mayBeNull(InputForm form, FieldDescriptor field) {
        return switch (form) {
            case InputForm.OfEnum(EnumShape type) -> type.isAbsent(0);
            case InputForm.OfScalar(Form.Scalar scalar) -> scalar == Form.Scalar.JSON && isAnyJson(field);
            default -> false;
        };
    }

    /** {@code Value} and {@code NullValue}: of the others, one is an object and one a list. */
    private static boolean isAnyJson(FieldDescriptor field) {
        return field.getJavaType() == JavaType.ENUM
                || field.getMessageType().getFullName().equals("google.protobuf.Value");
    }

    private static TypeReference nullable(TypeReference type) {
        return type instanceof NonNullType nonNull ? nonNull.type() : type;
    }
}
