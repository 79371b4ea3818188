package dev.perigee.grpc.gateway;

import dev.perigee.data.ClientException;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.graph.RootField.Result;
import dev.perigee.grpc.pushdown.FieldTree;
import dev.perigee.grpc.pushdown.FieldTreeBuilder;
import dev.perigee.grpc.pushdown.PushDown;
import dev.perigee.grpc.relation.Relation;
import dev.perigee.schema.ObjectType;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Tells services what is selected of their replies, and what the graph needs of them besides. Immutable. */
record Pushes(Selections selections, Needs needs) {
    /** For fields that one call serves. */
    PerConditions<Told> of(RootMethod method, List<? extends SelectedField> fields) {
        Result result = method.field().result();
        return of(method.pushDown(), method.service().reply(), fields, (field, tree) -> {
            switch (result) {
                case Result.Reply whole -> tree.objects("", field);
                case Result.Replies replies -> tree.objects("", field);
                case Result.Part part -> tree.part(part.field(), field);
                case Result.Page page -> tree.page(page, field);
                case Result.Done done -> {}
            }
        });
    }

    /** For fields of one relation. */
    PerConditions<Told> of(Relation relation, RelationMethod method, List<? extends SelectedField> fields) {
        return of(method.pushDown(), relation.reply(), fields, (field, tree) -> {
            tree.objects(pathOf(relation), field);
            for (String need : relation.replyNeeds()) tree.need("", need);
        });
    }

    private static String pathOf(Relation relation) {
        var batch = relation.batch();
        if (batch == null) return relation.result().protoPath();
        String items = batch.items().protoPath();
        String value = batch.value().protoPath();
        return items.isEmpty() || value.isEmpty() ? items + value : items + "." + value;
    }

    private PerConditions<Told> of(
            @Nullable PushDown pushDown,
            MessageType reply,
            List<? extends SelectedField> fields,
            BiConsumer<SelectedField, Tree> add) {
        if (pushDown == null) return new PerConditions<>(run -> Told.NOTHING);
        return new PerConditions<>(run -> told(pushDown, reply, fields, add, run), Told::isConstant);
    }

    private Told told(
            PushDown pushDown,
            MessageType reply,
            List<? extends SelectedField> fields,
            BiConsumer<SelectedField, Tree> add,
            SourceRun run) {
        GivenArguments arguments = new GivenArguments(run);
        Tree tree = new Tree(new FieldTreeBuilder<>(reply.descriptor(), everything -> true, arguments), run);
        for (SelectedField field : fields) if (run.isIncluded(field)) add.accept(field, tree);
        FieldTree asked = tree.builder.build();
        String conflict = pushDown.tellsArguments() ? asked.conflict() : null;
        if (conflict == null) return Told.of(pushDown.push(asked), arguments.areConstant());
        throw new ClientException(
                "CONFLICTING_ARGUMENTS",
                "\"%s\" is asked for with different arguments, and the service has one value of it in a reply. Ask for them"
                                .formatted(conflict)
                        + " in fields of their own.");
    }

    /** What is asked for of one reply, while it is put together. */
    private final class Tree {
        private final FieldTreeBuilder<SelectedField> builder;
        private final SourceRun run;

        Tree(FieldTreeBuilder<SelectedField> builder, SourceRun run) {
            this.builder = builder;
            this.run = run;
        }

        /** The objects of a field are the messages at a path. */
        void objects(String path, SelectedField field) {
            var below = selections.below(field, run);
            if (below.isEmpty() && !path.isEmpty()) builder.need(path);
            below.values().forEach(selection -> builder.addAt(path, selection));
            needsBelow(path, field);
        }

        /** The field is a part of the reply. */
        void part(MessageField part, SelectedField field) {
            for (String name : Needs.protoNames(part)) objects(name, field);
        }

        void page(Result.Page page, SelectedField field) {
            builder.need(page.nextPageToken().descriptor().getName());
            String items = page.items().descriptor().getName();
            for (ObjectType type : field.possibleTypes()) {
                for (SelectedField below : run.included(field, type)) {
                    switch (below.definition().name()) {
                        case "edges" -> nodesOf(below, items);
                        case "pageInfo", "__typename" -> {}
                        default -> {
                            builder.addAt("", selections.selected(page.connection(), below, run));
                            needsBelow(items, below);
                        }
                    }
                }
            }
        }

        private void nodesOf(SelectedField edges, String items) {
            for (ObjectType type : edges.possibleTypes()) {
                for (SelectedField below : run.included(edges, type)) {
                    if (below.definition().name().equals("node")) objects(items, below);
                }
            }
        }

        /** What fields of others need of the messages that they stand in. */
        private void needsBelow(String path, SelectedField field) {
            for (ObjectType type : field.possibleTypes()) {
                MessageType message = selections.graph().type(type.name());
                if (message == null) continue;
                for (SelectedField below : run.included(field, type)) {
                    for (String need : needs.of(message, below)) need(path, need);
                    MessageField own = message.field(below.definition().name());
                    if (own == null) continue;
                    for (String name : Needs.protoNames(own)) needsBelow(join(path, name), below);
                }
            }
        }

        /** @param need empty for everything at the path */
        void need(String path, String need) {
            builder.need(join(path, need));
        }

        private static String join(String path, String name) {
            return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
        }
    }
}
