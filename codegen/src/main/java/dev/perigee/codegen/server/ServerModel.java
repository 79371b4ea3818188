package dev.perigee.codegen.server;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.perigee.codegen.binding.TypeBinding;
import dev.perigee.codegen.code.ClassNames;
import dev.perigee.codegen.code.InputCode;
import dev.perigee.codegen.code.JavaTypes;
import dev.perigee.codegen.code.RootTypes;
import dev.perigee.codegen.settings.ResolverKind;
import dev.perigee.codegen.settings.ResolverSetting;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InterfaceType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.ScalarType;
import dev.perigee.schema.Schema;
import dev.perigee.schema.UnionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each type of a schema, and under which name. Names are given in two steps: those of types first, for bindings
 * are matched with them, then those of resolvers and the like.
 */
public final class ServerModel {
    private final Schema schema;
    private final String packageName;
    private final ClassNames names;
    private final Map<String, ClassName> generated = new LinkedHashMap<>();
    private final Map<String, ClassName> readers = new HashMap<>();
    private final JavaTypes types;
    private final InputCode input;
    private final Set<String> bound;
    private final Map<String, List<UnionType>> unions = new HashMap<>();
    private final Map<String, List<InterfaceType>> implementing = new HashMap<>();
    private final Map<String, ClassName> others = new HashMap<>();
    private Map<String, TypeBinding> bindings = Map.of();
    private Map<String, ResolverSetting> resolvers = Map.of();
    private @Nullable Circles circles;

    /**
     * @param existing the classes behind types, by the types' names
     * @param scalars what scalars are, by their names
     */
    public ServerModel(
            Schema schema,
            String packageName,
            Map<String, ClassName> existing,
            Map<String, ? extends TypeName> scalars) {
        this.schema = schema;
        this.packageName = packageName;
        this.names = new ClassNames(packageName);
        this.bound = Set.copyOf(existing.keySet());
        Map<String, TypeName> all = new HashMap<>(scalars);
        all.putAll(existing);
        for (DefinedType type : schema.types()) {
            if (isGenerated(type)) generated.put(type.name(), names.add(type.name()));
        }
        all.putAll(generated);
        for (DefinedType type : schema.types()) {
            if (!(type instanceof InputObjectType object)) continue;
            ClassName own = generated.get(type.name());
            readers.put(type.name(), own != null && !object.isOneOf() ? own : names.add(type.name() + "Reader"));
        }
        for (DefinedType type : schema.types()) {
            if (type instanceof UnionType union) {
                for (ObjectType member : schema.possibleTypes(union))
                    unions.computeIfAbsent(member.name(), name -> new ArrayList<>())
                            .add(union);
            }
            if (type instanceof InterfaceType child && generated.containsKey(child.name())) {
                for (InterfaceType parent : child.interfaces())
                    implementing
                            .computeIfAbsent(parent.name(), name -> new ArrayList<>())
                            .add(child);
            }
        }
        this.types = new JavaTypes(all);
        this.input = new InputCode(types, readers);
    }

    private boolean isGenerated(DefinedType type) {
        if (type.isBuiltIn() || type instanceof ScalarType || bound.contains(type.name()) || isRoot(type)) return false;
        if (!(type instanceof CompositeType composite) || type instanceof ObjectType) return true;
        // a class that is there can't be made to implement what is generated
        return schema.possibleTypes(composite).stream()
                .noneMatch(possible -> bound.contains(possible.name()) || isRoot(possible));
    }

    /** Completes the model. */
    public void bind(Map<String, TypeBinding> bindings, Map<String, ResolverSetting> resolvers) {
        this.bindings = bindings;
        this.resolvers = resolvers;
        this.circles = Circles.of(schema, type -> !bound.contains(type.name()) && !isRoot(type));
    }

    public JavaTypes types() {
        return types;
    }

    public InputCode input() {
        return input;
    }

    Schema schema() {
        return schema;
    }

    String packageName() {
        return packageName;
    }

    @Nullable TypeBinding binding(DefinedType type) {
        return bindings.get(type.name());
    }

    /** The class to be generated for a type, null if there is one already or nothing is to be generated. */
    @Nullable ClassName generated(DefinedType type) {
        return generated.get(type.name());
    }

    /** The class of a type's values, where it is one of its own. */
    ClassName javaName(DefinedType type) {
        return types.of(type) instanceof ClassName name ? name : ClassName.OBJECT;
    }

    ClassName reader(InputObjectType type) {
        ClassName reader = readers.get(type.name());
        if (reader == null) throw new IllegalArgumentException(type.name());
        return reader;
    }

    /** Of what is made beside the types, such as {@code TodoResolver}. */
    ClassName named(String name) {
        return others.computeIfAbsent(name, names::add);
    }

    boolean isRoot(DefinedType type) {
        return RootTypes.contains(schema, type);
    }

    /** The object types that are no roots, in the order of the schema. */
    List<ObjectType> objects() {
        return schema.types().stream()
                .filter(type -> type instanceof ObjectType && !type.isBuiltIn() && !isRoot(type))
                .map(ObjectType.class::cast)
                .toList();
    }

    /** The generated interfaces that implement another one. */
    List<InterfaceType> implementing(CompositeType type) {
        return implementing.getOrDefault(type.name(), List.of());
    }

    /** The unions that an object is of, in the order of the schema. */
    List<UnionType> unions(ObjectType type) {
        return unions.getOrDefault(type.name(), List.of());
    }

    FieldForm form(ObjectType type, OutputField field) {
        ResolverSetting setting = resolvers.get(field.coordinate());
        if (setting != null) {
            return setting.kind() == ResolverKind.ELSEWHERE
                    ? new FieldForm.Elsewhere()
                    : new FieldForm.Resolved(setting.kind());
        }
        if (isRoot(type)) return new FieldForm.Resolved(ResolverKind.CALL);
        if (binding(type) instanceof TypeBinding.OfObject object) {
            var accessor = object.fields().get(field.name());
            return accessor == null ? new FieldForm.Resolved(ResolverKind.BATCHED) : new FieldForm.Member(accessor);
        }
        boolean isClosing = circles != null && circles.isClosedBy(type, field);
        return field.arguments().isEmpty() && !isClosing
                ? new FieldForm.Component()
                : new FieldForm.Resolved(ResolverKind.BATCHED);
    }

    /** The fields that a resolver gives. */
    List<OutputField> resolved(ObjectType type) {
        return type.fields().stream()
                .filter(field -> form(type, field) instanceof FieldForm.Resolved)
                .toList();
    }
}
