package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.relation.Problems.Place;
import dev.perigee.language.ListValue;
import dev.perigee.language.StringValue;
import dev.perigee.language.Value;
import dev.perigee.schema.Suggestions;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds where the values of a relation's request come from. Each method returns null after it has told what is wrong. */
record Sources(Declaration declaration, Paths paths, MessageTypes types, boolean withParent) {
    private static final List<String> BEGINNINGS = List.of("parent", "args", "header");

    @Nullable ValueSource of(Value value, FieldDescriptor target, Place place) {
        if (value instanceof StringValue text && !isQuoted(text.value())) return path(text.value(), target, place);
        Value unquoted = value instanceof StringValue text ? unquoted(text) : value;
        Object constant = unquoted instanceof ListValue list
                ? Constants.list(list, target, place)
                : Constants.one(unquoted, target, place);
        return constant == null ? null : new ValueSource.Constant(constant);
    }

    private static boolean isQuoted(String text) {
        return text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
    }

    private static StringValue unquoted(StringValue text) {
        String inside = text.value().substring(1, text.value().length() - 1);
        return new StringValue(inside, false, text.location());
    }

    private @Nullable ValueSource path(String text, FieldDescriptor target, Place place) {
        int dot = text.indexOf('.');
        String beginning = dot < 0 ? text : text.substring(0, dot);
        String rest = dot < 0 ? "" : text.substring(dot + 1);
        if (!BEGINNINGS.contains(beginning)) {
            place.add("\"" + text + "\" begins with none of parent, args and header." + hint(beginning)
                    + " Text itself is written in quotes: \"'" + text + "'\".");
            return null;
        }
        if (rest.isEmpty()) {
            place.add("\"" + text + "\" is no path. Write what of it is meant: \"" + beginning + ".name\".");
            return null;
        }
        return switch (beginning) {
            case "parent" -> parent(rest, target, place);
            case "args" -> ArgumentSources.of(declaration, types, rest, target, place);
            default -> header(rest, target, place);
        };
    }

    private static String hint(String beginning) {
        return Suggestions.didYouMean(beginning, BEGINNINGS);
    }

    private static @Nullable ValueSource header(String name, FieldDescriptor target, Place place) {
        if (ValueKind.of(target).basic() == ValueKind.Basic.TEXT)
            return new ValueSource.Header(name.toLowerCase(Locale.ROOT));
        place.add("a header is a text, but " + target.getFullName() + " is " + Paths.shown(target) + ".");
        return null;
    }

    private @Nullable ValueSource parent(String rest, FieldDescriptor target, Place place) {
        boolean isOptional = rest.endsWith("?");
        String text = isOptional ? rest.substring(0, rest.length() - 1) : rest;
        if (withParent && declaration.hasForeignParents()) {
            ParentProperty property = property(text, target, target.isRepeated(), place);
            return property == null ? null : new ValueSource.Parent(property, isOptional);
        }
        FieldPath path = parentPath(text, place);
        if (path == null) return null;
        FieldDescriptor last = FieldPath.descriptor(path.fields().getLast());
        if (!ValueKind.of(last).fits(ValueKind.of(target))) {
            place.add("parent." + path.protoPath() + " is " + Paths.shown(last) + ", but " + target.getFullName()
                    + " is " + Paths.shown(target) + ".");
            return null;
        }
        if (path.isRepeated() && !target.isRepeated()) {
            place.add(
                    "parent." + path.protoPath() + " has several values, but " + target.getFullName() + " takes one.");
            return null;
        }
        return new ValueSource.Parent(new ParentField(path), isOptional);
    }

    /** @param path without {@code parent}; where the parents are no messages */
    @Nullable ParentProperty property(String path, FieldDescriptor target, boolean isRepeated, Place place) {
        List<String> names = List.of(path.split("\\.", -1));
        if (names.stream().anyMatch(String::isBlank)) {
            place.add("\"parent." + path + "\" is no path. Separate names by one dot each: \"parent.author_id\".");
            return null;
        }
        if (ValueKind.of(target).basic() != ValueKind.Basic.OTHER) return new ParentProperty(names, target, isRepeated);
        place.add(target.getFullName() + " is " + Paths.shown(target)
                + ", which a property can't fill in. Name a field in it.");
        return null;
    }

    /** @param path without {@code parent} */
    @Nullable FieldPath parentPath(String path, Place place) {
        MessageType parent = declaration.parent();
        if (!withParent || parent == null) {
            place.add(
                    withParent
                            ? "there is no parent of a field of a root type. Use args or header."
                            : "the parent is known by its key here. Use args or header.");
            return null;
        }
        return paths.toRead(parent.descriptor(), path, place);
    }
}
