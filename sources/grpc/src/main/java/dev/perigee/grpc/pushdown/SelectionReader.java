package dev.perigee.grpc.pushdown;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import dev.perigee.data.ClientException;
import dev.perigee.grpc.graph.PushDownField;
import dev.perigee.grpc.pushdown.FieldTree.Selected;
import dev.perigee.schema.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a request asks for, in services written in Java: from a field of the shape of {@code GraphSelection}, or else
 * from a field mask. Immutable; safe to share between threads. What it reads is not yet checked against a message: see
 * {@link #check}.
 */
public final class SelectionReader {
    /** As deep as protobuf reads messages. */
    private static final int MOST_LEVELS = 100;

    private final PushDownField field;

    private SelectionReader(PushDownField field) {
        this.field = field;
    }

    /** Null if requests of a type have neither selections nor a mask. */
    public static @Nullable SelectionReader of(Descriptor request) {
        List<PushDownField> found = PushDownField.find(request);
        for (PushDownField.Kind kind : List.of(PushDownField.Kind.SELECTIONS, PushDownField.Kind.MASK)) {
            for (PushDownField field : found) if (field.kind() == kind) return new SelectionReader(field);
        }
        return null;
    }

    /** Whether trees are of the resource, as masks are; else they are of the reply. */
    public boolean isOfResource() {
        return field.kind() == PushDownField.Kind.MASK;
    }

    /**
     * What a request asks for; everything if it says nothing.
     *
     * @throws ClientException with code {@code INVALID_ARGUMENT} if it is too large, or says nothing that makes sense
     */
    public FieldTree read(Message request) {
        FieldDescriptor descriptor = field.field();
        if (field.kind() == PushDownField.Kind.SELECTIONS) return tree(request, descriptor, new NodeBudget(), 1);
        Message mask = (Message) request.getField(descriptor);
        return MaskReader.read(mask instanceof FieldMask known ? known.getPathsList() : paths(mask));
    }

    private static List<String> paths(Message mask) {
        List<String> paths = new ArrayList<>();
        FieldDescriptor field = mask.getDescriptorForType().findFieldByName("paths");
        for (Object path : (List<?>) mask.getField(field)) paths.add((String) path);
        return paths;
    }

    private static FieldTree tree(Message message, FieldDescriptor field, NodeBudget budget, int level) {
        if (level > MOST_LEVELS) {
            throw new ClientException("INVALID_ARGUMENT", "The selection has more than " + MOST_LEVELS + " levels.");
        }
        int count = message.getRepeatedFieldCount(field);
        List<Selected> selected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            budget.take();
            selected.add(selected((Message) message.getRepeatedField(field, i), budget, level));
        }
        if (count == 0) return FieldTree.EVERYTHING;
        TreeNode merged = new TreeNode(null); // the same field may be named twice
        merged.addAll(new FieldTree(selected));
        return merged.build();
    }

    private static Selected selected(Message selection, NodeBudget budget, int level) {
        Descriptor node = selection.getDescriptorForType();
        String name = (String) selection.getField(node.findFieldByName("name"));
        if (name.isEmpty()) throw new ClientException("INVALID_ARGUMENT", "The selection has a field without a name.");
        FieldDescriptor alias = SelectionWriter.aliasOf(node);
        String aliasText = alias == null ? "" : (String) selection.getField(alias);
        ArgumentsField arguments = ArgumentsField.of(node);
        Map<String, @Nullable Object> values = arguments == null ? Map.of() : arguments.read(selection);
        FieldTree below = tree(selection, node.findFieldByName("selections"), budget, level + 1);
        return new Selected(name, aliasText.isEmpty() ? null : aliasText, values, below);
    }

    /**
     * Checks that a message has what is asked for of it.
     *
     * @throws ClientException with code {@code INVALID_ARGUMENT} that names the field which it has not
     */
    public static void check(FieldTree tree, Descriptor message) {
        for (Selected selected : tree.selected()) {
            FieldDescriptor field = message.findFieldByName(selected.name());
            if (field == null) {
                List<String> names = message.getFields().stream()
                        .map(FieldDescriptor::getName)
                        .toList();
                throw new ClientException(
                        "INVALID_ARGUMENT",
                        "The selection asks for \"" + selected.name() + "\", which " + message.getFullName()
                                + " does not have." + Suggestions.didYouMean(selected.name(), names));
            }
            Descriptor below = Shapes.below(field);
            if (below != null) check(selected.below(), below);
            else if (!selected.below().isEverything()) {
                throw new ClientException(
                        "INVALID_ARGUMENT",
                        "The selection asks for fields of " + field.getFullName() + ", which has none.");
            }
        }
    }
}
