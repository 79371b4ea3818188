package dev.perigee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTypesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        */*                                                          | GRAPHQL
        application/*                                                | GRAPHQL
        application/json                                             | JSON
        APPLICATION/JSON                                             | JSON
        application/graphql-response+json                            | GRAPHQL
        application/graphql-response+json, application/json;q=0.9    | GRAPHQL
        application/json, application/graphql-response+json          | GRAPHQL
        application/json, application/graphql-response+json;q=0.5    | JSON
        application/json;q=0.5, */*;q=0.1                            | JSON
        application/json, */*;q=0.8                                  | JSON
        application/json;q=0, */*                                    | GRAPHQL
        application/graphql-response+json;q=0, */*                   | JSON
        application/json;q=0                                         | none
        application/json;charset=utf-8                               | JSON
        application/json; charset="UTF-8"                            | JSON
        application/json;charset=utf-16                              | none
        application/json;charset=utf-16, application/json;q=0.1      | JSON
        application/json;q=0.001                                     | JSON
        application/json;q=1.5                                       | none
        application/json;q=high                                      | none
        text/html                                                    | none
        text/*                                                       | none
        image/png, application/xml                                   | none
        application/jsonx                                            | none
        nonsense                                                     | none
        */json                                                       | none
        ;;;                                                          | none
        application/json;x=","  , text/plain                         | JSON
        """)
    void the_best_for_the_client_then_for_the_server(String accept, Answer expected) {
        assertThat(new AcceptedTypes(List.of(accept)).choose(EnumSet.of(Answer.GRAPHQL, Answer.JSON)))
                .isEqualTo(expected);
    }

    @Test
    void no_header_is_the_servers_choice() {
        assertThat(new AcceptedTypes(List.of()).choose(EnumSet.of(Answer.GRAPHQL, Answer.JSON, Answer.PAGE)))
                .isEqualTo(Answer.GRAPHQL);
        assertThat(new AcceptedTypes(List.of("")).choose(EnumSet.of(Answer.GRAPHQL, Answer.JSON, Answer.PAGE)))
                .isEqualTo(Answer.GRAPHQL);
    }

    @Test
    void several_headers_are_one_list() {
        assertThat(new AcceptedTypes(List.of("text/html;q=0.1", "application/json"))
                        .choose(EnumSet.of(Answer.GRAPHQL, Answer.JSON, Answer.PAGE)))
                .isEqualTo(Answer.JSON);
    }

    @Test
    void the_page_is_for_those_who_name_it_first() {
        assertThat(new AcceptedTypes(List.of(BROWSER)).choose(EnumSet.of(Answer.GRAPHQL, Answer.JSON, Answer.PAGE)))
                .isEqualTo(Answer.PAGE);
        assertThat(new AcceptedTypes(List.of(BROWSER)).choose(EnumSet.of(Answer.GRAPHQL, Answer.JSON)))
                .isEqualTo(Answer.GRAPHQL);
        assertThat(new AcceptedTypes(List.of("*/*")).choose(EnumSet.of(Answer.GRAPHQL, Answer.JSON, Answer.PAGE)))
                .isEqualTo(Answer.GRAPHQL);
        assertThat(new AcceptedTypes(List.of("text/*, application/json;q=0.5"))
                        .choose(EnumSet.of(Answer.GRAPHQL, Answer.JSON, Answer.PAGE)))
                .isEqualTo(Answer.JSON);
        assertThat(new AcceptedTypes(List.of("application/json, text/html"))
                        .choose(EnumSet.of(Answer.GRAPHQL, Answer.JSON, Answer.PAGE)))
                .isEqualTo(Answer.JSON);
    }
}
