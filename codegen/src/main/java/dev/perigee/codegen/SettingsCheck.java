package dev.perigee.codegen;

import dev.perigee.codegen.code.RootTypes;
import dev.perigee.codegen.settings.CodegenException;
import dev.perigee.codegen.settings.GeneratorSettings;
import dev.perigee.codegen.settings.ResolverKind;
import dev.perigee.codegen.settings.ResolverSetting;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Suggestions;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** What can be said of settings by the schema alone. */
final class SettingsCheck {
    private final Schema schema;
    private final List<String> problems = new ArrayList<>();

    private SettingsCheck(Schema schema) {
        this.schema = schema;
    }

    static void check(GeneratorSettings settings, Schema schema) throws CodegenException {
        SettingsCheck check = new SettingsCheck(schema);
        check.packageName(settings.packageName());
        check.client(settings);
        settings.resolvers().forEach(check::resolver);
        if (!check.problems.isEmpty()) throw new CodegenException(check.problems);
    }

    private void client(GeneratorSettings settings) {
        if (settings.client() == null) return;
        String name = settings.client().packageName();
        packageName(name);
        if (name.equals(settings.packageName()))
            problems.add("Server and client can't both be generated in the package " + name + ": give each its own.");
    }

    private void packageName(@Nullable String name) {
        if (name != null && !SourceVersion.isName(name)) problems.add("\"" + name + "\" is no name of a package.");
    }

    private void resolver(String coordinate, ResolverSetting setting) {
        int dot = coordinate.indexOf('.');
        String typeName = dot < 0 ? coordinate : coordinate.substring(0, dot);
        String fieldName = dot < 0 ? "" : coordinate.substring(dot + 1);
        if (!(schema.type(typeName) instanceof ObjectType type)) {
            problems.add(setting.place() + "There is no object type \"" + typeName + "\"."
                    + Suggestions.didYouMean(typeName, objects()));
        } else if (type.field(fieldName) == null) {
            problems.add(setting.place() + "Type \"" + typeName + "\" has no field \"" + fieldName + "\"."
                    + Suggestions.didYouMean(fieldName, type.fieldNames()));
        } else if (RootTypes.contains(schema, type)
                && setting.kind() != ResolverKind.CALL
                && setting.kind() != ResolverKind.ELSEWHERE) {
            problems.add(setting.place() + coordinate + " is a root field: it is a \"call\", or \"elsewhere\".");
        }
    }

    private List<String> objects() {
        return schema.types().stream()
                .filter(type -> type instanceof ObjectType && !type.isBuiltIn())
                .map(DefinedType::name)
                .toList();
    }
}
