package dev.perigee.sql.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A model as text: what the graph has, and how its relations join. */
final class ModelText {
    private ModelText() {}

    static String of(Model model) {
        return model.tables().stream().map(ModelText::of).collect(Collectors.joining("\n"));
    }

    private static String of(Table table) {
        StringBuilder text =
                new StringBuilder(table.typeName() + " = " + table.name().toLowerCase(Locale.ROOT));
        if (table.isReadOnly()) text.append(", read only");
        text.append('\n');
        for (Column column : table.columns())
            text.append("  ").append(of(column)).append('\n');
        if (!table.primaryKey().isEmpty())
            text.append("  key ").append(fields(table.primaryKey())).append('\n');
        table.uniqueKeys()
                .forEach(key -> text.append("  unique ")
                        .append(key.finderName())
                        .append(' ')
                        .append(fields(key.columns()))
                        .append('\n'));
        for (Relation relation : table.relations())
            text.append("  ").append(of(relation)).append('\n');
        return text.toString();
    }

    private static String of(Column column) {
        String type = new SqlType(
                        column.type().kind(),
                        "",
                        column.type().length(),
                        column.type().scale())
                .toString();
        String traits = column.traits().stream()
                .map(trait -> " " + trait.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return column.fieldName() + " " + type + traits;
    }

    private static String of(Relation relation) {
        String kind = relation.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String target = relation.target().typeName() + (relation.isRequired() ? "!" : "");
        String path = relation.path().stream()
                .map(join -> join.from().typeName() + fields(join.fromColumns()) + " = "
                        + join.to().typeName() + fields(join.toColumns()))
                .collect(Collectors.joining(", "));
        return "%s: %s %s by %s%s"
                .formatted(
                        relation.fieldName(),
                        kind,
                        relation.isMany() ? "[" + target + "]" : target,
                        path,
                        relation.isDistinct() ? ", distinct" : "");
    }

    private static String fields(List<Column> columns) {
        return columns.stream().map(Column::fieldName).collect(Collectors.joining(", ", "(", ")"));
    }
}
