package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.AccessDirectives;
import dev.perigee.data.Binding;
import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.PartSource;
import dev.perigee.data.PartWriter;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.data.Wiring;
import dev.perigee.json.JsonWriter;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Documents are written by their source, and others stand beside and below what it writes. */
class PartSourceTest {
    private static final Schema SCHEMA = SchemaReader.from(
                    Source.of("library", """
                        type Query { book: Book! books: [Book] }
                        type Book { title: String! author: Author pages: [Page!] rating: Int }
                        type Author { name: String! shelf: String born: Int @authenticated }
                        type Page { number: Int! }
                        """), Source.of("access", AccessDirectives.SDL))
            .read();

    private static final Item BOOK = new Item(Map.of(
            "title",
            "Emma",
            "author",
            new Item(Map.of("name", "Jane", "born", 1775)),
            "pages",
            List.of(new Item(Map.of("number", 1)), new Item(Map.of("number", 2)))));

    /** An object of a document. */
    private record Item(Map<String, Object> fields) {}

    private final Documents documents = new Documents();

    @Test
    void writesAllThatIsSelectedOfADocumentInOneGo() {
        assertThat(run("{ book { title author { name } pages { number } } }"))
                .isEqualTo("{\"data\":{\"book\":{\"title\":\"Emma\",\"author\":{\"name\":\"Jane\"},"
                        + "\"pages\":[{\"number\":1},{\"number\":2}]}}}");
        assertThat(documents.written).containsExactly("object book");
    }

    @Test
    void writesFieldByFieldBesideAnotherSource() {
        assertThat(run("{ book { rating title author { name } pages { number } } }"))
                .isEqualTo("{\"data\":{\"book\":{\"rating\":5,\"title\":\"Emma\",\"author\":{\"name\":\"Jane\"},"
                        + "\"pages\":[{\"number\":1},{\"number\":2}]}}}");
        assertThat(documents.written).containsExactly("field title", "field author", "field pages");
    }

    @Test
    void isReadAboveAnotherSource() {
        assertThat(run("{ book { title author { shelf name } } }"))
                .isEqualTo("{\"data\":{\"book\":{\"title\":\"Emma\",\"author\":{\"shelf\":\"of"
                        + " Jane\",\"name\":\"Jane\"}}}}");
        assertThat(documents.written).containsExactly("field title", "field name");
    }

    @Test
    void writesEachItemOfAList() {
        assertThat(run("{ books { title } }")).isEqualTo("{\"data\":{\"books\":[{\"title\":\"Emma\"},null]}}");
        assertThat(documents.written).containsExactly("object books");
    }

    @Test
    void tellsWhatCannotBeWrittenByItsWholePath() {
        assertThat(run("{ books { title pages { number wrong: number } } }"))
                .isEqualTo("{\"errors\":[{\"message\":\"Torn.\",\"locations\":[{\"line\":1,\"column\":32}],"
                        + "\"path\":[\"books\",0,\"pages\",0,\"wrong\"],\"extensions\":{\"code\":\"TORN\"}}],"
                        + "\"data\":{\"books\":[null,null]}}");
        assertThat(run("{ book { rating pages { wrong: number } } }"))
                .contains("\"book\":{\"rating\":5,\"pages\":null}")
                .contains("\"path\":[\"book\",\"pages\",0,\"wrong\"]");
    }

    @Test
    void leavesOutWhatConditionsLeaveOut() {
        String query = "query($all: Boolean!) { book { title author @include(if: $all) { name } } }";
        assertThat(run(query, Map.of("all", false))).isEqualTo("{\"data\":{\"book\":{\"title\":\"Emma\"}}}");
        assertThat(run(query, Map.of("all", true)))
                .isEqualTo("{\"data\":{\"book\":{\"title\":\"Emma\",\"author\":{\"name\":\"Jane\"}}}}");
    }

    @Test
    void knowsNothingOfWhatIsDenied() {
        assertThat(run("{ book { author { name born } } }"))
                .contains("\"data\":{\"book\":{\"author\":{\"name\":\"Jane\",\"born\":null}}}")
                .contains("Sign in to use Author.born.");
        assertThat(documents.written).containsExactly("field name");
        assertThat(run("{ book { author { name born } } }", Map.of(), Caller.named("Anna")))
                .isEqualTo("{\"data\":{\"book\":{\"author\":{\"name\":\"Jane\",\"born\":1775}}}}");
    }

