package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import dev.perigee.grpc.graph.RootField.Result.Page;
import java.util.List;

/** Whether every name in a graph is one, and no two in one place are the same. */
final class GraphCheck {
    private final Shown shown;
    private final List<RootField> roots;
    private final Pages pages;
    private final RelationFields relations;
    private final TypeNames names;
    private final InputTypes inputs;
    private final EnumTypes enums;
    private final Problems problems;

    GraphCheck(
            Shown shown,
            List<RootField> roots,
            Pages pages,
            RelationFields relations,
            TypeNames names,
            InputTypes inputs,
            EnumTypes enums,
            Problems problems) {
        this.shown = shown;
        this.roots = roots;
        this.pages = pages;
        this.relations = relations;
        this.names = names;
        this.inputs = inputs;
        this.enums = enums;
        this.problems = problems;
    }

    void run() {
        for (MessageType type : shown.objects.values()) {
            List<String> own = relations.of(type).stream()
                    .map(relation -> relation.declared().getField())
                    .toList();
            ObjectTypes.check(type, own, problems);
            for (MessageField field : type.allFields()) {
                if (field instanceof MessageField.JsonMap map) OutputRules.check(map, problems);
            }
        }
        for (Page page : pages.all()) {
            ObjectTypes.check(page.connection(), List.of(Pages.EDGES, Pages.PAGE_INFO), problems);
        }
        for (InputType type : shown.inputs.values()) inputs.check(type, problems);
        for (EnumShape type : shown.enums.values()) enums.check(type, problems);
        for (RootField root : roots) {
            if (root.inputArgument() == null) inputs.check(root.request(), problems);
        }
        checkTypes();
    }

    private void checkTypes() {
        NameClaims types = new NameClaims(
                "Types",
                "Give %s another name by the option rename (renameInput for input types), or its package a prefix by"
                        + " the option prefix.",
                problems);
        for (String reserved : ReservedNames.TYPES) types.claim(reserved, "graph's own type " + reserved);
        for (MessageType type : shown.objects.values()) types.claim(type.name(), message(type.descriptor()));
        for (Page page : pages.all()) {
            types.claim(
                    page.connection().name(),
                    "connection of " + message(page.reply().descriptor()));
            types.claim(pages.edgeName(page), "edge of " + message(page.reply().descriptor()));
        }
        for (EnumShape type : shown.enums.values()) {
            types.claim(type.name(), "enum " + type.descriptor().getFullName());
        }
        for (MessageField.OneOf oneof : shown.unions.values()) {
            types.claim(
                    names.union(oneof.descriptor()),
                    "union of oneof " + oneof.descriptor().getFullName());
        }
        for (InputType type : shown.inputs.values()) {
            types.claim(type.name(), "input of " + message(type.descriptor()));
        }
        for (InputField.OneOf oneof : shown.inputUnions.values()) {
            types.claim(
                    names.input(oneof.descriptor()),
                    "input of oneof " + oneof.descriptor().getFullName());
        }
        for (InputField.Entries entries : shown.inputEntries.values()) {
            Descriptor entry = entries.descriptor().getMessageType();
            types.claim(names.input(entry), "input of " + message(entry));
        }
    }

    private static String message(Descriptor message) {
        return "message " + message.getFullName();
    }
}
