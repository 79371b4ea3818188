package dev.perigee.graphql;

import dev.perigee.language.Location;
import dev.perigee.schema.AppliedDirective;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one {@code @remote} and holds it against the remote schema. For one directive. */
final class JoinReader {
    private final Remote remote;
    private final ObjectType parent;
    private final OutputField field;
    private final AppliedDirective directive;
    private final Problems problems;

    JoinReader(Remote remote, ObjectType parent, OutputField field, AppliedDirective directive, Problems problems) {
        this.remote = remote;
        this.parent = parent;
        this.field = field;
        this.directive = directive;
        this.problems = problems;
    }

    /** Null if something is wrong, which is among the problems then. */
    @Nullable Join read() {
        int before = problems.count();
        ObjectType query = remote.schema().queryType();
        String name = text(directive.arguments().get("field"));
        OutputField own = query.field(name);
        if (own == null) {
            wrong("the server has no field \"" + name + "\" in " + query.name() + "."
                    + Problems.meant(name, names(query.fields())));
            return null;
        }
        Map<?, ?> batch = directive.arguments().get("batch") instanceof Map<?, ?> given ? given : null;
        List<Join.Given> arguments = arguments(own, batch != null);
        Join.Batch keys = batch == null ? null : batch(own, batch);
        if (problems.count() == before) {
            checkRequired(own, arguments, keys);
            checkType(own, keys);
        }
        return problems.count() > before ? null : new Join(field.coordinate(), own, arguments, keys);
    }

    private List<Join.Given> arguments(OutputField own, boolean isBatch) {
        List<Join.Given> given = new ArrayList<>();
        if (!(directive.arguments().get("with") instanceof Map<?, ?> with)) return given;
        with.forEach((name, value) -> {
            InputValue argument = argument(own, text(name));
            Join.From from = from(text(name), value);
            if (from instanceof Join.From.Parent && isBatch) {
                wrong("\"" + name + "\" can't be of the parent: a batch is asked for with the same for all."
                        + " What differs goes into \"batch\".");
            }
            if (argument != null && from != null) given.add(new Join.Given(argument, from));
        });
        return given;
    }

    private @Nullable InputValue argument(OutputField own, String name) {
        InputValue argument = own.argument(name);
        if (argument == null) {
            wrong("the server's field \"" + own.name() + "\" has no argument \"" + name + "\"."
                    + Problems.meant(name, own.argumentNames()));
        }
        return argument;
    }

    private Join.@Nullable From from(String argument, @Nullable Object value) {
        if (!(value instanceof String text)) {
            if (value != null) return new Join.From.Constant(value);
            wrong("\"" + argument + "\" is null. Leave it out instead.");
            return null;
        }
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            return new Join.From.Constant(text.substring(1, text.length() - 1));
        }
        if (text.startsWith("parent.")) {
            String property = property(text);
            return property == null ? null : new Join.From.Parent(property);
        }
        if (text.startsWith("args.")) {
            String name = text.substring("args.".length());
            if (field.argument(name) != null) return new Join.From.Argument(name);
            wrong("the field has no argument \"" + name + "\"." + Problems.meant(name, field.argumentNames()));
            return null;
        }
        // An enum's value comes as a string, too.
        if (text.matches("[A-Z][A-Z0-9_]*")) return new Join.From.Constant(text);
        wrong("\"" + argument + "\" is \"" + text + "\", which is no path that begins with parent or args."
                + " Text itself is written \"'" + text + "'\".");
        return null;
    }

    /** Of an object of ours, by its path; only a remote's own objects say at start what they have. */
    private @Nullable String property(String path) {
        String name = path.startsWith("parent.") ? path.substring("parent.".length()) : "";
        if (name.isEmpty() || name.contains(".")) {
            wrong("\"" + path + "\" is no property of the parent, such as parent.id.");
            return null;
        }
        ObjectType own = remote.object(parent.name());
        if (own == null || remote.isRoot(own) || Needs.isReadable(own.field(name))) return name;
        wrong(own.name() + " has no field \"" + name + "\" that is a leaf without arguments."
                + Problems.meant(name, names(own.fields())));
        return null;
    }

    private Join.@Nullable Batch batch(OutputField own, Map<?, ?> batch) {
        InputValue argument = argument(own, text(batch.get("argument")));
        if (argument != null && !(argument.type().nullable() instanceof ListOf)) {
            wrong("the argument \"" + argument.name() + "\" is no list, but " + argument.type()
                    + ". Without \"batch\", each object is asked for under an alias.");
        }
        if (!(own.type().nullable() instanceof ListOf)) {
            wrong("the server's field \"" + own.name() + "\" gives no list, but " + own.type() + ".");
        }
        String key = text(batch.get("key"));
        if (own.namedType() instanceof ObjectType item && !Needs.isReadable(item.field(key))) {
            wrong(item.name() + " has no field \"" + key + "\" that is a leaf without arguments."
                    + Problems.meant(key, names(item.fields())));
        } else if (!(own.namedType() instanceof ObjectType)) {
            wrong("a batch takes items of an object type, and "
                    + own.namedType().name() + " is none.");
        }
        String from = property(text(batch.get("from")));
        int max = batch.get("max") instanceof Integer given ? given : 1000;
        if (max < 1) wrong("\"max\" is " + max + " (at least 1).");
        boolean isMany = Boolean.TRUE.equals(batch.get("many"));
        return argument == null || from == null ? null : new Join.Batch(argument, from, key, isMany, max);
    }

    private void checkRequired(OutputField own, List<Join.Given> given, Join.@Nullable Batch keys) {
        Set<String> filled = new HashSet<>();
        for (Join.Given one : given) filled.add(one.argument().name());
        if (keys != null) filled.add(keys.argument().name());
        for (InputValue argument : own.arguments()) {
            if (!argument.isRequired() || filled.contains(argument.name())) continue;
            wrong("the server's field \"" + own.name() + "\" needs \"" + argument.name()
                    + "\". Say what it is in \"with\".");
        }
    }

    private void checkType(OutputField own, Join.@Nullable Batch keys) {
        String there = remote.names().ofType(own.namedType().name());
        String here = field.namedType().name();
        if (!there.equals(here)) {
            wrong("the field is of " + here + ", but what the server has is of " + there + ".");
        } else if (keys == null && depth(field.type()) != depth(own.type())) {
            wrong("the field is of " + field.type() + ", but what the server has is of " + own.type() + ".");
        } else if (keys != null && (depth(field.type()) > 1 || keys.many() && depth(field.type()) == 0)) {
            wrong("the field is of " + field.type() + ": it has one item for a key, or with \"many\" a list.");
        }
    }

    private static int depth(Type type) {
        return type.nullable() instanceof ListOf list ? 1 + depth(list.type()) : 0;
    }

    private static Set<String> names(List<OutputField> fields) {
        return fields.stream().map(OutputField::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void wrong(String message) {
        Location at = directive.node().location();
        problems.add(at, field.coordinate(), message);
    }
}
