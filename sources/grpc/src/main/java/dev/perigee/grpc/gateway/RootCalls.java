package dev.perigee.grpc.gateway;

import dev.perigee.data.LoadSource;
import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SelectedField;
import java.util.List;
import java.util.Map;

/** Root fields as calls. Fields of a query that call one method with equal arguments are one call. */
record RootCalls(Map<String, RootMethod> byCoordinate, Pushes pushes) implements LoadSource {
    private record Key(RootMethod method, String arguments) {}

    @Override
    public Object mergeKey(SelectedField field) {
        return new Key(method(field), field.argumentText());
    }

    @Override
    public PlannedLoad plan(List<? extends SelectedField> fields) {
        RootMethod method = method(fields.getFirst());
        if (!method.tellsArguments()) return new RootCall(method, pushes.of(method, fields));
        return ArgumentGroups.load(
                pushes.selections().graph(), fields, group -> new RootCall(method, pushes.of(method, group)));
    }

    private RootMethod method(SelectedField field) {
        RootMethod method = byCoordinate.get(field.definition().coordinate());
        if (method == null) throw new IllegalStateException(field.definition().coordinate() + " calls nothing");
        return method;
    }
}
