package dev.perigee.grpc.input;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.InputField;
import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.InputType;
import dev.perigee.grpc.graph.UpdatedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages as input types in the forms of a graph: oneofs as objects of their own, maps as lists of entries. */
final class GraphForms {
    private final Map<Descriptor, InputType> types = new HashMap<>();
    private final ProtoJsonTypes plain = new ProtoJsonTypes();

    static InputType of(Descriptor message) {
        return new GraphForms().type(message);
    }

    private InputType type(Descriptor message) {
        InputType known = types.get(message);
        if (known != null) return known;
        InputType type = new InputType(message.getName() + "Input", message);
        types.put(message, type);
        List<InputField> fields = new ArrayList<>();
        for (FieldDescriptor field : message.getFields()) {
            boolean isMask = field.getName().equals("update_mask");
            if (field.getRealContainingOneof() == null && !isMask) fields.add(field(field));
        }
        for (OneofDescriptor oneOf : message.getRealOneofs()) fields.add(oneOf(oneOf));
        FieldDescriptor mask = message.findFieldByName("update_mask");
        type.complete(fields, mask == null ? null : new UpdatedResource(mask, message.getField(0)));
        return type;
    }

    private InputField.OneOf oneOf(OneofDescriptor oneOf) {
        Map<String, InputField.Value> members = new LinkedHashMap<>();
        for (FieldDescriptor field : oneOf.getFields()) {
            members.put(field.getJsonName(), (InputField.Value) field(field));
        }
        return new InputField.OneOf(oneOf.getName(), oneOf, members, false);
    }

    private InputField field(FieldDescriptor field) {
        String name = field.getJsonName();
        if (!field.isMapField()) return new InputField.Value(name, field, form(field), field.isRequired());
        InputForm key = form(field.getMessageType().findFieldByNumber(1));
        InputForm value = form(field.getMessageType().findFieldByNumber(2));
        return new InputField.Entries(name, field, key, value, false);
    }

    private InputForm form(FieldDescriptor field) {
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) return scalarForm(field);
        if (field.getMessageType().getFullName().equals("google.protobuf.Empty")) {
            return new InputForm.OfScalar(Form.Scalar.EMPTY);
        }
        InputForm form = plain.form(field.getMessageType());
        return form instanceof InputForm.OfMessage ? new InputForm.OfMessage(type(field.getMessageType())) : form;
    }

    private InputForm scalarForm(FieldDescriptor field) {
        InputField.Value value =
                (InputField.Value) plain.type(field.getContainingType()).field(field.getJsonName());
        return value.form();
    }
}
