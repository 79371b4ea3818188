package dev.perigee.grpc.pushdown;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.perigee.grpc.pushdown.FieldTree.Selected;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a tree as messages of the shape of {@code GraphSelection}. Immutable. */
final class SelectionWriter {
    private final Descriptor node;
    private final FieldDescriptor name;
    private final FieldDescriptor selections;
    private final @Nullable FieldDescriptor alias;
    private final @Nullable ArgumentsField arguments;

    SelectionWriter(Descriptor node) {
        this.node = node;
        this.name = node.findFieldByName("name");
        this.selections = node.findFieldByName("selections");
        this.alias = aliasOf(node);
        this.arguments = ArgumentsField.of(node);
    }

    /** Of the extended form. */
    static @Nullable FieldDescriptor aliasOf(Descriptor node) {
        FieldDescriptor alias = node.findFieldByName("alias");
        boolean isText = alias != null && alias.getType() == FieldDescriptor.Type.STRING && !alias.isRepeated();
        return isText ? alias : null;
    }

    List<DynamicMessage> write(FieldTree tree) {
        return fields(tree).stream().map(this::write).toList();
    }

    /** Without arguments in the form, a field is one whatever its arguments are. */
    private List<Selected> fields(FieldTree tree) {
        if (arguments != null || tree.names().size() == tree.selected().size()) return tree.selected();
        return tree.names().stream()
                .map(field -> new Selected(field, Objects.requireNonNull(tree.below(field))))
                .toList();
    }

    private DynamicMessage write(Selected field) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(node);
        message.setField(name, field.name());
        if (alias != null && field.alias() != null) message.setField(alias, field.alias());
        if (arguments != null && !field.arguments().isEmpty()) arguments.write(field.arguments(), message);
        for (DynamicMessage below : write(field.below())) message.addRepeatedField(selections, below);
        return message.buildPartial();
    }
}
