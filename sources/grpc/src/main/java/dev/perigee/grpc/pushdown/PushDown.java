package dev.perigee.grpc.pushdown;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.perigee.grpc.graph.PushDownField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the service of one method what is asked for of its reply, in all the forms that its request takes. Immutable; safe
 * to share between threads.
 */
public final class PushDown {
    private final Descriptor request;
    private final Descriptor reply;
    private final List<PushDownField> fields;
    private final MaskRoot root;
    private final PushDownSettings settings;

    private PushDown(
            Descriptor request,
            Descriptor reply,
            List<PushDownField> fields,
            MaskRoot root,
            PushDownSettings settings) {
        this.request = request;
        this.reply = reply;
        this.fields = fields;
        this.root = root;
        this.settings = settings;
    }

    /**
     * Null if there is no way to tell it.
     *
     * @throws IllegalArgumentException if the mask's root that is set is not a message in the reply
     */
    public static @Nullable PushDown of(Descriptor request, Descriptor reply, PushDownSettings settings) {
        return of(request, reply, settings, Set.of());
    }

    /** @param given fields of the request that are the client's to fill in */
    public static @Nullable PushDown of(
            Descriptor request, Descriptor reply, PushDownSettings settings, Set<FieldDescriptor> given) {
        List<PushDownField> fields = PushDownField.find(request).stream()
                .filter(field -> !given.contains(field.field()))
                .toList();
        MaskRoot root = MaskRoot.of(reply, settings.maskRoot());
        boolean isNothing = fields.isEmpty() && settings.maskHeader() == null;
        return isNothing ? null : new PushDown(request, reply, fields, root, settings);
    }

    /** Whether the service is told the arguments of its reply's fields, which the extended form has room for. */
    public boolean tellsArguments() {
        return fields.stream()
                .anyMatch(field -> field.kind() == PushDownField.Kind.SELECTIONS
                        && ArgumentsField.of(field.field().getMessageType()) != null);
    }

    /** @param tree of the reply */
    public Pushed push(FieldTree tree) {
        FieldTree told = limited(tree);
        return new Pushed(inRequest(told), inMetadata(told));
    }

    /** As deep as the limits allow, and everything below. */
    private FieldTree limited(FieldTree tree) {
        FieldTree told = tree.cutAt(settings.maxDepth());
        for (int depth = settings.maxDepth() - 1; told.size() > settings.maxNodes(); depth--) told = told.cutAt(depth);
        return told;
    }

    private ByteString inRequest(FieldTree tree) {
        if (fields.isEmpty()) return ByteString.EMPTY;
        DynamicMessage.Builder message = DynamicMessage.newBuilder(request);
        for (PushDownField field : fields) {
            switch (field.kind()) {
                case SELECTIONS -> setSelections(message, field.field(), tree);
                case MASK -> setMask(message, field.field(), root.within(tree));
                case VIEW -> setView(message, field.field(), root.within(tree));
            }
        }
        return message.buildPartial().toByteString();
    }

    private static void setSelections(DynamicMessage.Builder message, FieldDescriptor field, FieldTree tree) {
        SelectionWriter writer = new SelectionWriter(field.getMessageType());
        for (DynamicMessage selection : writer.write(tree)) message.addRepeatedField(field, selection);
    }

    private void setMask(DynamicMessage.Builder message, FieldDescriptor field, FieldTree resource) {
        List<String> paths = MaskPaths.of(resource, root.resource(), settings.hasPathsBelowRepeated());
        if (paths.isEmpty()) return;
        FieldDescriptor pathsField = field.getMessageType().findFieldByName("paths");
        DynamicMessage.Builder mask = DynamicMessage.newBuilder(field.getMessageType());
        for (String path : paths) mask.addRepeatedField(pathsField, path);
        message.setField(field, mask.build());
    }

    /** Always one of the two: what a view is where it is not set, each service decides. */
    private void setView(DynamicMessage.Builder message, FieldDescriptor field, FieldTree resource) {
        boolean isBasic = !resource.isEverything() && settings.basicFields().containsAll(resource.names());
        String word = isBasic ? "BASIC" : "FULL";
        for (EnumValueDescriptor value : field.getEnumType().getValues()) {
            if (!value.getName().equals(word) && !value.getName().endsWith("_" + word)) continue;
            message.setField(field, value);
            return;
        }
    }

    private Map<String, String> inMetadata(FieldTree tree) {
        String header = settings.maskHeader();
        if (header == null) return Map.of();
        List<String> paths = MaskPaths.of(tree, reply, settings.hasPathsBelowRepeated());
        return paths.isEmpty() ? Map.of() : Map.of(header, String.join(",", paths));
    }
}
