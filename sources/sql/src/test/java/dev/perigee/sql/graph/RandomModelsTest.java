package dev.perigee.sql.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaReader;
import dev.perigee.sql.graph.GraphOptions.HiddenInputs;
import dev.perigee.sql.graph.GraphOptions.ToMany;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models of any make, with names that are made to clash, give valid schemas; and a new table renames nothing. */
class RandomModelsTest {
    private static final List<String> TYPES = List.of(
            "Post",
            "Posts",
            "post",
            "PostTag",
            "PostTags",
            "PostConnection",
            "Query",
            "Mutation",
            "PageInfo",
            "Date",
            "String",
            "StringFilter",
            "ID",
            "CreatePostInput",
            "PostEdge",
            "Tag",
            "TagEdge_",
            "SortDirection",
            "Int");
    private static final List<String> FIELDS =
            List.of("and", "or", "not", "not_", "cursor", "node", "id", "version", "patch", "count", "name", "first");

    static List<Integer> seeds() {
        List<Integer> seeds = new ArrayList<>();
        for (int seed = 0; seed < 300; seed++) seeds.add(seed);
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void giveValidSchemas(int seed) {
        Random random = new Random(seed);
        List<Table> tables = tables(random);
        Model model = model(tables, relations(tables, random));
        for (ToMany toMany : ToMany.values()) {
            for (HiddenInputs hidden : HiddenInputs.values()) {
                GraphOptions options = new GraphOptions(random.nextBoolean(), toMany, hidden);
                if (GraphShape.of(model, options).tables().isEmpty()) continue;
                String sdl = GraphSchema.print(model, options);
                assertThat(GraphSchema.print(model, options)).isEqualTo(sdl);
                SchemaReader reader = SchemaReader.from(Source.of("seed " + seed, sdl));
                GraphSchema.coercions(model, options).forEach(reader::scalar);
                Schema schema = reader.read();
                assertThat(schema.queryType().name()).isEqualTo("Query");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepTheirNamesWhenATableIsAddedAtTheEnd(int seed) {
        Random random = new Random(seed);
        List<Table> tables = tables(random);
        List<Relation> relations = relations(tables, random);
        Table last = tables.getLast();
        List<Table> fewer = tables.subList(0, tables.size() - 1);
        List<Relation> before = relations.stream()
                .filter(relation ->
                        relation.owner() != last && relation.path().stream().noneMatch(join -> join.to() == last))
                .toList();
        GraphNames small = GraphNames.of(model(fewer, before));
        List<TableNames> smallTables =
                fewer.stream().filter(GraphShape::isShown).map(small::of).toList();
        List<Relation> shown = before.stream()
                .filter(relation -> GraphShape.isShown(relation.owner()) && GraphShape.isShown(relation.target()))
                .toList();
        List<RelationNames> smallRelations = shown.stream().map(small::of).toList();
        GraphNames large = GraphNames.of(model(tables, relations));
        assertThat(fewer.stream().filter(GraphShape::isShown).map(large::of)).isEqualTo(smallTables);
        assertThat(shown.stream().map(large::of)).isEqualTo(smallRelations);
    }

    private static Model model(List<Table> tables, List<Relation> relations) {
        Model.Builder builder = Model.builder();
        tables.forEach(builder::table);
        relations.forEach(builder::relation);
        return builder.build();
    }

    private static List<Table> tables(Random random) {
        List<String> types = new ArrayList<>(TYPES);
        java.util.Collections.shuffle(types, random);
        List<Table> tables = new ArrayList<>();
        for (String type : types.subList(0, 1 + random.nextInt(6))) tables.add(table(type, random));
        return tables;
    }

    private static Table table(String type, Random random) {
        TableSketch sketch = new TableSketch(type, random.nextBoolean() ? "A \"b\"\\\n c\t\"\"\" d" : "\" \\ \u0001");
        List<String> names = new ArrayList<>(FIELDS);
        java.util.Collections.shuffle(names, random);
        int columns = 1 + random.nextInt(5);
        for (String name : names.subList(0, columns)) {
            List<Trait> traits = new ArrayList<>();
            for (Trait trait : Trait.values()) if (random.nextInt(3) == 0) traits.add(trait);
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            sketch.column(name, kind, traits.toArray(Trait[]::new));
        }
        if (random.nextInt(4) > 0)
            sketch.key(names.subList(0, 1 + random.nextInt(columns)).toArray(String[]::new));
        if (random.nextBoolean()) sketch.unique(random.nextBoolean() ? "findBy" : "post", names.getFirst());
        if (random.nextInt(4) == 0) sketch.readOnly();
        return sketch.table();
    }

    private static List<Relation> relations(List<Table> tables, Random random) {
        List<Relation> relations = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Table owner = any(tables, random);
            Table target = any(tables, random);
            Relation.Kind kind = Relation.Kind.values()[random.nextInt(3)];
            List<Join> path = kind == Relation.Kind.HAS_THROUGH
                    ? through(owner, any(tables, random), target)
                    : List.of(join(owner, target));
            boolean isMany = kind != Relation.Kind.BELONGS_TO && random.nextBoolean();
            relations.add(new Relation(
                    List.of("tags", "comments", "posts", "nodes").get(i % 4) + i,
                    kind,
                    path,
                    isMany,
                    random.nextBoolean(),
                    random.nextBoolean(),
                    null));
        }
        return relations;
    }

    private static List<Join> through(Table owner, Table through, Table target) {
        return List.of(join(owner, through), join(through, target));
    }

    private static Join join(Table from, Table to) {
        List<Column> one = List.of(from.columns().getLast());
        return new Join(from, one, to, List.of(to.columns().getLast()));
    }

    private static Table any(List<Table> tables, Random random) {
        return tables.get(random.nextInt(tables.size()));
    }
}