    private String run(String query) {
        return run(query, Map.of());
    }

    private String run(String query, Map<String, Object> variables) {
        return run(query, variables, Caller.ANONYMOUS);
    }

    private String run(String query, Map<String, Object> variables, Caller caller) {
        documents.written.clear();
        Wiring.Builder wiring = Wiring.builder()
                .query("book", (arguments, context) -> BOOK)
                .query("books", (arguments, context) -> {
                    List<Object> books = new ArrayList<>(List.of(BOOK));
                    books.add(null);
                    return books;
                })
                .type("Book", Item.class, book -> book.field("rating", item -> 5))
                .type(
                        "Author",
                        Item.class,
                        author -> author.load(
                                "shelf",
                                Shelf.class,
                                item -> String.valueOf(item.fields().get("name"))))
                .loader(new Shelf());
        for (String field :
                List.of("Book.title", "Book.author", "Book.pages", "Author.name", "Author.born", "Page.number")) {
            String[] parts = field.split("\\.");
            wiring.sourced(parts[0], parts[1], new Binding.Part(documents));
        }
        Engine engine = Engine.builder(SCHEMA).wiring(wiring.build()).build();
        return engine.execute(Request.builder(query)
                        .variables(variables)
                        .value(Caller.class, caller)
                        .build())
                .toString();
    }

    private static final class Shelf implements Loader<String, String> {
        @Override
        public Map<String, String> load(Set<String> names, Context context) {
            Map<String, String> shelves = new HashMap<>();
            for (String name : names) shelves.put(name, "of " + name);
            return shelves;
        }
    }

    /** Maps as documents; what is asked for as {@code wrong} can't be written. */
    private static final class Documents implements PartSource {
        final List<String> written = new ArrayList<>();

        @Override
        public List<PartWriter> fieldWriters(List<? extends SelectedField> fields) {
            return fields.stream().map(this::fieldWriter).toList();
        }

        private PartWriter fieldWriter(SelectedField field) {
            return (value, run, out, errors) -> {
                written.add("field " + field.responseName());
                return write(
                        field, ((Item) value).fields().get(field.definition().name()), run, out, errors, List.of());
            };
        }

        @Override
        public PartWriter objectWriter(SelectedField field) {
            return (value, run, out, errors) -> {
                written.add("object " + field.responseName());
                return write(field, value, run, out, errors, List.of());
            };
        }

        @Override
        public Binding.Getter reader(SelectedField field) {
            return (parent, arguments) ->
                    ((Item) parent).fields().get(field.definition().name());
        }

        private boolean write(
                SelectedField field,
                Object value,
                SourceRun run,
                JsonWriter out,
                PartWriter.Errors errors,
                List<Object> path) {
            if (field.responseName().equals("wrong")) {
                errors.add(field, path, new ClientException("TORN", "Torn."));
                return false;
            }
            if (value instanceof List<?> items) return writeItems(field, items, run, out, errors, path);
            if (!(value instanceof Item item)) {
                out.writeValue(value);
                return true;
            }
            char before = '{';
            for (SelectedField below : run.included(field, field.possibleTypes().getFirst())) {
                out.raw(before);
                before = ',';
                out.writeString(below.responseName());
                out.raw(':');
                List<Object> inside = new ArrayList<>(path);
                inside.add(below.responseName());
                if (!write(below, item.fields().get(below.definition().name()), run, out, errors, inside)) return false;
            }
            out.raw('}');
            return true;
        }

        private boolean writeItems(
                SelectedField field,
                List<?> items,
                SourceRun run,
                JsonWriter out,
                PartWriter.Errors errors,
                List<Object> path) {
            for (int i = 0; i < items.size(); i++) {
                out.raw(i == 0 ? '[' : ',');
                List<Object> inside = new ArrayList<>(path);
                inside.add(i);
                if (!write(field, items.get(i), run, out, errors, inside)) return false;
            }
            out.raw(']');
            return true;
        }
    }
}
