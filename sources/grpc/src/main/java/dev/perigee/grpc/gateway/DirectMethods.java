package dev.perigee.grpc.gateway;

import dev.perigee.data.ClientException;
import dev.perigee.grpc.graph.RootField;
import dev.perigee.language.OperationType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The unary methods that a schema has as fields, by full name and by their own. Immutable. */
public final class DirectMethods {
    /** Of a name that is none, in characters. */
    private static final int MOST_SHOWN = 200;

    private final Map<String, DirectMethod> byFullName = new TreeMap<>();
    private final Map<String, List<String>> fullNames = new TreeMap<>();

    private DirectMethods() {}

    public static DirectMethods of(Services services, Schema schema) {
        DirectMethods methods = new DirectMethods();
        for (RootField root : services.graph().roots()) {
            ObjectType type = schema.rootType(root.operation());
            boolean isUnary = root.operation() != OperationType.SUBSCRIPTION
                    && !(root.result() instanceof RootField.Result.Replies);
            if (type == null || type.field(root.name()) == null || !isUnary) continue;
            methods.add(DirectMethod.of(services, root, new MethodAccess(schema, services.graph()).of(type, root)));
        }
        return methods;
    }

    private void add(DirectMethod method) {
        String fullName = method.name();
        byFullName.put(fullName, method);
        fullNames
                .computeIfAbsent(fullName.substring(fullName.indexOf('/') + 1), name -> new ArrayList<>(1))
                .add(fullName);
    }

    /** @throws ClientException with code {@code UNIMPLEMENTED} if there is none, or more than one of the name */
    public DirectMethod find(String name) {
        DirectMethod method = byFullName.get(name);
        if (method != null) return method;
        List<String> found = fullNames.getOrDefault(name, List.of());
        return switch (found.size()) {
            case 0 ->
                throw new ClientException(
                        "UNIMPLEMENTED",
                        "There is no method \"" + shown(name) + "\"."
                                + Suggestions.didYouMean(name, fullNames.keySet()));
            case 1 -> method(found.getFirst());
            default ->
                throw new ClientException(
                        "UNIMPLEMENTED",
                        "There is more than one \"" + name + "\": " + String.join(", ", found) + ". Name one in full.");
        };
    }

    private static String shown(String name) {
        return name.length() <= MOST_SHOWN ? name : name.substring(0, MOST_SHOWN) + "…";
    }

    private DirectMethod method(String fullName) {
        DirectMethod method = byFullName.get(fullName);
        if (method == null) throw new IllegalStateException(fullName);
        return method;
    }
}
