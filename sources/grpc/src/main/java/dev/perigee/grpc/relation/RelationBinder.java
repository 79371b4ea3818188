package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.relation.BatchBinder.KeysField;
import dev.perigee.grpc.relation.Problems.Place;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds a declaration to the IDL. */
record RelationBinder(MessageTypes types, Paths paths, Methods methods) {
    /** Null after it has told all that is wrong. */
    @Nullable Relation bind(Declaration declaration) {
        Place place = declaration.place();
        int before = place.problems().count();
        MethodDescriptor method = methods.unary(declaration.method(), place.in("method"));
        if (method == null) return null;
        Sources sources = new Sources(declaration, paths, types, true);
        Map<?, ?> input = declaration.batch();
        Relation relation = input == null
                ? whole(declaration, method, sources)
                : batched(declaration, method, sources, new BatchBinder(declaration, input, paths, methods, sources));
        checkArguments(declaration);
        return place.problems().count() > before ? null : relation;
    }

    private @Nullable Relation whole(Declaration declaration, MethodDescriptor method, Sources sources) {
        Place place = declaration.place();
        Bindings bindings = Bindings.of(method.getInputType(), null, declaration.with(), sources, place.in("with"));
        Place resultPlace = place.in("result");
        FieldPath result = paths.toRead(method.getOutputType(), declaration.result(), resultPlace);
        if (result == null) return null;
        fit(declaration.field(), method, result.last(), result.isRepeated(), resultPlace);
        return relation(declaration, method, bindings, result, result.isRepeated(), null);
    }

    private @Nullable Relation batched(
            Declaration declaration, MethodDescriptor method, Sources sources, BatchBinder binder) {
        Place place = declaration.place();
        if (declaration.isRoot()) {
            place.in("batch")
                    .add("a field of a root type has no parents whose keys could be put together. Leave batch out.");
            return null;
        }
        if (!declaration.result().isEmpty())
            place.in("result").add("with batch, the path to the result is batch.result.");
        KeysField keys = binder.keysField(method.getInputType());
        FieldDescriptor items = keys != null && keys.takesMessages() ? keys.repeated() : null;
        Bindings bindings = Bindings.of(method.getInputType(), items, declaration.with(), sources, place.in("with"));
        Batch batch = binder.bind(method, keys, bindings);
        if (keys == null || batch == null) return null;
        checkItems(bindings, keys, place.in("with"));
        List<MessageField> fields = new ArrayList<>(batch.items().fields());
        fields.addAll(batch.value().fields());
        FieldPath result = new FieldPath(fields);
        boolean isList = batch.isMany() || batch.hasListOfKeys();
        if (batch.isMany() && batch.hasListOfKeys()) {
            binder.place("many").add("the parent has a list of keys, so each has one value. Leave many out.");
        }
        if (!isList && declaration.field().type().nullable() instanceof ListOf) {
            binder.place("many")
                    .add("the field is " + declaration.field().type()
                            + ", but a key has one value. Add many: true if it has several.");
        } else {
            fit(declaration.field(), method, result.last(), isList, binder.place("result"));
        }
        return relation(declaration, method, bindings, result, isList, batch);
    }

    private static void checkItems(Bindings bindings, KeysField keys, Place place) {
        for (Binding binding : bindings.ofRequest()) {
            if (binding.target().equals(keys.path())) {
                place.add(keys.repeated().getFullName() + " takes the keys. Leave it out.");
            }
        }
        for (Binding binding : bindings.ofItems()) {
            if (binding.source() instanceof ValueSource.Parent) {
                place.add(binding.field().getFullName()
                        + " is a part of the key then. Name it in batch.from and batch.key.");
            }
        }
    }

    private void fit(
            OutputField field, MethodDescriptor method, @Nullable MessageField last, boolean isList, Place place) {
        new FieldFit(types).check(field, method, last, isList, place);
    }

    private static void checkArguments(Declaration declaration) {
        for (String name : declaration.field().argumentNames()) {
            if (declaration.usedArguments().contains(name)) continue;
            declaration
                    .place()
                    .add("argument \"" + name + "\" is not used. Bind it: with: {…: \"args." + name + "\"}.");
        }
    }

    private Relation relation(
            Declaration declaration,
            MethodDescriptor method,
            Bindings bindings,
            FieldPath result,
            boolean isList,
            @Nullable Batch batch) {
        return new Relation(
                declaration.field().coordinate(),
                declaration.isRoot(),
                declaration.parent(),
                method,
                bindings.ofRequest(),
                paths.types().of(method.getOutputType()),
                result,
                isList,
                batch,
                missing(declaration, batch));
    }

    private static Missing missing(Declaration declaration, @Nullable Batch batch) {
        Place place = declaration.place().in("missing");
        Missing declared = declaration.missing();
        boolean ofItems = batch != null && batch.hasListOfKeys();
        Type type = declaration.field().type();
        if (ofItems && type.nullable() instanceof ListOf list) type = list.type();
        if (declared == null) return type.isNonNull() ? Missing.ERROR : Missing.NULL;
        if (batch != null && batch.isMany()) place.add("a key without results has an empty list. Leave missing out.");
        else if (declared == Missing.OMIT && !ofItems) place.add("OMIT is for lists of keys. Use NULL or ERROR.");
        else if (declared == Missing.NULL && type.isNonNull())
            place.add(type + " can't be null. Use ERROR" + (ofItems ? " or OMIT." : "."));
        return declared;
    }
}
