package dev.perigee.codegen.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.perigee.codegen.code.ClassNames;
import dev.perigee.codegen.code.JavaNames;
import dev.perigee.codegen.code.JavaTypes;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.OperationType;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumMember;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.Schema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is generated for a client, and under which names. Names depend on all of the schema, so that use changes none. */
final class ClientModel {
    private final Schema schema;
    private final String packageName;
    private final Map<String, ClassName> boundEnums;
    private final Map<String, ClassName> types = new LinkedHashMap<>();
    private final Map<String, ClassName> selections = new HashMap<>();
    private final Map<String, ClassName> fragments = new HashMap<>();
    private final Map<String, ClassName> operations = new HashMap<>();
    private final ClassName leaves;
    private final JavaTypes javaTypes;

    ClientModel(
            Schema schema,
            Documents documents,
            String packageName,
            Map<String, ClassName> boundEnums,
            Map<String, ? extends TypeName> scalars) {
        this.schema = schema;
        this.packageName = packageName;
        this.boundEnums = boundEnums;
        ClassNames names = new ClassNames(packageName);
        for (DefinedType type : schema.types()) {
            boolean isGenerated = type instanceof InputObjectType || type instanceof EnumType;
            if (isGenerated && !type.isBuiltIn() && !boundEnums.containsKey(type.name()))
                types.put(type.name(), names.add(type.name()));
        }
        for (OperationDefinition each : documents.operations()) operations.put(name(each), names.add(className(each)));
        for (FragmentDefinition each : documents.fragments().values())
            fragments.put(each.name(), names.add(each.name()));
        this.leaves = names.add("Leaves");
        for (DefinedType type : schema.types()) {
            if (type instanceof CompositeType && !type.isBuiltIn())
                selections.put(type.name(), names.add(type.name() + "Selection"));
        }
        Map<String, TypeName> all = new HashMap<>(scalars);
        all.putAll(boundEnums);
        all.putAll(types);
        this.javaTypes = new JavaTypes(all);
    }

    static String name(OperationDefinition operation) {
        return Objects.requireNonNull(operation.name());
    }

    /** {@code TodosQuery} of {@code query Todos}, and of {@code query TodosQuery}. */
    private static String className(OperationDefinition operation) {
        String kind = JavaNames.type(operation.operation().keyword());
        String name = JavaNames.type(name(operation));
        return name.endsWith(kind) ? name : name + kind;
    }

    Schema schema() {
        return schema;
    }

    String packageName() {
        return packageName;
    }

    JavaTypes types() {
        return javaTypes;
    }

    /** The class with readers of scalars and enums. */
    ClassName leaves() {
        return leaves;
    }

    /** Whether the class of an enum is there already. */
    boolean isBound(EnumType type) {
        return boundEnums.containsKey(type.name());
    }

    ClassName generated(DefinedType type) {
        return Objects.requireNonNull(types.get(type.name()), type.name());
    }

    ClassName operation(OperationDefinition operation) {
        return Objects.requireNonNull(operations.get(name(operation)));
    }

    ClassName fragment(String name) {
        return Objects.requireNonNull(fragments.get(name), name);
    }

    ClassName selection(DefinedType type) {
        return Objects.requireNonNull(selections.get(type.name()), type.name());
    }

    /** Of which operations a type is the root, null if of none. */
    @Nullable OperationType rootOf(CompositeType type) {
        for (OperationType each : OperationType.values()) if (schema.rootType(each) == type) return each;
        return null;
    }

    /** Whether Java does not let a value have its own name. */
    static boolean isRenamed(EnumMember value) {
        return !JavaNames.constant(value.name()).equals(value.name());
    }

    static boolean isRenamed(EnumType type) {
        return type.values().stream().anyMatch(ClientModel::isRenamed);
    }

    /** {@code DATE_TIME} of {@code DateTime}. */
    static String constant(String typeName) {
        return typeName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
