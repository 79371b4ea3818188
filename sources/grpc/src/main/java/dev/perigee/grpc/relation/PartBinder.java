package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.relation.BatchBinder.KeysField;
import dev.perigee.grpc.relation.Problems.Place;
import dev.perigee.schema.ListOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the parts of a batch's key. */
record PartBinder(
        BatchBinder batch,
        KeysField keys,
        FieldPath items,
        @Nullable MethodDescriptor single) {
    private static final String PARENT = "parent.";

    /** Null after it has told what is wrong. */
    @Nullable KeyPart bind(String name, String from, @Nullable String key, @Nullable String inSingle, int count) {
        boolean isForeign = batch.declaration().hasForeignParents();
        FieldPath field = isForeign ? null : from(batch, from, count, place("from", name));
        List<FieldDescriptor> request = request(name, count);
        if (request == null) return null;
        FieldDescriptor target = request.isEmpty() ? keys.repeated() : request.getLast();
        ParentValue source = isForeign ? property(from, target, count, place("from", name)) : of(field);
        if (source == null) return null;
        FieldDescriptor kind =
                field == null ? target : FieldPath.descriptor(field.fields().getLast());
        boolean fits = isSameKind(kind, target, batch.place("keys"));
        FieldPath result = key == null ? null : result(kind, key, place("key", name));
        List<FieldDescriptor> ofSingle = inSingle == null ? null : ofSingle(kind, inSingle, place("single.key", name));
        if (!fits || (key != null && result == null) || (inSingle != null && ofSingle == null)) return null;
        return new KeyPart(name, source, request, result, ofSingle);
    }

    private Place place(String part, String name) {
        return place(batch, part, name);
    }

    static Place place(BatchBinder batch, String part, String name) {
        Place place = batch.place(part);
        return name.isEmpty() ? place : place.dot(name);
    }

    private static @Nullable ParentValue of(@Nullable FieldPath field) {
        return field == null ? null : new ParentField(field);
    }

    /** Whether there are several keys is not to be seen from a property, but from the field that they lead to. */
    private @Nullable ParentValue property(String path, FieldDescriptor target, int count, Place place) {
        if (!isOfParent(path, place)) return null;
        boolean isRepeated = count == 1
                && !batch.isMany()
                && batch.declaration().field().type().nullable() instanceof ListOf;
        return batch.sources().property(path.substring(PARENT.length()), target, isRepeated, place);
    }

    private static boolean isOfParent(String path, Place place) {
        if (path.startsWith(PARENT)) return true;
        place.add("\"" + path + "\" does not begin with parent. Keys are read from the parent: \"parent.id\".");
        return false;
    }

    /** Null after it has told what is wrong. @param count how many parts the key has */
    static @Nullable FieldPath from(BatchBinder batch, String path, int count, Place place) {
        if (!isOfParent(path, place) || batch.declaration().hasForeignParents()) return null;
        FieldPath found = batch.sources().parentPath(path.substring(PARENT.length()), place);
        if (found == null || count == 1 || !found.isRepeated()) return found;
        place.add("\"" + path + "\" has several values. Only a key with one part can be repeated.");
        return null;
    }

    private @Nullable List<FieldDescriptor> request(String name, int count) {
        Place place = batch.place("keys");
        if (!keys.takesMessages()) {
            if (count == 1) return List.of();
            place.add(keys.repeated().getFullName() + " is " + Paths.shown(keys.repeated())
                    + ", but the key has several parts.");
            return null;
        }
        if (!name.isEmpty()) {
            if (keys.inItem().isEmpty())
                return paths().toWrite(keys.repeated().getMessageType(), name, place("from", name));
            place.add("ends in a field, but the key has several parts. End it with \""
                    + keys.repeated().getName() + "\".");
            return null;
        }
        if (!keys.inItem().isEmpty()) return keys.inItem();
        place.add(keys.repeated().getFullName() + " is " + Paths.shown(keys.repeated())
                + ". Name the field in it that takes the key.");
        return null;
    }

    private @Nullable FieldPath result(FieldDescriptor kind, String path, Place place) {
        FieldDescriptor item = FieldPath.descriptor(items.fields().getLast());
        if (!Paths.isMessage(item)) {
            place.add(item.getFullName() + " is " + Paths.shown(item) + ", there is no key in it.");
            return null;
        }
        FieldPath found = paths().toRead(item.getMessageType(), path, place);
        if (found == null) return null;
        if (found.fields().isEmpty() || found.isRepeated()) {
            place.add("\"" + path + "\" is not one value of "
                    + item.getMessageType().getFullName() + ".");
            return null;
        }
        return isSameKind(kind, FieldPath.descriptor(found.fields().getLast()), place) ? found : null;
    }

    private @Nullable List<FieldDescriptor> ofSingle(FieldDescriptor kind, String path, Place place) {
        if (single == null) return null;
        List<FieldDescriptor> found = paths().toWrite(single.getInputType(), path, place);
        if (found == null) return null;
        if (found.stream().anyMatch(FieldDescriptor::isRepeated)) {
            place.add(found.getLast().getFullName() + " takes several keys.");
            return null;
        }
        return isSameKind(kind, found.getLast(), place) ? found : null;
    }

    private static boolean isSameKind(FieldDescriptor from, FieldDescriptor other, Place place) {
        ValueKind kind = ValueKind.of(from);
        if (kind.isSameKey(ValueKind.of(other))) return true;
        place.add(other.getFullName() + " is " + ValueKind.of(other).shown() + ", but the key " + from.getFullName()
                + " is " + kind.shown() + "."
                + (kind.isSameKey(kind) ? "" : " Keys are numbers, texts, bytes, booleans or enums."));
        return false;
    }

    private Paths paths() {
        return batch.paths();
    }
}
