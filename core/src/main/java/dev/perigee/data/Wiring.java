package dev.perigee.data;

import dev.perigee.language.OperationType;
import dev.perigee.language.Source;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the fields of a schema: roots, loaders and resolvers, composed from as many small classes as one
 * likes. Immutable. Whether it fits a schema is checked when an engine is built from both.
 *
 * <pre>{@code
 * Wiring wiring = Wiring.builder()
 *         .query("posts", new LatestPosts(database))
 *         .queryLoad("user", UserById.class, arguments -> arguments.numericId("id"))
 *         .type("Post", Post.class, post -> post.load("author", UserById.class, Post::authorId))
 *         .loader(UserById.class, context -> new UserById(users))
 *         .build();
 * }</pre>
 */
public final class Wiring {
    private final Map<Coordinate, Binding> bindings;
    private final Map<OperationType, Map<String, Binding>> roots;
    private final Map<Class<?>, Function<Context, ? extends Loader<?, ?>>> loaders;
    private final Map<Class<?>, Function<Context, ?>> values;
    private final Map<Class<?>, String> typeNames;
    private final Map<String, Function<Object, @Nullable String>> typeResolvers;
    private final List<FetchSource> sources;
    private final Map<String, Coercion> scalars;
    private final List<JavaEnumValue> enumValues;
    private final Builder declared;

