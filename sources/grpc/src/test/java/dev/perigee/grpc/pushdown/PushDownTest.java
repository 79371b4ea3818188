package dev.perigee.grpc.pushdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.util.JsonFormat;
import dev.perigee.grpc.testing.pushdown.Book;
import dev.perigee.grpc.testing.pushdown.BookResponse;
import dev.perigee.grpc.testing.pushdown.BookView;
import dev.perigee.grpc.testing.pushdown.FindBooksRequest;
import dev.perigee.grpc.testing.pushdown.GetBookRequest;
import dev.perigee.grpc.testing.pushdown.ListBooksRequest;
import dev.perigee.grpc.testing.pushdown.ListBooksResponse;
import dev.perigee.grpc.testing.pushdown.PairResponse;
import dev.perigee.grpc.testing.pushdown.PlainRequest;
import dev.perigee.grpc.testing.pushdown.SearchBooksRequest;
import dev.perigee.language.Field;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushDownTest {
    private static final Descriptor BOOK = Book.getDescriptor();
    private static final PushDownSettings DEFAULTS = PushDownSettings.DEFAULTS;

    private static FieldTree tree(Descriptor message, String selection) {
        return FieldTreeBuilder.<Field>of(message)
                .add(Selecting.of(message, selection))
                .build();
    }

    private static PushDown push(Descriptor request, Descriptor reply, PushDownSettings settings) {
        PushDown push = PushDown.of(request, reply, settings);
        assertThat(push).isNotNull();
        return push;
    }

    private static String json(com.google.protobuf.MessageOrBuilder message) throws Exception {
        return JsonFormat.printer()
                .omittingInsignificantWhitespace()
                .preservingProtoFieldNames()
                .print(message);
    }

    @Test
    void requestsThatTakeNothingArePushedNothing() {
        assertThat(PushDown.of(PlainRequest.getDescriptor(), BOOK, DEFAULTS)).isNull();
    }

    @Test
    void selectionsAreOfTheReply() throws Exception {
        PushDown push = push(FindBooksRequest.getDescriptor(), ListBooksResponse.getDescriptor(), DEFAULTS);
        Pushed pushed = push.push(tree(
                ListBooksResponse.getDescriptor(), "{ books { t: title roles { value { born } } } nextPageToken }"));
        assertThat(json(FindBooksRequest.parseFrom(pushed.request())))
                .isEqualTo(
                        "{\"selections\":[{\"name\":\"books\",\"selections\":[{\"name\":\"title\"},{\"name\":\"roles\",\"selections\":[{\"name\":\"born\"}]}]},{\"name\":\"next_page_token\"}]}");
        assertThat(pushed.metadata()).isEmpty();
    }

    @Test
    void theExtendedFormHasAliasesAndArguments() throws Exception {
        PushDown push = push(SearchBooksRequest.getDescriptor(), BOOK, DEFAULTS);
        FieldTree tree = new FieldTreeBuilder<Field>(BOOK, field -> true, FieldTreeTest::arguments)
                .add(Selecting.of(BOOK, "{ t: title editors(first: 3) { fullName } }"))
                .build();
        SearchBooksRequest request =
                SearchBooksRequest.parseFrom(push.push(tree).request());
        assertThat(json(request))
                .isEqualTo(
                        "{\"wanted\":[{\"alias\":\"t\",\"name\":\"title\"},{\"selections\":[{\"name\":\"full_name\"}],\"arguments\":{\"first\":3.0},\"name\":\"editors\"}]}");
    }

    @Test
    void withoutTheExtendedFormAFieldIsOneWhateverItsArgumentsAre() throws Exception {
        PushDown push = push(FindBooksRequest.getDescriptor(), BOOK, DEFAULTS);
        FieldTree tree = new FieldTreeBuilder<Field>(BOOK, field -> true, FieldTreeTest::arguments)
                .add(Selecting.of(BOOK, "{ a: editors(first: 3) { fullName } b: editors(first: 4) { born } }"))
                .build();
        assertThat(json(FindBooksRequest.parseFrom(push.push(tree).request())))
                .isEqualTo(
                        "{\"selections\":[{\"name\":\"editors\",\"selections\":[{\"name\":\"full_name\"},{\"name\":\"born\"}]}]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { id title }                                    | id,title
        { author { born } title }                       | author.born,title
        { editors { fullName books { title } } }        | editors.full_name,editors.books.title
        { roles { key value { born } } labels }         | roles,labels
        { published note extra }                        | published,note,extra
        { cover { ... on Hard { color } } }             | hard.color,soft.weight
        { __typename }                                  | id
        { nothing { _ } }                               | nothing
        """)
    void masks(String selection, String paths) throws Exception {
        PushDown push = push(GetBookRequest.getDescriptor(), BOOK, DEFAULTS);
        GetBookRequest request =
                GetBookRequest.parseFrom(push.push(tree(BOOK, selection)).request());
        assertThat(request.getReadMask().getPathsList()).containsExactly(paths.split(","));
    }

    @Test
    void pathsBelowRepeatedFieldsCanBeSwitchedOff() throws Exception {
        PushDown push = push(GetBookRequest.getDescriptor(), BOOK, DEFAULTS.withoutPathsBelowRepeated());
        FieldTree tree = tree(BOOK, "{ author { born books { id } } editors { fullName } }");
        assertThat(GetBookRequest.parseFrom(push.push(tree).request())
                        .getReadMask()
                        .getPathsList())
                .containsExactly("author.born", "author.books", "editors");
    }

    @Test
    void everythingIsNoMask() throws Exception {
        PushDown push = push(GetBookRequest.getDescriptor(), BOOK, DEFAULTS);
        assertThat(push.push(FieldTree.EVERYTHING).request().isEmpty()).isTrue();
    }

    @Test
    void masksAreOfTheResourceInTheReply() throws Exception {
        FieldTree list = tree(ListBooksResponse.getDescriptor(), "{ books { title } nextPageToken }");
        assertThat(mask(ListBooksResponse.getDescriptor(), list, DEFAULTS)).containsExactly("title");
        FieldTree token = tree(ListBooksResponse.getDescriptor(), "{ nextPageToken }");
        assertThat(mask(ListBooksResponse.getDescriptor(), token, DEFAULTS)).containsExactly("id");
        FieldTree book = tree(BookResponse.getDescriptor(), "{ book { title } }");
        assertThat(mask(BookResponse.getDescriptor(), book, DEFAULTS)).containsExactly("title");
        FieldTree pair = tree(PairResponse.getDescriptor(), "{ left { title } right { id } }");
        assertThat(mask(PairResponse.getDescriptor(), pair, DEFAULTS)).containsExactly("left.title", "right.id");
        assertThat(mask(PairResponse.getDescriptor(), pair, DEFAULTS.withMaskRoot("right")))
                .containsExactly("id");
        assertThat(mask(BookResponse.getDescriptor(), book, DEFAULTS.withMaskRoot("")))
                .containsExactly("book.title");
        assertThatThrownBy(() -> PushDown.of(
                        GetBookRequest.getDescriptor(), BookResponse.getDescriptor(), DEFAULTS.withMaskRoot("bok")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maskRoot: bok: library.v1.BookResponse has no message \"bok\"");
    }

    private static Iterable<String> mask(Descriptor reply, FieldTree tree, PushDownSettings settings) throws Exception {
        PushDown push = push(GetBookRequest.getDescriptor(), reply, settings);
        return GetBookRequest.parseFrom(push.push(tree).request()).getReadMask().getPathsList();
    }

    @Test
    void theBasicViewIsAskedForOnlyIfItHasAllFields() throws Exception {
        PushDownSettings basic = DEFAULTS.withBasicFields(Set.of("id", "title"));
        assertThat(view("{ books { title } nextPageToken }", basic)).isEqualTo(BookView.BOOK_VIEW_BASIC);
        assertThat(view("{ books { title author { born } } }", basic)).isEqualTo(BookView.BOOK_VIEW_FULL);
        assertThat(view("{ books { title } }", DEFAULTS)).isEqualTo(BookView.BOOK_VIEW_FULL);
        assertThat(view("{ nextPageToken }", basic)).isEqualTo(BookView.BOOK_VIEW_BASIC);
    }

    private static BookView view(String selection, PushDownSettings settings) throws Exception {
        Descriptor reply = ListBooksResponse.getDescriptor();
        PushDown push = push(ListBooksRequest.getDescriptor(), reply, settings);
        ListBooksRequest request =
                ListBooksRequest.parseFrom(push.push(tree(reply, selection)).request());
        assertThat(request.getReadMask().getPathsCount()).isPositive();
        return request.getView();
    }

    @Test
    void aMaskInMetadataIsOfTheReply() {
        Descriptor reply = ListBooksResponse.getDescriptor();
        PushDown push = push(PlainRequest.getDescriptor(), reply, DEFAULTS.withMaskHeader("x-goog-fieldmask"));
        Pushed pushed = push.push(tree(reply, "{ books { title author { born } } nextPageToken }"));
        assertThat(pushed.request().isEmpty()).isTrue();
        assertThat(pushed.metadata())
                .isEqualTo(Map.of("x-goog-fieldmask", "books.title,books.author.born,next_page_token"));
        assertThat(push.push(FieldTree.EVERYTHING).metadata()).isEmpty();
    }

    @Test
    void whatIsTooDeepOrTooMuchIsAskedForAsAWhole() throws Exception {
        FieldTree tree = tree(BOOK, "{ id sequel { id sequel { id sequel { title id } } } }");
        assertThat(mask(BOOK, tree, DEFAULTS.withLimits(3, 100)))
                .containsExactly("id", "sequel.id", "sequel.sequel.id", "sequel.sequel.sequel");
        assertThat(mask(BOOK, tree, DEFAULTS.withLimits(32, 5))).containsExactly("id", "sequel.id", "sequel.sequel");
        assertThat(mask(BOOK, tree, DEFAULTS.withLimits(32, 1))).isEmpty();
        assertThatThrownBy(() -> DEFAULTS.withLimits(0, 1)).hasMessage("maxDepth: 0 (at least 1)");
        assertThatThrownBy(() -> DEFAULTS.withLimits(1, 0)).hasMessage("maxNodes: 0 (at least 1)");
    }
}
