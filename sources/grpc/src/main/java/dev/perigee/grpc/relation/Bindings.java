package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.perigee.grpc.graph.PushDownField;
import dev.perigee.grpc.relation.Problems.Place;
import dev.perigee.language.NullValue;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds {@code with}: the fields of a request to where their values come from. For one relation. */
final class Bindings {
    private final Sources sources;
    private final @Nullable FieldDescriptor items;
    private final List<Binding> ofRequest = new ArrayList<>();
    private final List<Binding> ofItems = new ArrayList<>();
    private final Map<OneofDescriptor, FieldDescriptor> oneofs = new HashMap<>();

    private Bindings(Sources sources, @Nullable FieldDescriptor items) {
        this.sources = sources;
        this.items = items;
    }

    /** @param items the repeated message that takes a batch's keys, null if there is none */
    static Bindings of(
            Descriptor request, @Nullable FieldDescriptor items, @Nullable Value with, Sources sources, Place place) {
        Bindings bindings = new Bindings(sources, items);
        if (with != null) bindings.bindAll(request, with, List.of(), bindings.ofRequest, place);
        return bindings;
    }

    List<Binding> ofRequest() {
        return ofRequest;
    }

    /** Of each message with a key in it. */
    List<Binding> ofItems() {
        return ofItems;
    }

    private void bindAll(Descriptor message, Value with, List<FieldDescriptor> before, List<Binding> to, Place place) {
        if (!(with instanceof ObjectValue object)) {
            place.add("is no object. Name fields of " + message.getFullName() + ": {user_id: \"parent.id\"}.");
            return;
        }
        for (ObjectField entry : object.fields()) {
            Place here = place.dot(entry.name());
            FieldDescriptor field = Paths.field(message, entry.name(), here);
            if (field != null) bind(field, entry.value(), before, to, here);
        }
    }

    private void bind(FieldDescriptor field, Value value, List<FieldDescriptor> before, List<Binding> to, Place place) {
        if (isSecondOfOneof(field, place) || isFilledIn(field, place)) return;
        if (field.equals(items)) {
            bindAll(field.getMessageType(), value, List.of(), ofItems, place);
            return;
        }
        List<FieldDescriptor> target = new ArrayList<>(before);
        target.add(field);
        if (value instanceof ObjectValue && Paths.isMessage(field)) {
            if (field.isRepeated())
                place.add(field.getFullName() + " is repeated: its fields can't be filled in one by one.");
            else bindAll(field.getMessageType(), value, target, to, place);
        } else if (value instanceof NullValue) {
            place.add("is null. Leave the field out.");
        } else if (Paths.isMessage(field)) {
            place.add(field.getFullName() + " is " + Paths.shown(field) + ". Fill in its fields: {name: …}.");
        } else {
            ValueSource source = sources.of(value, field, place);
            if (source != null) to.add(new Binding(target, source));
        }
    }

    private static boolean isFilledIn(FieldDescriptor field, Place place) {
        boolean isFilledIn = PushDownField.find(field.getContainingType()).stream()
                .anyMatch(known -> known.field().equals(field));
        if (isFilledIn) place.add(field.getFullName() + " is filled in with what is selected. Leave it out.");
        return isFilledIn;
    }

    private boolean isSecondOfOneof(FieldDescriptor field, Place place) {
        OneofDescriptor oneof = field.getRealContainingOneof();
        FieldDescriptor first = oneof == null ? null : oneofs.putIfAbsent(oneof, field);
        if (oneof == null || first == null) return false;
        place.add("of the oneof " + oneof.getFullName() + ", " + first.getName()
                + " is filled in already. Leave one of them out.");
        return true;
    }
}