    private Wiring(Builder builder) {
        this.bindings = builder.allBindings();
        this.roots = Map.copyOf(builder.roots);
        this.loaders = Map.copyOf(builder.loaders);
        this.values = Map.copyOf(builder.values);
        this.typeNames = Map.copyOf(builder.typeNames);
        this.typeResolvers = Map.copyOf(builder.typeResolvers);
        this.sources = List.copyOf(builder.sources);
        this.scalars = Map.copyOf(builder.scalars);
        this.enumValues = List.copyOf(builder.enumValues);
        this.declared = builder.copy();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A wiring of functions by coordinate, such as {@code User.fullName}: the quick form. */
    public static Wiring ofFunctions(Map<String, FieldFunction> functions) {
        return builder().functions(functions).build();
    }

    /**
     * A reader of the schema that the wiring is for: its files on top of what its sources bring, with the scalars and Java
     * enums that are declared.
     */
    public SchemaReader reader(List<Source> files) {
        SchemaReader reader =
                SourcedSchema.reader(declared.schemaSources, files).library(scalars);
        for (JavaEnumValue value : enumValues) reader.enumValue(value.enumName(), value.name(), value.constant());
        return reader;
    }

    /** How scalars coerce, by their names, as far as it was declared. */
    public Map<String, Coercion> scalars() {
        return scalars;
    }

    /** What stands for values of enums in Java, as far as it was declared. */
    public List<JavaEnumValue> enumValues() {
        return enumValues;
    }

    /** What stands for a value of an enum in Java. */
    public record JavaEnumValue(String enumName, String name, Object constant) {}

    /** The wiring with what its sources find in a schema. */
    public Wiring boundTo(Schema schema) {
        if (declared.schemaSources.isEmpty()) return this;
        Builder bound = declared.copy();
        bound.schemaSources.clear();
        for (SchemaSource source : declared.schemaSources) source.bind(schema, bound);
        return bound.build();
    }

    /** What was declared for a field of a type, null where nothing was. */
    public @Nullable Binding binding(String typeName, String fieldName) {
        return bindings.get(new Coordinate(typeName, fieldName));
    }

    /** Whether {@link #binding} is a source's, which gives way to a root of the same name. */
    public boolean isSourced(String typeName, String fieldName) {
        Coordinate coordinate = new Coordinate(typeName, fieldName);
        return declared.sourced.containsKey(coordinate) && !declared.bindings.containsKey(coordinate);
    }

    /** What was declared for a root field, null where nothing was. */
    public @Nullable Binding root(OperationType operation, String fieldName) {
        return roots.getOrDefault(operation, Map.of()).get(fieldName);
    }

    /** How a loader is made for a request, null where none was given for the class. */
    public @Nullable Function<Context, ? extends Loader<?, ?>> loader(Class<?> type) {
        return loaders.get(type);
    }

    /** How a request's value of a type is made, null where none was given. */
    public @Nullable Function<Context, ?> value(Class<?> type) {
        return values.get(type);
    }

    /** The name of the GraphQL type behind a Java class, null where none was declared. */
    public @Nullable String typeName(Class<?> javaClass) {
        return typeNames.get(javaClass);
    }

    /** How the object type of an interface's or union's value is found, null where it was not declared. */
    public @Nullable Function<Object, @Nullable String> typeResolver(String abstractType) {
        return typeResolvers.get(abstractType);
    }

    /** All Java classes that a GraphQL type was declared for. */
    public Map<Class<?>, String> typeNames() {
        return typeNames;
    }

    /** The interfaces and unions that {@link Builder#typeOf} was declared for. */
    public Set<String> typeResolvers() {
        return typeResolvers.keySet();
    }

    /** The sources to ask for each field, in the order in which they were given. */
    public List<FetchSource> sources() {
        return sources;
    }

    /** The sources that find by themselves what they stand behind, in the order in which they were given. */
    public List<SchemaSource> schemaSources() {
        return List.copyOf(declared.schemaSources);
    }

    /** All coordinates that something was declared for, such as {@code Post.author}. */
    public Map<Coordinate, Binding> bindings() {
        return bindings;
    }

    /** All root fields that something was declared for. */
    public Map<OperationType, Map<String, Binding>> roots() {
        return roots;
    }

    /** A field of a type. */
    public record Coordinate(String typeName, String fieldName) {
        /** @throws IllegalArgumentException unless the text is {@code Type.field} */
        public static Coordinate parse(String text) {
            int dot = text.indexOf('.');
            if (dot <= 0 || dot == text.length() - 1 || text.indexOf('.', dot + 1) >= 0) {
                throw new IllegalArgumentException("Expected Type.field, found \"" + text + "\"");
            }
            return new Coordinate(text.substring(0, dot), text.substring(dot + 1));
        }

        @Override
        public String toString() {
            return typeName + "." + fieldName;
        }
    }

    /** Collects what a {@link Wiring} consists of. Declaring a field twice is an error. For one thread. */
    public static final class Builder {
        private final Map<Coordinate, Binding> bindings = new LinkedHashMap<>();
        private final Map<OperationType, Map<String, Binding>> roots = new HashMap<>();
        private final Map<Class<?>, Function<Context, ? extends Loader<?, ?>>> loaders = new HashMap<>();
        private final Map<Class<?>, Function<Context, ?>> values = new HashMap<>();
        private final Map<Class<?>, String> typeNames = new HashMap<>();
        private final Map<String, Function<Object, @Nullable String>> typeResolvers = new HashMap<>();
        private final List<FetchSource> sources = new ArrayList<>();
        private final Map<Coordinate, Binding> sourced = new LinkedHashMap<>();
        private final Map<String, UnaryOperator<Object>> views = new HashMap<>();
        private final List<SchemaSource> schemaSources = new ArrayList<>();
        private final Map<String, Coercion> scalars = new LinkedHashMap<>();
        private final List<JavaEnumValue> enumValues = new ArrayList<>();

        private Builder() {
            values.put(Caller.class, context -> Caller.ANONYMOUS);
        }

        public Builder query(String field, Root<?> root) {
            return root(OperationType.QUERY, field, call(root));
        }

        public Builder queryAsync(String field, AsyncRoot<?> root) {
            return root(OperationType.QUERY, field, asyncCall(root));
        }

        /** A field of Query that a loader serves: several of them in one operation become one batch. */
        public <K> Builder queryLoad(
                String field, Class<? extends Loader<K, ?>> loader, Function<Arguments, ? extends @Nullable K> key) {
            return root(
                    OperationType.QUERY, field, new Binding.Load(loader, (parent, arguments) -> key.apply(arguments)));
        }

        /** A field of Query that is the list of what a loader has for each of several keys. */
        public <K> Builder queryLoadEach(
                String field,
                Class<? extends Loader<K, ?>> loader,
                Function<Arguments, ? extends @Nullable Collection<? extends K>> keys) {
            return root(
                    OperationType.QUERY,
                    field,
                    new Binding.LoadEach(loader, (parent, arguments) -> keys.apply(arguments)));
        }

        public Builder mutation(String field, Root<?> root) {
            return root(OperationType.MUTATION, field, call(root));
        }

        public Builder mutationAsync(String field, AsyncRoot<?> root) {
            return root(OperationType.MUTATION, field, asyncCall(root));
        }

        public Builder subscription(String field, StreamRoot<?> root) {
            return root(OperationType.SUBSCRIPTION, field, new Binding.Stream(root));
        }

        /** The Java class behind a GraphQL type, and how its fields are obtained. */
        public <T> Builder type(String typeName, Class<T> javaClass, Resolver<T> resolver) {
            typeNames.put(javaClass, typeName);
            resolver.map(new DeclaredFields<>(typeName, this));
            return this;
        }

        /** The Java class behind a GraphQL type all of whose fields are its properties. */
        public Builder type(String typeName, Class<?> javaClass) {
            typeNames.put(javaClass, typeName);
            return this;
        }

        /** How the object type of a value of an interface or union is found; by Java class where nothing is declared. */
        public Builder typeOf(String abstractType, Function<Object, @Nullable String> typeName) {
            typeResolvers.put(abstractType, typeName);
            return this;
        }

        /** A loader that is made for each request that needs it. */
        public <L extends Loader<?, ?>> Builder loader(Class<L> type, Function<Context, ? extends L> make) {
            if (loaders.putIfAbsent(type, make) != null) {
                throw new IllegalArgumentException("Loader " + type.getName() + " was declared twice");
            }
            return this;
        }

        /** A loader without state of its own, shared by all requests. */
        public Builder loader(Loader<?, ?> loader) {
            return loader(loader.getClass(), loader);
        }

        private Builder loader(Class<?> type, Loader<?, ?> loader) {
            if (loaders.putIfAbsent(type, context -> loader) != null) {
                throw new IllegalArgumentException("Loader " + type.getName() + " was declared twice");
            }
            return this;
        }

        /** How a scalar of the schema coerces. The schema is to be read by {@link Wiring#reader}. */
        public Builder scalar(String name, Coercion coercion) {
            if (scalars.putIfAbsent(name, coercion) != null)
                throw new IllegalArgumentException("The scalar " + name + " was declared twice");
            return this;
        }

        /** The values of an enum are the constants of a Java enum, by their names. As with {@link #scalar}. */
        public Builder enumValues(String enumName, Class<? extends Enum<?>> type) {
            for (Enum<?> constant : type.getEnumConstants()) enumValue(enumName, constant.name(), constant);
            return this;
        }

        /** What a value of an enum stands for in Java. As with {@link #scalar}. */
        public Builder enumValue(String enumName, String name, Object constant) {
            enumValues.add(new JavaEnumValue(enumName, name, constant));
            return this;
        }

        /** A value of a request, made when it is first asked for, closed with the request if it is closeable. */
        public <T> Builder value(Class<T> type, Function<Context, ? extends T> make) {
            values.put(type, make);
            return this;
        }

        /** Functions by coordinate, such as {@code User.fullName}. Root fields are those of the root types. */
        public Builder functions(Map<String, FieldFunction> functions) {
            functions.forEach(this::function);
            return this;
        }

        public Builder function(String coordinate, FieldFunction function) {
            Coordinate parsed = Coordinate.parse(coordinate);
            return bind(parsed.typeName(), parsed.fieldName(), new Binding.Function(function));
        }

        /** A source that may take fields over with all that is selected below them. */
        public Builder source(FetchSource source) {
            sources.add(source);
            return this;
        }

        /** A source that finds what it stands behind in the schema, once it is known. */
        public Builder source(SchemaSource source) {
            schemaSources.add(source);
            return this;
        }

        /**
         * What a source has for a field of a type, the root types included. What a resolver or a root is declared for is
         * left to them.
         */
        public Builder sourced(String typeName, String fieldName, Binding binding) {
            if (sourced.putIfAbsent(new Coordinate(typeName, fieldName), binding) != null) {
                throw new IllegalArgumentException(typeName + "." + fieldName + " has two sources");
            }
            return this;
        }

        /** What the resolvers of a type get for a value that its source has loaded: an instance of their class. */
        public Builder view(String typeName, UnaryOperator<Object> view) {
            views.put(typeName, view);
            return this;
        }

        public Builder module(GraphModule module) throws Exception {
            module.wire(this);
            return this;
        }

        public Wiring build() {
            return new Wiring(this);
        }

        Builder bind(String typeName, String fieldName, Binding binding) {
            Coordinate coordinate = new Coordinate(typeName, fieldName);
            if (bindings.putIfAbsent(coordinate, binding) != null) {
                throw new IllegalArgumentException(coordinate + " was declared twice");
            }
            return this;
        }

        private Builder copy() {
            Builder copy = new Builder();
            copy.bindings.putAll(bindings);
            roots.forEach((operation, fields) -> copy.roots.put(operation, new LinkedHashMap<>(fields)));
            copy.loaders.putAll(loaders);
            copy.values.putAll(values);
            copy.typeNames.putAll(typeNames);
            copy.typeResolvers.putAll(typeResolvers);
            copy.sources.addAll(sources);
            copy.sourced.putAll(sourced);
            copy.views.putAll(views);
            copy.schemaSources.addAll(schemaSources);
            copy.scalars.putAll(scalars);
            copy.enumValues.addAll(enumValues);
            return copy;
        }

        private Map<Coordinate, Binding> allBindings() {
            Map<Coordinate, Binding> all = new HashMap<>(sourced);
            bindings.forEach((coordinate, binding) -> {
                UnaryOperator<Object> view = views.get(coordinate.typeName());
                all.put(coordinate, view == null ? binding : View.of(binding, view));
            });
            return Map.copyOf(all);
        }

        private Builder root(OperationType operation, String field, Binding binding) {
            var fields = roots.computeIfAbsent(operation, o -> new LinkedHashMap<>());
            if (fields.putIfAbsent(field, binding) != null) {
                throw new IllegalArgumentException("The " + operation.keyword() + " " + field + " was declared twice");
            }
            return this;
        }

        private static Binding call(Root<?> root) {
            return new Binding.Call((parent, arguments, context) -> root.resolve(arguments, context), root.source());
        }

        private static Binding asyncCall(AsyncRoot<?> root) {
            return new Binding.AsyncCall(
                    (parent, arguments, context) -> root.resolve(arguments, context), root.source());
        }
    }
}
