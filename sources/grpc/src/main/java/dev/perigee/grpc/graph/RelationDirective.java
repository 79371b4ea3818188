package dev.perigee.grpc.graph;

import dev.perigee.grpc.options.Batch;
import dev.perigee.grpc.options.Relation;
import dev.perigee.grpc.options.Single;
import dev.perigee.language.Argument;
import dev.perigee.language.BooleanValue;
import dev.perigee.language.Directive;
import dev.perigee.language.EnumValue;
import dev.perigee.language.IntValue;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.Parser;
import dev.perigee.language.SyntaxException;
import dev.perigee.language.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** An option that declares a relation as the directive {@code @grpc} that says the same. */
final class RelationDirective {
    private static final Pattern PATH = Pattern.compile("(parent|args|header)(\\..*)?|'.*", Pattern.DOTALL);

    private RelationDirective() {}

    static Directive of(Relation relation) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Nodes.argument("method", Nodes.string(relation.getMethod())));
        if (relation.getWithCount() > 0) arguments.add(Nodes.argument("with", bindings(relation.getWithMap())));
        if (relation.hasResult()) arguments.add(Nodes.argument("result", Nodes.string(relation.getResult())));
        if (relation.hasBatch()) arguments.add(Nodes.argument("batch", batch(relation.getBatch())));
        if (relation.hasMissing()) {
            arguments.add(Nodes.argument("missing", new EnumValue(relation.getMissing(), Nodes.NONE)));
        }
        return Nodes.directive("grpc", arguments.toArray(Argument[]::new));
    }

    private static ObjectValue batch(Batch batch) {
        List<ObjectField> fields = new ArrayList<>();
        fields.add(Nodes.entry("keys", Nodes.string(batch.getKeys())));
        fields.add(Nodes.entry("from", Nodes.string(batch.getFrom())));
        fields.add(Nodes.entry("result", Nodes.string(batch.getResult())));
        if (batch.hasKey()) fields.add(Nodes.entry("key", Nodes.string(batch.getKey())));
        if (batch.hasMany()) fields.add(Nodes.entry("many", new BooleanValue(batch.getMany(), Nodes.NONE)));
        if (batch.hasMax()) {
            fields.add(Nodes.entry("max", new IntValue(Integer.toString(batch.getMax()), Nodes.NONE)));
        }
        if (batch.hasPositional()) {
            fields.add(Nodes.entry("positional", new BooleanValue(batch.getPositional(), Nodes.NONE)));
        }
        if (batch.hasNotFound()) {
            fields.add(Nodes.entry("notFound", new EnumValue(batch.getNotFound(), Nodes.NONE)));
        }
        if (batch.hasSingle()) fields.add(Nodes.entry("single", single(batch.getSingle())));
        return Nodes.object(fields);
    }

    private static ObjectValue single(Single single) {
        List<ObjectField> fields = new ArrayList<>();
        fields.add(Nodes.entry("method", Nodes.string(single.getMethod())));
        fields.add(Nodes.entry("key", Nodes.string(single.getKey())));
        if (single.getWithCount() > 0) fields.add(Nodes.entry("with", bindings(single.getWithMap())));
        if (single.hasResult()) fields.add(Nodes.entry("result", Nodes.string(single.getResult())));
        return Nodes.object(fields);
    }

    /** {@code filter.state} is the field {@code state} in the object that {@code filter} is given. */
    private static ObjectValue bindings(Map<String, String> bindings) {
        Map<String, Map<String, String>> inside = new TreeMap<>();
        bindings.forEach((path, value) -> {
            int dot = path.indexOf('.');
            String name = dot < 0 ? path : path.substring(0, dot);
            String rest = dot < 0 ? "" : path.substring(dot + 1);
            inside.computeIfAbsent(name, first -> new TreeMap<>()).put(rest, value);
        });
        List<ObjectField> fields = new ArrayList<>();
        inside.forEach((name, values) -> {
            String own = values.get("");
            fields.add(Nodes.entry(name, own != null ? value(own) : bindings(values)));
        });
        return Nodes.object(fields);
    }

    /** A path or quoted text, else what it says in GraphQL: a number, {@code true}, the value of an enum. */
    private static Value value(String text) {
        if (PATH.matcher(text).matches()) return Nodes.string(text);
        try {
            return Parser.parseConstValue(text);
        } catch (SyntaxException e) {
            return Nodes.string(text);
        }
    }
}
