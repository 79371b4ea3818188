package dev.perigee.grpc.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.perigee.data.Binding;
import dev.perigee.data.Wiring;
import dev.perigee.grpc.graph.GrpcGraph;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.graph.RootField;
import dev.perigee.grpc.relation.KnownResults;
import dev.perigee.grpc.relation.MessageTypes;
import dev.perigee.grpc.relation.Relation;
import dev.perigee.grpc.relation.Relations;
import dev.perigee.grpc.wire.WireMessage;
import dev.perigee.language.OperationType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets services stand behind what a schema has of them. */
public final class GraphBinder {
    private static final System.Logger LOG = System.getLogger(GraphBinder.class.getName());

    private final Services services;
    private final GrpcGraph graph;
    private final Map<String, List<String>> needs;
    private final Map<String, Parser<? extends Message>> parsers;

    /**
     * @param needs what fields of others read of messages, by coordinate
     * @param parsers of the classes that resolvers see messages as, by the messages' full names
     */
    public GraphBinder(
            Services services, Map<String, List<String>> needs, Map<String, Parser<? extends Message>> parsers) {
        this.services = services;
        this.graph = services.graph();
        this.needs = Map.copyOf(needs);
        this.parsers = Map.copyOf(parsers);
    }

    public void bind(Schema schema, Wiring.Builder wiring) {
        Relations relations = Relations.of(schema, MessageTypes.of(graph), services.idl());
        graph.report().forEach(note -> LOG.log(System.Logger.Level.INFO, note));
        relations.report().forEach(note -> LOG.log(System.Logger.Level.WARNING, note));
        Selections selections = new Selections(graph);
        Pushes pushes = new Pushes(selections, new Needs(relations, needs));
        bindMessages(schema, wiring, new MessageParts(selections, services.writeOptions()));
        bindRoots(schema, wiring, pushes);
        bindRelations(wiring, relations, pushes);
        wiring.value(KnownResults.class, context -> new KnownResults());
    }

    private void bindMessages(Schema schema, Wiring.Builder wiring, MessageParts parts) {
        for (MessageType message : graph.types()) {
            if (!(schema.type(message.name()) instanceof ObjectType type)) continue;
            for (OutputField field : type.fields()) {
                if (message.field(field.name()) == null) continue;
                wiring.sourced(type.name(), field.name(), new Binding.Part(parts));
            }
            Parser<? extends Message> parser = parsers.get(message.descriptor().getFullName());
            if (parser != null) wiring.view(type.name(), value -> parsed(parser, value));
        }
    }

    private static Object parsed(Parser<? extends Message> parser, Object value) {
        if (!(value instanceof WireMessage message)) return value;
        try {
            return parser.parseFrom(message.bytes(), message.from(), message.to() - message.from());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("The service has sent what is no " + message.type(), e);
        }
    }

    private void bindRoots(Schema schema, Wiring.Builder wiring, Pushes pushes) {
        Map<String, RootMethod> calls = new HashMap<>();
        RootCalls source = new RootCalls(calls, pushes);
        for (RootField root : graph.roots()) {
            ObjectType type = schema.rootType(root.operation());
            if (type == null || type.field(root.name()) == null) continue;
            RootMethod method = services.root(root);
            if (root.result() instanceof RootField.Result.Page page) Pages.bind(schema, wiring, page);
            if (root.operation() == OperationType.SUBSCRIPTION) {
                MethodStream stream = new MethodStream(method, pushes);
                wiring.sourced(type.name(), root.name(), new Binding.StreamFrom(stream));
            } else {
                calls.put(type.name() + "." + root.name(), method);
                wiring.sourced(type.name(), root.name(), new Binding.LoadFrom(source));
            }
        }
        boolean hasPages = graph.roots().stream().anyMatch(root -> root.result() instanceof RootField.Result.Page);
        if (hasPages) Pages.bindPageInfo(schema, wiring);
    }

    private void bindRelations(Wiring.Builder wiring, Relations relations, Pushes pushes) {
        Map<Relation, RelationMethod> methods = new HashMap<>();
        RelationFields source = new RelationFields(relations, methods, pushes);
        for (Relation relation : relations.all()) {
            methods.put(relation, services.relation(relation));
            Wiring.Coordinate field = Wiring.Coordinate.parse(relation.coordinate());
            wiring.sourced(field.typeName(), field.fieldName(), new Binding.LoadFrom(source));
        }
    }
}
