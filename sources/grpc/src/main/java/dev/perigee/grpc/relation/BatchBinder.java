package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.relation.Problems.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds the part {@code batch} of a declaration. Each method returns null after it has told what is wrong. */
record BatchBinder(Declaration declaration, Map<?, ?> batch, Paths paths, Methods methods, Sources sources) {
    /** Where a batch's request takes keys: up to the repeated field, and from there to the key, if that is a message. */
    record KeysField(List<FieldDescriptor> path, List<FieldDescriptor> inItem) {
        FieldDescriptor repeated() {
            return path.getLast();
        }

        boolean takesMessages() {
            return Paths.isMessage(repeated());
        }
    }

    @Nullable KeysField keysField(Descriptor request) {
        Place place = place("keys");
        List<FieldDescriptor> found = paths.toWrite(request, Declaration.text(batch.get("keys")), place);
        if (found == null) return null;
        int length = 0;
        while (length < found.size() && !found.get(length).isRepeated()) length++;
        if (length == found.size()) {
            place.add(found.getLast().getFullName() + " takes one key. A batch needs a repeated field.");
            return null;
        }
        List<FieldDescriptor> inItem = found.subList(length + 1, found.size());
        if (inItem.stream().anyMatch(FieldDescriptor::isRepeated)
                || found.get(length).isMapField()) {
            place.add(found.getLast().getFullName() + " is " + Paths.shown(found.getLast())
                    + ", not a place for one key.");
            return null;
        }
        return new KeysField(found.subList(0, length + 1), inItem);
    }

    /**
     * @param keys null where that has been told to be wrong
     * @param bindings of the request's other fields
     */
    @Nullable Batch bind(MethodDescriptor method, @Nullable KeysField keys, Bindings bindings) {
        int before = declaration.place().problems().count();
        FieldPath result = result(method.getOutputType());
        boolean isPositional = Boolean.TRUE.equals(batch.get("positional"));
        MethodDescriptor singleMethod = singleMethod();
        List<KeyPart> parts =
                keys == null || result == null ? checkFrom() : parts(keys, result, isPositional, singleMethod);
        SingleCall single = single(singleMethod);
        checkCounts(result);
        if (declaration.place().problems().count() > before || keys == null || parts == null || result == null)
            return null;
        int length = result.lengthToRepeated();
        return new Batch(
                keys.path(),
                parts,
                bindings.ofItems(),
                result.first(length),
                result.after(length),
                isMany(),
                isPositional,
                max(),
                notFound(),
                single);
    }

    private @Nullable FieldPath result(Descriptor reply) {
        Place place = place("result");
        FieldPath result = paths.toRead(reply, Declaration.text(batch.get("result")), place);
        if (result == null) return null;
        if (!result.isRepeated()) {
            place.add("nothing is repeated on the way to \"" + result.protoPath()
                    + "\". A batch's reply has an item for each key.");
            return null;
        }
        if (result.after(result.lengthToRepeated()).isRepeated() && !isMany()) {
            place.add("\"" + result.protoPath() + "\" has several values for a key. Add many: true.");
            return null;
        }
        return result;
    }

    private @Nullable List<KeyPart> parts(
            KeysField keys, FieldPath result, boolean isPositional, @Nullable MethodDescriptor single) {
        Map<String, String> from = texts(batch.get("from"), place("from"));
        Map<String, String> key = isPositional ? Map.of() : texts(batch.get("key"), place("key"));
        Map<String, String> inSingle =
                single == null ? Map.of() : texts(singleInput().get("key"), place("single.key"));
        if (from == null || key == null || inSingle == null) return null;
        boolean fits =
                isSameNames(from, key, isPositional, "key") & isSameNames(from, inSingle, single == null, "single.key");
        if (!fits) return null;
        PartBinder binder = new PartBinder(this, keys, result.first(result.lengthToRepeated()), single);
        List<KeyPart> parts = new ArrayList<>();
        from.forEach((name, path) -> {
            KeyPart part = binder.bind(name, path, key.get(name), inSingle.get(name), from.size());
            if (part != null) parts.add(part);
        });
        return parts.size() == from.size() ? parts : null;
    }

