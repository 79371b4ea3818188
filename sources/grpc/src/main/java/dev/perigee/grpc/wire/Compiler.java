package dev.perigee.grpc.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.wire.Selection.Selected;
import dev.perigee.json.JsonName;
import dev.perigee.json.JsonWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compiles selections; those below included. For one thread. */
final class Compiler<K> {
    private static final byte[] NULL = "null".getBytes(US_ASCII);

    private final Leaves leaves;
    private final Formats formats;
    private int conditions;

    Compiler(Formats formats) {
        this.leaves = new Leaves(formats.options());
        this.formats = formats;
    }

    /** How many fields a request may leave out. */
    int conditions() {
        return conditions;
    }

    Program<K> compile(Selection<K> selection) {
        List<Program.Part<K>> parts = new ArrayList<>();
        FieldTableBuilder table = new FieldTableBuilder();
        List<Entry<K>> entries = new ArrayList<>();
        for (Selected<K> selected : selection.fields()) {
            if (table.isFull()) {
                parts.add(new Program.Part<>(table.build(), entries));
                table = new FieldTableBuilder();
                entries.clear();
            }
            entries.add(entry(selection.type(), selected, table));
        }
        parts.add(new Program.Part<>(table.build(), entries));
        return new Program<>(List.copyOf(parts));
    }

    private Entry<K> entry(MessageType type, Selected<K> selected, FieldTableBuilder table) {
        int condition = selected.isConditional() ? conditions++ : -1;
        MessageField field = selected.field();
        Content<K> content =
                field == null ? new Content.Fixed<>(quoted(type.name())) : content(type, field, selected, table);
        String name = selected.responseName();
        return new Entry<>(selected.key(), name, new JsonName(name), condition, content);
    }

    private static byte[] quoted(String name) {
        JsonWriter json = new JsonWriter();
        json.writeString(name);
        return json.toByteArray();
    }

    private Content<K> content(MessageType type, MessageField field, Selected<K> selected, FieldTableBuilder table) {
        return switch (field) {
            case MessageField.Single single -> single(type, single, selected, table.slot(single.descriptor()));
            case MessageField.Repeated repeated -> repeated(repeated, selected, table.slot(repeated.descriptor()));
            case MessageField.JsonMap map ->
                new Content.JsonMap<>(
                        table.slot(map.descriptor()),
                        MapShape.of(
                                map.descriptor(),
                                Leaves.ofKey(map.descriptor().getMessageType().findFieldByNumber(1)),
                                leaves.ofJson(
                                        map.value(),
                                        map.descriptor().getMessageType().findFieldByNumber(2))));
            case MessageField.OneOf oneof -> union(oneof, selected, table.slot(oneof.descriptor()));
            case MessageField.Nothing nothing -> new Content.Fixed<>(NULL);
        };
    }

    private Content<K> single(MessageType type, MessageField.Single single, Selected<K> selected, int slot) {
        // An entry of a map has both of its fields, wherever they are.
        boolean isDefaulted =
                single.hasDefault() || type.descriptor().getOptions().getMapEntry();
        if (single.form() instanceof Form.OfMessage(var below)) {
            return new Content.OneObject<>(slot, below(selected, below), single.nonNull(), isDefaulted);
        }
        Leaf leaf = leaves.of(single.form(), single.descriptor());
        Default defaults = Default.of(single.descriptor());
        byte[] absent = isDefaulted ? json(leaf, defaults) : NULL;
        return new Content.OneLeaf<>(slot, leaf, single.nonNull(), absent, defaults);
    }

    private byte @Nullable [] json(Leaf leaf, Default defaults) {
        JsonWriter json = new JsonWriter();
        ValueWriter values = new ValueWriter(json, new Levels(formats.options().maxDepth()), formats);
        return values.write(leaf, defaults.bytes(), defaults.value()) ? json.toByteArray() : null;
    }

    private Content<K> repeated(MessageField.Repeated repeated, Selected<K> selected, int slot) {
        FieldDescriptor descriptor = repeated.descriptor();
        if (!(repeated.item() instanceof Form.OfMessage(var type))) {
            return new Content.Leaves<>(slot, leaves.of(repeated.item(), descriptor));
        }
        Program<K> below = below(selected, type);
        if (!descriptor.isMapField()) {
            return new Content.Objects<>(slot, FieldTableBuilder.wireType(descriptor), below);
        }
        Descriptor entry = descriptor.getMessageType();
        MapShape map = MapShape.of(
                descriptor, Leaves.ofKey(entry.findFieldByNumber(1)), Leaves.ofProto(entry.findFieldByNumber(2)));
        return new Content.Entries<>(slot, map, below);
    }

    private Content<K> union(MessageField.OneOf oneof, Selected<K> selected, int slot) {
        Map<Integer, Program<K>> members = new HashMap<>();
        oneof.members().forEach((member, type) -> members.put(member.getIndex(), below(selected, type)));
        return new Content.Union<>(slot, Map.copyOf(members));
    }

    /** A type that nothing is selected of is an empty object. */
    private Program<K> below(Selected<K> selected, MessageType type) {
        return compile(
                Objects.requireNonNullElseGet(selected.below().get(type), () -> new Selection<>(type, List.of())));
    }
}
