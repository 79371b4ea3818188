package dev.perigee.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Types have what the interfaces that they implement ask for.
 *
 * @see <a href="https://spec.graphql.org/September2025/#IsValidImplementation()">IsValidImplementation</a>
 */
final class ValidImplementations {
    /** Missing names that one problem lists. Looking for more would make hostile schemas costly. */
    private static final int MOST_LISTED = 5;

    private final Draft draft;
    private final SchemaProblems problems;

    ValidImplementations(Draft draft, SchemaProblems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    void check() {
        for (DefinedType type : draft.types()) {
            if (!(type instanceof ImplementingType implementing)) continue;
            for (InterfaceType implemented : implementing.interfaces()) check(implementing, implemented);
        }
    }

    private void check(ImplementingType type, InterfaceType implemented) {
        if (type == implemented) {
            problems.add("Interface \"%s\" must not implement itself.".formatted(type), type.location());
            return;
        }
        if (type instanceof InterfaceType asked && implemented.isImplementing(asked)) {
            problems.add(
                    "Interfaces \"%s\" and \"%s\" must not implement each other.".formatted(type, implemented),
                    type.location(),
                    implemented.location());
            return;
        }
        checkInterfaces(type, implemented);
        checkFields(type, implemented);
    }

    private void checkInterfaces(ImplementingType type, InterfaceType implemented) {
        List<InterfaceType> missing =
                firstMissing(implemented.interfaces(), asked -> asked == type || type.isImplementing(asked));
        if (missing.isEmpty()) return;
        problems.add(
                "Type \"%s\" must also implement %s, because \"%s\" does."
                        .formatted(
                                type,
                                names(missing.stream().map(InterfaceType::name).toList()),
                                implemented),
                type.location(),
                implemented.location());
    }

    private void checkFields(ImplementingType type, InterfaceType implemented) {
        List<OutputField> missing = firstMissing(implemented.fields(), asked -> type.field(asked.name()) != null);
        if (!missing.isEmpty()) {
            problems.add(
                    "Type \"%s\" must have %s, because it implements \"%s\"."
                            .formatted(
                                    type,
                                    fields(missing.stream()
                                            .map(OutputField::name)
                                            .toList()),
                                    implemented),
                    type.location(),
                    missing.getFirst().location());
        }
        for (OutputField field : type.fields()) {
            OutputField asked = implemented.field(field.name());
            if (asked != null) check(field, asked);
        }
    }

    private void check(OutputField field, OutputField asked) {
        boolean known = !draft.isUnknown(field.type()) && !draft.isUnknown(asked.type());
        if (known && !Subtypes.isSubtype(field.type(), asked.type())) {
            problems.add(
                    "Field \"%s\" must have type \"%s\" or a subtype of it, as \"%s\" asks, not \"%s\"."
                            .formatted(field, asked.type(), asked, field.type()),
                    field.location(),
                    asked.location());
        }
        if (field.deprecationReason() != null && asked.deprecationReason() == null) {
            problems.add(
                    "Field \"%s\" must not be deprecated while \"%s\" is not.".formatted(field, asked),
                    field.location(),
                    asked.location());
        }
        for (InputValue argument : asked.arguments()) checkArgument(field, argument);
        for (InputValue argument : field.arguments()) {
            if (!argument.isRequired() || asked.argument(argument.name()) != null) continue;
            problems.add(
                    "Argument \"%s\" must not be required, because \"%s\" doesn't have it.".formatted(argument, asked),
                    argument.location(),
                    asked.location());
        }
    }

    private void checkArgument(OutputField field, InputValue asked) {
        InputValue argument = field.argument(asked.name());
        if (argument == null) {
            problems.add(
                    "Field \"%s\" must have an argument \"%s\", because \"%s\" is defined."
                            .formatted(field, asked.name(), asked),
                    field.location(),
                    asked.location());
            return;
        }
        if (draft.isUnknown(argument.type()) || argument.type().equals(asked.type())) return;
        problems.add(
                "Argument \"%s\" must have type \"%s\", as \"%s\" has, not \"%s\"."
                        .formatted(argument, asked.type(), asked, argument.type()),
                argument.location(),
                asked.location());
    }

    /** Looks no further than it has to, so that the work is bounded by what the type does have. */
    private static <T> List<T> firstMissing(List<T> asked, Predicate<T> isThere) {
        List<T> missing = new ArrayList<>();
        for (T one : asked) {
            if (isThere.test(one)) continue;
            missing.add(one);
            if (missing.size() > MOST_LISTED) break;
        }
        return missing;
    }

    private static String fields(List<String> names) {
        return (names.size() == 1 ? "field " : "fields ") + names(names);
    }

    private static String names(List<String> names) {
        String listed = names.stream()
                .limit(MOST_LISTED)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        return names.size() > MOST_LISTED ? listed + " and more" : listed;
    }
}