    /** All that can be said of keys whose place is not known. */
    private @Nullable List<KeyPart> checkFrom() {
        Map<String, String> from = texts(batch.get("from"), place("from"));
        if (from != null)
            from.forEach(
                    (name, path) -> PartBinder.from(this, path, from.size(), PartBinder.place(this, "from", name)));
        return null;
    }

    private boolean isSameNames(Map<String, String> from, Map<String, String> other, boolean isNone, String part) {
        if (isNone || from.keySet().equals(other.keySet())) return true;
        place(part).add("the key has the parts " + named(from) + " in from, but " + named(other) + " here.");
        return false;
    }

    private static String named(Map<String, String> parts) {
        return parts.containsKey("") ? "(one without a name)" : String.join(", ", parts.keySet());
    }

    /** One path under an empty name, or several by their names. */
    private static @Nullable Map<String, String> texts(@Nullable Object value, Place place) {
        if (value instanceof String text) return Map.of("", text);
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, text) -> {
                if (text instanceof String path) texts.put(name.toString(), path);
            });
            if (!map.isEmpty() && texts.size() == map.size()) return texts;
        }
        place.add(value == null ? "is missing: the path to the key." : "is neither a path nor an object of paths.");
        return null;
    }

    /** What depends on several parts at once. */
    private void checkCounts(@Nullable FieldPath result) {
        if (max() < 1) place("max").add(max() + " keys are no call. It is at least 1.");
        if (batch.get("key") != null && Boolean.TRUE.equals(batch.get("positional"))) {
            place("positional").add("results are matched by key or by position. Leave one of key and positional out.");
        }
        boolean isRepeated =
                result != null && result.after(result.lengthToRepeated()).isRepeated();
        if (result != null && isMany() && Boolean.TRUE.equals(batch.get("positional")) && !isRepeated) {
            place("many")
                    .add("by position, there is one result for a key, and \"" + result.protoPath()
                            + "\" is one value.");
        }
        if (notFound() == NotFound.SINGLE && singleInput().isEmpty()) {
            place("notFound").add("SINGLE needs a method: single: {method: \"acme.v1.Users/GetUser\", key: \"id\"}.");
        }
        if (notFound() != NotFound.SINGLE && !singleInput().isEmpty()) {
            place("single").add("is never called. Add notFound: SINGLE, or leave it out.");
        }
    }

    private @Nullable MethodDescriptor singleMethod() {
        if (singleInput().isEmpty()) return null;
        return methods.unary(Declaration.text(singleInput().get("method")), place("single.method"));
    }

    private @Nullable SingleCall single(@Nullable MethodDescriptor method) {
        if (method == null) return null;
        Sources withoutParent = new Sources(declaration, paths, sources.types(), false);
        Bindings bindings =
                Bindings.of(method.getInputType(), null, declaration.singleWith(), withoutParent, place("single.with"));
        Place place = place("single.result");
        FieldPath result = paths.toRead(
                method.getOutputType(), Declaration.text(singleInput().get("result")), place);
        if (result == null) return null;
        MessageField last = result.last();
        new FieldFit(sources.types()).check(declaration.field(), method, last, result.isRepeated(), place);
        return new SingleCall(method, bindings.ofRequest(), paths.types().of(method.getOutputType()), result);
    }

    private Map<?, ?> singleInput() {
        return batch.get("single") instanceof Map<?, ?> single ? single : Map.of();
    }

    boolean isMany() {
        return Boolean.TRUE.equals(batch.get("many"));
    }

    private int max() {
        return batch.get("max") instanceof Integer max ? max : 1_000;
    }

    private NotFound notFound() {
        Object policy = batch.get("notFound");
        return policy == null ? NotFound.FAIL : NotFound.valueOf(policy.toString());
    }

    Place place(String part) {
        return declaration.place().in("batch." + part);
    }
}
