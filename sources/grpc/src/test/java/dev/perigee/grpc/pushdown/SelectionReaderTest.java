package dev.perigee.grpc.pushdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import dev.perigee.data.ClientException;
import dev.perigee.grpc.testing.pushdown.Book;
import dev.perigee.grpc.testing.pushdown.FindBooksRequest;
import dev.perigee.grpc.testing.pushdown.GetBookRequest;
import dev.perigee.grpc.testing.pushdown.GraphSelection;
import dev.perigee.grpc.testing.pushdown.ListBooksRequest;
import dev.perigee.grpc.testing.pushdown.PlainRequest;
import dev.perigee.grpc.testing.pushdown.SearchBooksRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionReaderTest {
    private static final SelectionReader FIND = SelectionReader.of(FindBooksRequest.getDescriptor());
    private static final SelectionReader SEARCH = SelectionReader.of(SearchBooksRequest.getDescriptor());

    private static FindBooksRequest find(String json) throws Exception {
        FindBooksRequest.Builder request = FindBooksRequest.newBuilder();
        JsonFormat.parser().merge(json, request);
        return request.build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {}                                                                              | *
        {"selections": [{"name": "id"}]}                                                | {id}
        {"selections": [{"name": "author", "selections": [{"name": "born"}]}]}          | {author {born}}
        {"selections": [{"name": "id"}, {"name": "title"}, {"name": "id"}]}             | {id title}
        {"selections": [{"name": "a", "selections": [{"name": "b"}]}, {"name": "a", "selections": [{"name": "c"}]}]} | {a {b c}}
        {"selections": [{"name": "a", "selections": [{"name": "b"}]}, {"name": "a"}]}   | {a}
        """)
    void selections(String json, String tree) throws Exception {
        assertThat(FIND.read(find(json))).hasToString(tree);
        Message dynamic = DynamicMessage.parseFrom(
                FindBooksRequest.getDescriptor(), find(json).toByteString());
        assertThat(FIND.read(dynamic)).hasToString(tree);
        assertThat(FIND.isOfResource()).isFalse();
    }

    @Test
    void theExtendedForm() throws Exception {
        SearchBooksRequest.Builder request = SearchBooksRequest.newBuilder();
        JsonFormat.parser().merge("""
            {"wanted": [{"name": "editors", "alias": "e", "arguments": {"first": 3, "by": {"a": [true, null, "x"]}},
              "selections": [{"name": "born"}]}, {"name": "title"}]}
            """, request);
        FieldTree tree = SEARCH.read(request.build());
        FieldTree.Selected editors = tree.selected().getFirst();
        assertThat(editors.alias()).isEqualTo("e");
        assertThat(editors.arguments())
                .isEqualTo(Map.of("first", 3.0, "by", Map.of("a", Arrays.asList(true, null, "x"))));
        assertThat(tree.names()).containsExactly("editors", "title");
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        FieldTree tree = new FieldTree(List.of(
                new FieldTree.Selected(
                        "editors",
                        "e",
                        Map.of("at", 5.0, "list", List.of("a", 1.0)),
                        FieldTree.fromMask(FieldMask.newBuilder()
                                .addPaths("born")
                                .addPaths("books.id")
                                .build())),
                new FieldTree.Selected("id", FieldTree.EVERYTHING)));
        Pushed pushed = PushDown.of(SearchBooksRequest.getDescriptor(), Book.getDescriptor(), PushDownSettings.DEFAULTS)
                .push(tree);
        assertThat(SEARCH.read(SearchBooksRequest.parseFrom(pushed.request()))).isEqualTo(tree);
    }

    @Test
    void masks() {
        SelectionReader reader = SelectionReader.of(GetBookRequest.getDescriptor());
        assertThat(reader.isOfResource()).isTrue();
        GetBookRequest request = GetBookRequest.newBuilder()
                .setReadMask(FieldMask.newBuilder().addPaths("author.born"))
                .build();
        assertThat(reader.read(request)).hasToString("{author {born}}");
        assertThat(reader.read(GetBookRequest.getDefaultInstance())).isSameAs(FieldTree.EVERYTHING);
        assertThat(SelectionReader.of(ListBooksRequest.getDescriptor())).isNotNull();
        assertThat(SelectionReader.of(PlainRequest.getDescriptor())).isNull();
    }

    @Test
    void largeAndNamelessSelectionsAreRefused() throws Exception {
        GraphSelection.Builder deep = GraphSelection.newBuilder().setName("a");
        for (int i = 0; i < 101; i++)
            deep = GraphSelection.newBuilder().setName("a").addSelections(deep);
        FindBooksRequest tooDeep =
                FindBooksRequest.newBuilder().addSelections(deep).build();
        assertThatThrownBy(() -> FIND.read(tooDeep)).hasMessage("The selection has more than 100 levels.");

        FindBooksRequest.Builder wide = FindBooksRequest.newBuilder();
        for (int i = 0; i <= 10_000; i++)
            wide.addSelections(GraphSelection.newBuilder().setName("a" + i));
        ClientException found = catchThrowableOfType(ClientException.class, () -> FIND.read(wide.build()));
        assertThat(found).hasMessage("The selection has more than 10000 fields. Ask for fewer.");
        assertThat(found.code()).isEqualTo("INVALID_ARGUMENT");

        FindBooksRequest nameless = FindBooksRequest.newBuilder()
                .addSelections(GraphSelection.getDefaultInstance())
                .build();
        assertThatThrownBy(() -> FIND.read(nameless)).hasMessage("The selection has a field without a name.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        titel           | The selection asks for "titel", which library.v1.Book does not have. Did you mean "title"?
        author.bron     | The selection asks for "bron", which library.v1.Author does not have. Did you mean "born"?
        roles.xyz       | The selection asks for "xyz", which library.v1.Author does not have.
        title.length    | The selection asks for fields of library.v1.Book.title, which has none.
        published.nanos | The selection asks for fields of library.v1.Book.published, which has none.
        """)
    void namesAreChecked(String path, String message) {
        FieldTree tree =
                FieldTree.fromMask(FieldMask.newBuilder().addPaths(path).build());
        ClientException found =
                catchThrowableOfType(ClientException.class, () -> SelectionReader.check(tree, Book.getDescriptor()));
        assertThat(found).hasMessage(message);
        assertThat(found.code()).isEqualTo("INVALID_ARGUMENT");
    }

    @Test
    void namesThatThereAre() {
        FieldMask mask = FieldMask.newBuilder()
                .addPaths("author.books.title")
                .addPaths("roles.born")
                .addPaths("published")
                .build();
        SelectionReader.check(FieldTree.fromMask(mask), Book.getDescriptor());
        SelectionReader.check(FieldTree.EVERYTHING, Book.getDescriptor());
    }
}
