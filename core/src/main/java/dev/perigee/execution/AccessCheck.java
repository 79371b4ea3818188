package dev.perigee.execution;

import dev.perigee.data.AccessDirectives;
import dev.perigee.data.AccessRule;
import dev.perigee.data.Otherwise;
import dev.perigee.language.OperationType;
import dev.perigee.schema.AppliedDirective;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DirectiveType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.InterfaceType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Finds access rules of a schema that can't be kept. */
final class AccessCheck {
    private final Schema schema;
    private final List<String> problems = new ArrayList<>();

    private AccessCheck(Schema schema) {
        this.schema = schema;
    }

    static List<String> problems(Schema schema) {
        AccessCheck check = new AccessCheck(schema);
        check.definition("requiresScopes", "scopes");
        check.definition("requiresRoles", "roles");
        for (var type : schema.types()) {
            if (type instanceof ObjectType object) object.fields().forEach(field -> check.field(object, field));
            if (type instanceof InputObjectType input) input.fields().forEach(check::inputField);
        }
        return check.problems;
    }

    /** A directive of the same name but of another make would protect nothing that its users think it does. */
    private void definition(String name, String argument) {
        DirectiveType directive = schema.directive(name);
        if (directive == null || directive.argument(argument) != null) return;
        problems.add("The directive @" + name + " has no argument \"" + argument + "\": leave its definition to "
                + AccessDirectives.class.getSimpleName() + ", or add it.");
    }

    private void field(ObjectType type, OutputField field) {
        if (!field.type().isNonNull()) return;
        List<AppliedDirective> directives = new ArrayList<>(field.appliedDirectives());
        for (InterfaceType declaring : type.interfaces()) {
            OutputField declared = declaring.field(field.name());
            if (declared != null) directives.addAll(declared.appliedDirectives());
        }
        directives.addAll(field.namedType().appliedDirectives());
        if (!type.appliedDirectives().isEmpty() && isProtectedFromWithin(type))
            directives.addAll(type.appliedDirectives());
        field.arguments().forEach(argument -> directives.addAll(argument.appliedDirectives()));
        if (AccessRule.of(directives).stream().anyMatch(rule -> rule.otherwise() == Otherwise.NULL)) {
            problems.add(type.name() + "." + field.name() + " is a " + field.type()
                    + ", but null for some callers by an access rule with otherwise: NULL. Make it nullable, or say"
                    + " otherwise: ERROR.");
        }
    }

    /** Whether its rules protect its own fields, as it may be reached without a field that returns exactly it. */
    private boolean isProtectedFromWithin(ObjectType type) {
        for (OperationType kind : OperationType.values()) {
            if (schema.rootType(kind) == type) return true;
        }
        return schema.types().stream()
                .anyMatch(other -> other != type
                        && other instanceof CompositeType composite
                        && schema.isPossibleType(composite, type));
    }

    /** Nobody could tell whether a caller has given it. */
    private void inputField(InputValue field) {
        if (field.defaultValue() == null
                || AccessRule.of(field.appliedDirectives()).isEmpty()) return;
        problems.add(field.coordinate() + " has an access rule and a default value, which all callers give by saying"
                + " nothing. Leave one of them out.");
    }
}
