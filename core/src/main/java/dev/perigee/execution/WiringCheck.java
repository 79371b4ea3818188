package dev.perigee.execution;

import dev.perigee.data.Binding;
import dev.perigee.data.Wiring;
import dev.perigee.language.OperationType;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumMember;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InterfaceType;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.ScalarType;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Suggestions;
import dev.perigee.schema.UnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what a wiring declares that its schema does not have, and what it uses without declaring it. */
final class WiringCheck {
    private final Schema schema;
    private final Wiring wiring;
    private final List<String> problems = new ArrayList<>();

    private WiringCheck(Schema schema, Wiring wiring) {
        this.schema = schema;
        this.wiring = wiring;
    }

    static List<String> problems(Schema schema, Wiring wiring) {
        WiringCheck check = new WiringCheck(schema, wiring);
        wiring.bindings().forEach((coordinate, binding) -> check.binding(coordinate, binding));
        for (OperationType kind : OperationType.values()) {
            check.roots(kind, wiring.roots().getOrDefault(kind, Map.of()));
        }
        wiring.typeNames().forEach(check::typeName);
        wiring.typeResolvers().forEach(check::typeResolver);
        wiring.scalars().forEach(check::scalar);
        wiring.enumValues().forEach(check::enumValue);
        return check.problems.stream().sorted().toList();
    }

    private void binding(Wiring.Coordinate coordinate, Binding binding) {
        DefinedType type = schema.type(coordinate.typeName());
        if (type instanceof ObjectType object) {
            field(coordinate.toString(), object, coordinate.fieldName(), binding);
        } else if (type instanceof InterfaceType) {
            problems.add("The wiring declares " + coordinate + ", but \"" + type.name()
                    + "\" is an interface: declare the field for each of its object types.");
        } else {
            problems.add("The wiring declares " + coordinate + ", but the schema has no object type \""
                    + coordinate.typeName() + "\"." + didYouMean(coordinate.typeName(), ObjectType.class));
        }
    }

    private void typeName(Class<?> javaClass, String name) {
        if (schema.type(name) instanceof CompositeType) return;
        problems.add("The wiring declares " + javaClass.getName() + " as \"" + name
                + "\", but the schema has no type \"" + name + "\"." + didYouMean(name, CompositeType.class));
    }

    private void scalar(String name, Coercion coercion) {
        if (!(schema.type(name) instanceof ScalarType scalar)) {
            problems.add("The wiring declares the scalar \"" + name + "\", but the schema has none."
                    + didYouMean(name, ScalarType.class));
        } else if (scalar.coercion() != coercion) {
            problems.add("The wiring declares the scalar \"" + name
                    + "\", but the schema was read without it: read it with Wiring.reader(files).");
        }
    }

    private void enumValue(Wiring.JavaEnumValue value) {
        EnumMember member = schema.type(value.enumName()) instanceof EnumType type ? type.value(value.name()) : null;
        String what = "The wiring declares \"" + value.enumName() + "." + value.name() + "\", but the schema ";
        if (member == null) {
            problems.add(what + "has no such enum value." + didYouMean(value.enumName(), EnumType.class));
        } else if (!member.value().equals(value.constant())) {
            problems.add(what + "was read without it: read it with Wiring.reader(files).");
        }
    }

    private void typeResolver(String name) {
        if (schema.type(name) instanceof InterfaceType || schema.type(name) instanceof UnionType) return;
        problems.add("The wiring tells the types of \"" + name + "\", but the schema has no interface or union \""
                + name + "\"." + didYouMean(name, InterfaceType.class, UnionType.class));
    }

    private void roots(OperationType kind, Map<String, Binding> roots) {
        ObjectType type = schema.rootType(kind);
        roots.forEach((name, binding) -> {
            if (type == null) {
                problems.add("The wiring declares the " + kind.keyword() + " " + name + ", but the schema has no "
                        + kind.keyword() + " type.");
            } else {
                if (wiring.binding(type.name(), name) != null && !wiring.isSourced(type.name(), name)) {
                    problems.add("The wiring declares " + type.name() + "." + name + " twice: as a " + kind.keyword()
                            + ", and as a field of \"" + type.name() + "\".");
                }
                field("the " + kind.keyword() + " " + name, type, name, binding);
            }
        });
    }

    private void field(String what, ObjectType type, String name, Binding binding) {
        OutputField field = type.field(name);
        if (field == null) {
            problems.add("The wiring declares " + what + ", but type \"" + type.name() + "\" has no field \"" + name
                    + "\"." + Suggestions.didYouMean(name, type.fieldNames()));
            return;
        }
        loader(what, loaderOf(binding));
        if (binding instanceof Binding.LoadEach && !(field.type().nullable() instanceof ListOf)) {
            problems.add("The wiring loads each of several keys for " + what + ", but " + field.coordinate() + " is a "
                    + field.type() + ", not a list.");
        }
    }

    private void loader(String what, @Nullable Class<?> loader) {
        if (loader != null && wiring.loader(loader) == null) {
            problems.add("The wiring uses " + loader.getName() + " for " + what
                    + ", but does not declare it: add .loader(" + loader.getSimpleName() + ".class, ...).");
        }
    }

    private static @Nullable Class<?> loaderOf(Binding binding) {
        return switch (binding) {
            case Binding.Load load -> load.loader();
            case Binding.LoadEach load -> load.loader();
            default -> null;
        };
    }

    private String didYouMean(String name, Class<?>... kinds) {
        TreeSet<String> names = new TreeSet<>();
        for (DefinedType type : schema.types()) {
            for (Class<?> kind : kinds) {
                if (kind.isInstance(type) && !type.name().startsWith("__")) names.add(type.name());
            }
        }
        return Suggestions.didYouMean(name, names);
    }
}
