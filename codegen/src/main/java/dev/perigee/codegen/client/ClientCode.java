package dev.perigee.codegen.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.code.SourceFile;
import dev.perigee.codegen.settings.ClientSettings;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Printer;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All files for a client: operations in the order of their documents, the fragments they share, then what they use of the schema's
 * types.
 */
public final class ClientCode {
    private final ClientModel model;
    private final ClientSettings settings;
    private final Documents documents;
    private final Map<String, CodeBlock> coercions;
    private final ValueCode values;
    private final ShapeReader shapes;
    private final List<String> problems;
    private final List<SourceFile> files = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    /**
     * @param boundEnums classes that are there, by the names of their types
     * @param scalars what scalars are in Java, by their names
     * @param coercions expressions that make the coercions of scalars, likewise
     * @param problems is added to
     */
    public ClientCode(
            Schema schema,
            ClientSettings settings,
            Documents documents,
            Map<String, ClassName> boundEnums,
            Map<String, ? extends TypeName> scalars,
            Map<String, CodeBlock> coercions,
            List<String> problems) {
        this.settings = settings;
        this.problems = problems;
        this.documents = TypenameSelections.added(schema, documents);
        this.coercions = coercions;
        this.model = new ClientModel(schema, documents, settings.packageName(), boundEnums, scalars);
        this.values = new ValueCode(model, coercions);
        this.shapes = new ShapeReader(schema, this.documents, problems);
    }

    /** None if there are problems. */
    public List<SourceFile> files() {
        Map<String, Shape> results = results();
        Map<String, Shape> fragments = fragments();
        if (!problems.isEmpty()) return List.of();
        addOperations(results);
        addFragments(fragments);
        if (settings.selections()) addSelections();
        addTypes();
        if (!values.leaves().isEmpty()) add(new LeavesCode(model, coercions).of(values.leaves()));
        return files;
    }

    /** The texts that are sent, by the names of their operations; those of the {@link #files} that were made. */
    public Map<String, String> texts() {
        return texts;
    }

    /** By the names of the operations. */
    private Map<String, Shape> results() {
        Map<String, Shape> results = new LinkedHashMap<>();
        for (OperationDefinition each : documents.operations()) {
            CompositeType root = Objects.requireNonNull(model.schema().rootType(each.operation()));
            results.put(ClientModel.name(each), shapes.of(root, each.selectionSet()));
        }
        return results;
    }

    /** Those that need a class, by their names. */
    private Map<String, Shape> fragments() {
        Map<String, Shape> fragments = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(shapes.shared());
        while (!open.isEmpty()) {
            String name = open.remove();
            if (fragments.containsKey(name)) continue;
            FragmentDefinition fragment = documents.fragment(name);
            CompositeType type = (CompositeType) Objects.requireNonNull(
                    model.schema().type(fragment.typeCondition().name()));
            fragments.put(name, shapes.of(type, fragment.selectionSet()));
            open.addAll(shapes.shared());
        }
        return fragments;
    }

    private void addOperations(Map<String, Shape> results) {
        OperationCode code = new OperationCode(model, values);
        for (OperationDefinition each : documents.operations()) {
            String name = ClientModel.name(each);
            String text = Printer.print(UsedFragments.with(each, documents));
            texts.put(name, text);
            add(code.of(each, Objects.requireNonNull(results.get(name)), text));
        }
    }

    private void addFragments(Map<String, Shape> shapes) {
        FragmentCode code = new FragmentCode(model, values);
        shapes.forEach((name, shape) -> add(code.of(documents.fragment(name), shape)));
    }

    private void addSelections() {
        SelectionCode code = new SelectionCode(model, values);
        for (DefinedType type : model.schema().types()) {
            if (type instanceof CompositeType composite && !type.isBuiltIn()) add(code.of(composite));
        }
    }

    /** Enums and input objects that are used, and what these use. */
    private void addTypes() {
        InputTypesCode code = new InputTypesCode(model, values);
        Set<DefinedType> used = new HashSet<>();
        for (DefinedType each : values.used()) addUsed(each, used);
        for (DefinedType type : model.schema().types()) {
            if (!used.contains(type)) continue;
            if (type instanceof InputObjectType input) add(code.input(input));
            if (type instanceof EnumType names && !model.isBound(names)) add(code.enumeration(names));
        }
    }

    private static void addUsed(DefinedType type, Set<DefinedType> used) {
        Deque<DefinedType> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            DefinedType each = open.remove();
            if (!used.add(each) || !(each instanceof InputObjectType input)) continue;
            for (InputValue field : input.fields()) open.add(field.type().named());
        }
    }

    private void add(TypeSpec type) {
        files.add(SourceFile.of(settings.packageName(), type));
    }
}
