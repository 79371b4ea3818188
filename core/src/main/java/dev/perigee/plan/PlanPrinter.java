package dev.perigee.plan;

import dev.perigee.language.Argument;
import dev.perigee.language.Printer;
import dev.perigee.schema.ObjectType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Prints a plan as an indented tree of places and fields, then its batches. */
final class PlanPrinter {
    private final Conditions conditions;
    private final StringBuilder out = new StringBuilder();

    private PlanPrinter(Conditions conditions) {
        this.conditions = conditions;
    }

    static String print(Plan plan, Conditions conditions) {
        PlanPrinter printer = new PlanPrinter(conditions);
        String name = plan.operation().name();
        printer.out.append(plan.operation().operation().keyword());
        if (name != null) printer.out.append(' ').append(name);
        printer.out.append('\n');
        printer.fields(plan.root(), 1);
        printer.batches(plan.batches());
        return printer.out.toString();
    }

    private void fields(Place place, int indent) {
        for (PlannedField field : place.fields()) field(field, indent);
    }

    private void field(PlannedField field, int indent) {
        line(indent, label(field) + ": " + how(field) + condition(field));
        boolean isFetched = field.step() instanceof Step.Fetch;
        if (isFetched) return;
        boolean isAbstract = field.children().size() > 1 || !(field.definition().namedType() instanceof ObjectType);
        for (Place child : field.children()) {
            if (child.fields().isEmpty()) continue; // of a type that the fragments leave out
            if (isAbstract) line(indent + 1, "on " + child.type().name());
            fields(child, isAbstract ? indent + 2 : indent + 1);
        }
    }

    private static String label(PlannedField field) {
        String name = field.definition().name();
        String label = field.responseName().equals(name) ? name : field.responseName() + " = " + name;
        return label + arguments(field.arguments().nodes());
    }

    private static String arguments(List<Argument> nodes) {
        if (nodes.isEmpty()) return "";
        return nodes.stream()
                .map(node -> node.name() + ": " + Printer.printCompact(node.value()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String how(PlannedField field) {
        return switch (field.step()) {
            case Step.Read read -> field.isIntrospection() ? "read from the schema" : "compute";
            case Step.Property property -> "read";
            case Step.TypeName typeName -> "type name";
            case Step.Part part -> "write";
            case Step.Load load -> "load " + name(load.batch());
            case Step.LoadEach load -> "load each " + name(load.batch());
            case Step.LoadFrom load -> "load " + name(load.batch());
            case Step.Batch batch -> "batch (" + batch.source() + ")";
            case Step.Call call -> "call (" + call.source() + ")";
            case Step.AsyncCall call -> "call asynchronously (" + call.source() + ")";
            case Step.Function function -> "function";
            case Step.Fetch fetch ->
                "fetch " + fetch.fetch().describe() + " (" + fetch.fetch().source() + ")";
            case Step.Stream stream -> "stream";
            case Step.StreamFrom stream -> "stream";
            case Step.Denied denied -> "denied";
        };
    }

    private String condition(PlannedField field) {
        PlannedField above = field.place().parent();
        int known = above == null ? Conditions.ALWAYS : above.condition();
        return field.condition() == known ? "" : " if " + conditions.describe(field.condition());
    }

    private void batches(List<Batch> batches) {
        if (batches.stream().allMatch(batch -> batch.fields().isEmpty())) return;
        out.append("batches\n");
        for (Batch batch : batches) {
            if (batch.fields().isEmpty()) continue;
            line(
                    1,
                    name(batch) + ": "
                            + batch.fields().stream().map(PlannedField::path).collect(Collectors.joining(", ")));
            line(2, waitsFor(batch));
            if (batch instanceof SourceBatch sourced)
                sourced.load().describe().lines().forEach(sent -> line(2, sent));
        }
    }

    private static String waitsFor(Batch batch) {
        List<String> waits = batch.fields().stream()
                .map(PlannedField::waitsFor)
                .filter(Objects::nonNull)
                .map(PlannedField::path)
                .distinct()
                .toList();
        return waits.isEmpty() ? "starts at once" : "waits for " + String.join(", ", waits);
    }

    private static String name(Batch batch) {
        String by = switch (batch) {
            case LoadBatch load -> load.loader().getSimpleName();
            case SourceBatch sourced -> sourced.load().source();
        };
        return by + " #" + (batch.id() + 1);
    }

    private void line(int indent, String text) {
        out.append("  ".repeat(indent)).append(text).append('\n');
    }
}
