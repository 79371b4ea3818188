package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the {@link Parameters} of the parents of an {@link Ask}: once, unless parents have different ones. */
final class ParametersOf {
    private final RequestTemplate template;
    private final Parameters shared;

    private ParametersOf(RequestTemplate template, Parameters shared) {
        this.template = template;
        this.shared = shared;
    }

    static ParametersOf of(Relation relation, Batch batch, Ask ask, MessageReader reader) {
        SourceValues values = new SourceValues(null, ask.arguments(), ask.headers(), reader);
        RequestTemplate template = RequestTemplate.of(relation.bindings());
        SingleCall single = batch.single();
        return new ParametersOf(
                template,
                new Parameters(
                        template.readsParent() ? ByteString.EMPTY : written(template, values),
                        written(RequestTemplate.of(batch.itemBindings()), values),
                        written(RequestTemplate.of(single == null ? List.of() : single.bindings()), values),
                        ask.pushed()));
    }

    private static ByteString written(RequestTemplate template, SourceValues values) {
        ByteString written = template.write(values);
        return written == null ? ByteString.EMPTY : written;
    }

    /** Null where the parent lacks what a call needs. */
    @Nullable Parameters of(SourceValues values) {
        if (!template.readsParent()) return shared;
        ByteString request = template.write(values);
        return request == null ? null : new Parameters(request, shared.item(), shared.single(), shared.pushed());
    }
}
