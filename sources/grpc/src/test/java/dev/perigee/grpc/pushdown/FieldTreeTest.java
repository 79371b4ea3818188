package dev.perigee.grpc.pushdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.FieldMask;
import dev.perigee.data.ClientException;
import dev.perigee.grpc.testing.pushdown.Book;
import dev.perigee.grpc.testing.pushdown.ListBooksResponse;
import dev.perigee.grpc.testing.pushdown.Nothing;
import dev.perigee.language.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTreeTest {
    private static final Descriptor BOOK = Book.getDescriptor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        names of the IDL, in the order of the request  | { title author { fullName } id } | {title author {full_name} id}
        an alias is sent for what it is                | { t: title }                     | {t: title}
        aliases of one field are one                   | { a: title title b: title }      | {a: title}
        what is below aliases is put together          | { author { born } w: author { fullName } } | {author {born full_name}}
        no __typename                                  | { __typename title }             | {title}
        nothing but __typename: the key                | { __typename }                   | {id}
        and below                                      | { author { __typename } }        | {author {full_name}}
        and of lists                                   | { editors { __typename } id }    | {editors {full_name} id}
        lists                                          | { editors { fullName books { title } } } | {editors {full_name books {title}}}
        the values of maps                             | { roles { key value { born } } } | {roles {born}}
        the keys of maps alone                         | { roles { key } }                | {roles {full_name}}
        maps as JSON                                   | { labels }                       | {labels}
        values are leaves                              | { published note extra }         | {published note extra}
        messages in themselves                         | { sequel { sequel { title } } }  | {sequel {sequel {title}}}
        all members of a oneof                         | { cover { ... on Hard { image } ... on Soft { image } } } | {hard {image} soft {image}}
        members that nothing is selected of            | { cover { ... on Hard { image } } } | {hard {image} soft {weight}}
        a oneof's __typename                           | { cover { __typename } }         | {hard {color} soft {weight}}
        a message without fields                       | { nothing { _ } }                | {nothing}
        a message without anything cheap               | { stacks { __typename } }        | {stacks {maps}}
        fragments                                      | { ... { title } ... { id title } } | {title id}
        """)
    void trees(String rule, String selection, String tree) {
        assertThat(FieldTreeBuilder.<Field>of(BOOK)
                        .add(Selecting.of(BOOK, selection))
                        .build())
                .as(rule)
                .hasToString(tree);
    }

    @Test
    void aMessageWithoutFieldsIsAskedForAsAWhole() {
        assertThat(FieldTreeBuilder.of(Nothing.getDescriptor()).build().isEverything())
                .isTrue();
    }

    @Test
    void conditionsAreAskedOfConditionalFieldsOnly() {
        var selection = Selecting.of(BOOK, "{ id title @skip(if: true) author { born @include(if: true) fullName } }");
        FieldTree none = new FieldTreeBuilder<Field>(
                        BOOK,
                        field -> {
                            assertThat(field.directives()).isNotEmpty();
                            return false;
                        },
                        field -> Map.of())
                .add(selection)
                .build();
        assertThat(none).hasToString("{id author {full_name}}");
        FieldTree all = new FieldTreeBuilder<Field>(BOOK, field -> true, field -> Map.of())
                .add(selection)
                .build();
        assertThat(all).hasToString("{id title author {born full_name}}");
    }

    @Test
    void selectionsOfPartsAndNeeds() {
        FieldTreeBuilder<Field> builder = FieldTreeBuilder.<Field>of(ListBooksResponse.getDescriptor())
                .addAt("books", Selecting.of(BOOK, "{ author { born } }"))
                .addAt("books", Selecting.of(BOOK, "{ title }").fields().getFirst())
                .need("books.id")
                .need("books.author.full_name")
                .need("books.published.seconds")
                .need("books.roles.key")
                .need("books.roles.value.born")
                .need("next_page_token");
        assertThat(builder.build())
                .hasToString("{books {author {born full_name} title id published roles {born}} next_page_token}");
        assertThat(builder.need("books.author").build())
                .hasToString("{books {author title id published roles {born}} next_page_token}");
        assertThatThrownBy(() -> builder.need("books.titel"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("library.v1.Book has no field \"titel\" (books.titel)");
    }

    @Test
    void differentArgumentsAreDifferentFields() {
        var selection = Selecting.of(
                BOOK,
                "{ a: editors(first: 1) { born } b: editors(first: 2) { fullName } c: editors(first: 1) { fullName }"
                        + " }");
        FieldTree tree = new FieldTreeBuilder<Field>(BOOK, field -> true, FieldTreeTest::arguments)
                .add(selection)
                .build();
        assertThat(tree).hasToString("{a: editors{first=1} {born full_name} b: editors{first=2} {full_name}}");
        assertThat(tree.names()).containsExactly("editors");
        assertThat(tree.below("editors")).hasToString("{born full_name}");
        assertThat(tree.conflict()).isEqualTo("editors");
        assertThat(FieldTreeBuilder.<Field>of(BOOK).add(selection).build().conflict())
                .isNull();
    }

    static Map<String, Object> arguments(Field field) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        field.arguments()
                .forEach(argument -> arguments.put(
                        argument.name(), Integer.valueOf(((dev.perigee.language.IntValue) argument.value()).value())));
        return arguments;
    }

    @Test
    void whatIsNotAskedForIsNotThere() {
        FieldTree tree = FieldTree.fromMask(
                FieldMask.newBuilder().addPaths("author.born").build());
        assertThat(tree.has("author")).isTrue();
        assertThat(tree.has("title")).isFalse();
        assertThat(tree.below("title")).isNull();
        assertThat(FieldTree.EVERYTHING.below("title")).isSameAs(FieldTree.EVERYTHING);
        assertThat(FieldTree.EVERYTHING.has("title")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        id,title                  | {id title}
        author.born,author.books  | {author {born books}}
        author.born,author        | {author}
        author,author.born        | {author}
        a.b.c,a.b                 | {a {b}}
        *                         | *
        id,*                      | *
        """)
    void masks(String paths, String tree) {
        FieldMask.Builder mask = FieldMask.newBuilder();
        for (String path : paths.split(",")) mask.addPaths(path);
        assertThat(FieldTree.fromMask(mask.build())).hasToString(tree);
    }

    @Test
    void anEmptyMaskIsEverything() {
        assertThat(FieldTree.fromMask(FieldMask.getDefaultInstance())).isSameAs(FieldTree.EVERYTHING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''      | The field mask has a path with an empty name in it.
        a..b    | The field mask has a path with an empty name in it.
        a.      | The field mask has a path with an empty name in it.
        """)
    void pathsThatAreNone(String path, String message) {
        ClientException found = catchThrowableOfType(
                ClientException.class,
                () -> FieldTree.fromMask(FieldMask.newBuilder().addPaths(path).build()));
        assertThat(found).hasMessage(message);
        assertThat(found.code()).isEqualTo("INVALID_ARGUMENT");
    }

    @Test
    void masksAreBounded() {
        FieldMask deep = FieldMask.newBuilder()
                .addPaths(String.join(".", Collections.nCopies(101, "a")))
                .build();
        assertThatThrownBy(() -> FieldTree.fromMask(deep))
                .hasMessage("The field mask has a path of more than 100 levels.");
        FieldMask wide = FieldMask.newBuilder()
                .addAllPaths(Collections.nCopies(5_001, "a.b"))
                .build();
        assertThatThrownBy(() -> FieldTree.fromMask(wide))
                .hasMessage("The selection has more than 10000 fields. Ask for fewer.");
    }
}
