package dev.perigee.grpc.gateway;

import dev.perigee.data.AccessRule;
import dev.perigee.grpc.graph.GrpcGraph;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.graph.RootField;
import dev.perigee.schema.AppliedDirective;
import dev.perigee.schema.AudienceDirective;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import dev.perigee.schema.UnionType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All rules of access and marks for audiences that a method's request and reply have anything to do with: who calls it without a selection gets all
 * of it, or nothing. For one method.
 */
final class MethodAccess {
    private final Schema schema;
    private final GrpcGraph graph;
    private final Set<AccessRule> rules = new LinkedHashSet<>();
    private final List<List<AppliedDirective>> marked = new ArrayList<>();
    private final Set<DefinedType> seen = new HashSet<>();
    private final Deque<DefinedType> toDo = new ArrayDeque<>();

    MethodAccess(Schema schema, GrpcGraph graph) {
        this.schema = schema;
        this.graph = graph;
    }

    MethodRules of(ObjectType rootType, RootField root) {
        add(rootType.appliedDirectives());
        OutputField field = rootType.field(root.name());
        if (field != null) visit(field);
        while (!toDo.isEmpty()) {
            switch (toDo.remove()) {
                case ObjectType type -> visit(type);
                case InputObjectType type -> visit(type.fields());
                case EnumType type -> type.values().forEach(value -> add(value.appliedDirectives()));
                case UnionType type -> schema.possibleTypes(type).forEach(this::open);
                default -> {} // a leaf, or an interface, which no message is
            }
        }
        return new MethodRules(List.copyOf(rules), marked);
    }

    /** What a message has, and not what others add to it: that is no part of the reply. */
    private void visit(ObjectType type) {
        MessageType message = graph.type(type.name());
        for (OutputField field : type.fields()) {
            boolean isOfPage = field.name().equals("edges") || field.name().equals("node");
            if (message == null || isOfPage || message.field(field.name()) != null) visit(field);
        }
    }

    private void visit(OutputField field) {
        add(field.appliedDirectives());
        visit(field.arguments());
        open(field.namedType());
    }

    private void visit(Collection<InputValue> inputs) {
        for (InputValue input : inputs) {
            add(input.appliedDirectives());
            open(input.type().named());
        }
    }

    private void open(DefinedType type) {
        if (!seen.add(type)) return;
        add(type.appliedDirectives());
        toDo.add(type);
    }

    private void add(List<AppliedDirective> directives) {
        rules.addAll(AccessRule.of(directives));
        boolean isMarked = directives.stream().anyMatch(one -> one.name().equals(AudienceDirective.NAME));
        if (isMarked) marked.add(directives);
    }
}
