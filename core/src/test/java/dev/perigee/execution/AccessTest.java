package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.AccessDirectives;
import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.data.Headers;
import dev.perigee.data.Loader;
import dev.perigee.data.Wiring;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may see what: what callers get who may not, and what is not asked for then. */
class AccessTest {
    private static final String SCHEMA = """
        type Query {
          users(all: Boolean @requiresRoles(roles: ["admin"]), where: Where, any: [Where!]): [User]
          me: User @authenticated
          salary: Salary
          search: [Found]
          nodes: [Node]
          level: Level
          number: Int
        }
        input Where { name: String email: String @requiresScopes(scopes: [["email"]]) not: Where }
        type User implements Node {
          id: ID
          name: String
          email: String @requiresScopes(scopes: [["email", "profile"], ["everything"]])
          phone: String @requiresRoles(roles: ["admin", "owner"], otherwise: NULL)
          boss: User @requiresRoles(roles: ["admin"])
          secret: String! @requiresRoles(roles: ["admin"])
          salary: Salary
        }
        interface Node { id: ID name: String @authenticated }
        type Salary @requiresRoles(roles: ["accountant"], otherwise: NULL) { amount: Int }
        type Case implements Node @requiresRoles(roles: ["judge"]) { id: ID name: String text: String }
        union Found = User | Case
        enum Level @authenticated { LOW HIGH }
        type Mutation { promote(id: ID): User @requiresRoles(roles: ["admin"]) touch: Int drop: Int @authenticated(otherwise: NULL) }
        """ + AccessDirectives.SDL;

    private static final Caller ANNA = Caller.named("Anna");
    private static final Caller ADMIN = Caller.named("Ada").withRoles("admin");

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    record User(int id) {}

    record Salary(int amount) {}

    record Case(int id) {}

    /** What users have, a loader for each field. */
    private Loader<Integer, Object> loader(String field) {
        return new Loader<>() {
            @Override
            public Map<Integer, Object> load(Set<Integer> keys, Context context) {
                calls.add(field + " " + keys);
                return keys.stream().collect(Collectors.toMap(Function.identity(), key -> value(field, key)));
            }
        };
    }

    private static Object value(String field, int key) {
        return switch (field) {
            case "boss" -> new User(key + 10);
            case "salary" -> new Salary(key * 100);
            default -> field + key;
        };
    }

    private final class Emails extends Loaded {
        Emails() {
            super(loader("email"));
        }
    }

    private final class Bosses extends Loaded {
        Bosses() {
            super(loader("boss"));
        }
    }

    private final class Salaries extends Loaded {
        Salaries() {
            super(loader("salary"));
        }
    }

    /** Loaders are told apart by their classes. */
    private abstract static class Loaded implements Loader<Integer, Object> {
        private final Loader<Integer, Object> loader;

        Loaded(Loader<Integer, Object> loader) {
            this.loader = loader;
        }

        @Override
        public Map<Integer, Object> load(Set<Integer> keys, Context context) throws Exception {
            return loader.load(keys, context);
        }
    }

    private TestGraph graph() {
        return TestGraph.of(SCHEMA, this::wire);
    }

    private TestGraph graph(Caller caller) {
        return graph().with(request -> request.value(Caller.class, caller));
    }

    private void wire(Wiring.Builder wiring) {
        wiring.query("users", (arguments, context) -> {
                    calls.add("users");
                    return List.of(new User(1), new User(2));
                })
                .query("me", (arguments, context) -> {
                    calls.add("me");
                    return new User(7);
                })
                .query("salary", (arguments, context) -> {
                    calls.add("salary");
                    return new Salary(5);
                })
                .query("search", (arguments, context) -> List.of(new User(1), new Case(2)))
                .query("nodes", (arguments, context) -> List.of(new User(1), new Case(2)))
                .query("level", (arguments, context) -> {
                    calls.add("level");
                    return "LOW";
                })
                .query("number", (arguments, context) -> 1)
                .mutation("promote", (arguments, context) -> {
                    calls.add("promote");
                    return new User(1);
                })
                .mutation("touch", (arguments, context) -> {
                    calls.add("touch");
                    return calls.size();
                })
                .mutation("drop", (arguments, context) -> {
                    calls.add("drop");
                    return 1;
                })
                .type(
                        "User",
                        User.class,
                        user -> user.field("name", one -> "name" + one.id())
                                .field("phone", one -> {
                                    calls.add("phone");
                                    return "phone" + one.id();
                                })
                                .field("secret", one -> "secret" + one.id())
                                .load("email", Emails.class, User::id)
                                .load("boss", Bosses.class, User::id)
                                .load("salary", Salaries.class, User::id))
                .type("Salary", Salary.class)
                .type(
                        "Case",
                        Case.class,
                        one -> one.field("name", it -> "case" + it.id()).field("text", it -> "text" + it.id()))
                .loader(new Emails())
                .loader(new Bosses())
                .loader(new Salaries());
    }

    @Test
    void a_denied_field_is_an_error_and_is_not_loaded() {
        assertThat(graph(ANNA).outcome("{ users { name email } }")).isEqualTo("""
            {'users':[{'name':'name1','email':null},{'name':'name2','email':null}]}
            FORBIDDEN users.0.email @1:16: You may not use User.email.
            FORBIDDEN users.1.email @1:16: You may not use User.email.\
            """);
        assertThat(calls).containsExactly("users");
    }

    @Test
    void an_unknown_caller_is_told_to_sign_in() {
        assertThat(graph().outcome("{ me { id } level }")).isEqualTo("""
            {'me':null,'level':null}
            UNAUTHENTICATED me @1:3: Sign in to use Query.me.
            UNAUTHENTICATED level @1:13: Sign in to use Query.level.\
            """);
        assertThat(calls).isEmpty();
        assertThat(graph(ANNA).outcome("{ me { id } level }")).isEqualTo("{'me':{'id':'7'},'level':'LOW'}");
    }

    @Test
    void all_scopes_of_one_set_are_needed() {
        assertThat(graph(ANNA.withScopes("email")).outcome("{ me { email } }")).contains("FORBIDDEN me.email");
        assertThat(graph(ANNA.withScopes("email", "profile", "more")).outcome("{ me { email } }"))
                .isEqualTo("{'me':{'email':'email7'}}");
        assertThat(graph(ANNA.withScopes("everything")).outcome("{ me { email } }"))
                .isEqualTo("{'me':{'email':'email7'}}");
    }

    @Test
    void a_denied_field_may_be_null_by_rule() {
        assertThat(graph(ANNA).outcome("{ me { phone } }")).isEqualTo("{'me':{'phone':null}}");
        assertThat(calls).containsExactly("me");
        assertThat(graph(ANNA.withRoles("owner")).outcome("{ me { phone } }")).isEqualTo("{'me':{'phone':'phone7'}}");
    }

    @Test
    void a_denied_field_that_is_not_null_makes_its_object_null() {
        assertThat(graph(ANNA).outcome("{ me { id secret } number }")).isEqualTo("""
            {'me':null,'number':1}
            FORBIDDEN me.secret @1:11: You may not use User.secret.\
            """);
    }

    @Test
    void what_is_selected_below_a_denied_field_is_not_loaded() {
        assertThat(graph(ANNA).outcome("{ me { boss { salary { amount } boss { email } } salary { amount } } }"))
                .isEqualTo("""
                    {'me':{'boss':null,'salary':null}}
                    FORBIDDEN me.boss @1:8: You may not use User.boss.\
                    """);
        assertThat(calls).containsExactly("me");
    }

    @Test
    void a_rule_on_a_type_protects_each_field_that_returns_it() {
        assertThat(graph(ANNA).outcome("{ salary { amount } me { salary { amount } } }"))
                .isEqualTo("{'salary':null,'me':{'salary':null}}");
        assertThat(calls).containsExactly("me");
        assertThat(graph(ANNA.withRoles("accountant")).outcome("{ salary { amount } me { salary { amount } } }"))
                .isEqualTo("{'salary':{'amount':5},'me':{'salary':{'amount':700}}}");
    }

    @Test
    void denied_and_allowed_fields_share_no_batch() {
        String document =
                "{ users { ...F salary { amount } } me { ... { ...F } } } fragment F on User { boss { name } }";
        assertThat(graph(ANNA.withRoles("accountant")).run(document).errors()).hasSize(3);
        assertThat(calls).containsExactlyInAnyOrder("users", "me", "salary [1, 2]");
        calls.clear();
        assertThat(graph(ADMIN).run(document).errors()).isEmpty();
        // The keys are in the order in which the roots have come back.
        assertThat(calls).hasSize(3).contains("users", "me").containsAnyOf("boss [1, 2, 7]", "boss [7, 1, 2]");
    }

    @Test
    void a_protected_type_behind_a_union_shows_its_name_only() {
        assertThat(graph(ANNA).outcome("{ search { __typename ... on User { name } ... on Case { text } } }"))
                .isEqualTo("""
                    {'search':[{'__typename':'User','name':'name1'},{'__typename':'Case','text':null}]}
                    FORBIDDEN search.1.text @1:58: You may not use Case.text.\
                    """);
        assertThat(graph(ANNA.withRoles("judge")).outcome("{ search { ... on Case { text } } }"))
                .isEqualTo("{'search':[{},{'text':'text2'}]}");
    }

    @Test
    void a_rule_on_a_field_of_an_interface_protects_it_in_each_type() {
        assertThat(graph().outcome("{ nodes { name } users { name } }")).isEqualTo("""
            {'nodes':[{'name':null},{'name':null}],'users':[{'name':null},{'name':null}]}
            UNAUTHENTICATED nodes.0.name @1:11: Sign in to use User.name.
            UNAUTHENTICATED nodes.1.name @1:11: Sign in to use Case.name.
            UNAUTHENTICATED users.0.name @1:26: Sign in to use User.name.
            UNAUTHENTICATED users.1.name @1:26: Sign in to use User.name.\
            """);
    }

    @Test
    void a_denied_mutation_never_runs() {
        assertThat(graph(ANNA).outcome("mutation { a: touch promote { id } b: touch }"))
                .isEqualTo("""
                    {'a':1,'promote':null,'b':2}
                    FORBIDDEN promote @1:21: You may not use Mutation.promote.\
                    """);
        assertThat(graph().outcome("mutation { drop }")).isEqualTo("{'drop':null}");
        assertThat(calls).containsExactly("touch", "touch");
    }

    @Test
    void a_protected_argument_is_denied_where_it_is_given() {
        assertThat(graph(ANNA).outcome("{ users { id } }")).isEqualTo("{'users':[{'id':'1'},{'id':'2'}]}");
        calls.clear();
        assertThat(graph(ANNA).outcome("{ users(all: false) { id } }")).isEqualTo("""
            {'users':null}
            FORBIDDEN users @1:3: You may not use Query.users(all:).\
            """);
        assertThat(calls).isEmpty();
        assertThat(graph(ADMIN).run("{ users(all: true) { id } }").errors()).isEmpty();
    }

    @Test
    void a_variable_without_a_value_gives_no_argument() {
        String document = "query($all: Boolean) { users(all: $all) { id } }";
        assertThat(graph(ANNA).run(document).errors()).isEmpty();
        assertThat(graph(ANNA).variables(Map.of("all", true)).outcome(document))
                .endsWith("FORBIDDEN users @1:24: You may not use Query.users(all:).");
        assertThat(graph(ADMIN).variables(Map.of("all", true)).run(document).errors())
                .isEmpty();
    }

    @Test
    void a_protected_input_field_is_found_wherever_it_is_given() {
        String refused = "FORBIDDEN users @1:%d: You may not use Where.email.";
        assertThat(graph(ANNA).run("{ users(where: {name: \"a\"}) { id } }").errors())
                .isEmpty();
        assertThat(graph(ANNA).outcome("{ users(where: {not: {not: {email: \"a\"}}}) { id } }"))
                .endsWith(refused.formatted(3));
        assertThat(graph(ANNA).outcome("{ users(any: [{name: \"a\"}, {email: null}]) { id } }"))
                .endsWith(refused.formatted(3));
        String inside = "query($w: Where, $e: String) { users(where: {not: $w}, any: {email: $e}) { id } }";
        assertThat(graph(ANNA).run(inside).errors()).isEmpty();
        assertThat(graph(ANNA)
                        .variables(Map.of("w", Map.of("not", Map.of("email", "a"))))
                        .outcome(inside))
                .endsWith(refused.formatted(32));
        assertThat(graph(ANNA).variables(Map.of("e", "a")).outcome(inside)).endsWith(refused.formatted(32));
        assertThat(graph(ANNA.withScopes("email"))
                        .variables(Map.of("e", "a"))
                        .run(inside)
                        .errors())
                .isEmpty();
    }

    @Test
    void conditions_of_variables_and_of_callers_go_together() {
        String document =
                "query($x: Boolean!) { me { email @include(if: $x) ... @skip(if: $x) { email } name email @include(if:"
                        + " $x) } }";
        for (boolean x : List.of(true, false)) {
            var anna = graph(ANNA).variables(Map.of("x", x));
            assertThat(anna.run(document).toString()).endsWith("{\"me\":{\"email\":null,\"name\":\"name7\"}}}");
            var all = graph(ANNA.withScopes("everything")).variables(Map.of("x", x));
            assertThat(all.outcome(document)).isEqualTo("{'me':{'email':'email7','name':'name7'}}");
        }
        assertThat(graph(ANNA)
                        .variables(Map.of("x", false))
                        .outcome("query($x: Boolean!) { me { name email @include(if: $x) } }"))
                .isEqualTo("{'me':{'name':'name7'}}");
    }

    @Test
    void the_caller_may_be_made_of_the_headers() {
        var graph = TestGraph.of(SCHEMA, wiring -> {
            wire(wiring);
            wiring.value(Caller.class, context -> {
                String name = context.headers().first("x-name");
                if ("?".equals(name)) throw new ClientException("BAD_TOKEN", "The token has run out.");
                return name == null ? Caller.ANONYMOUS : Caller.named(name);
            });
        });
        assertThat(graph.outcome("{ me { id } }")).contains("UNAUTHENTICATED me");
        assertThat(graph.with(request -> request.headers(Headers.of(Map.of("X-Name", List.of("Anna")))))
                        .outcome("{ me { id } }"))
                .isEqualTo("{'me':{'id':'7'}}");
        assertThat(graph.with(request -> request.headers(Headers.of(Map.of("X-Name", List.of("?")))))
                        .outcome("{ me { id } }"))
                .isEqualTo("no data\nBAD_TOKEN: The token has run out.");
    }

    @Test
    void is_not_asked_for_where_nothing_is_protected() {
        var graph = TestGraph.of(SCHEMA, wiring -> {
            wire(wiring);
            wiring.value(Caller.class, context -> {
                throw new IllegalStateException("Not needed");
            });
        });
        assertThat(graph.outcome("{ number __typename }")).isEqualTo("{'number':1,'__typename':'Query'}");
    }

    @Test
    void one_plan_serves_all_callers() {
        List<String> planned = new ArrayList<>();
        var graph = TestGraph.of(SCHEMA, wiring -> {
            wire(wiring);
            wiring.source(field -> {
                planned.add(field.toString());
                return null;
            });
        });
        for (Caller caller : List.of(Caller.ANONYMOUS, ANNA, ADMIN)) {
            graph.with(request -> request.value(Caller.class, caller)).run("{ users { id } me { id } }");
        }
        assertThat(planned).containsExactly("users.id", "me.id");
    }

    @Test
    void the_plan_says_who_may_see_what() {
        var engine = graph().engine();
        var document = Parser.parse(Source.of("q", "{ me { name boss { name boss { id } } } }"));
        var operation = (OperationDefinition) document.definitions().getFirst();
        assertThat(engine.plan(document, operation).print()).isEqualTo("""
            query
              me: call (java) if @authenticated
                name: compute
                boss: load Bosses #1 if (@authenticated and @requiresRoles(roles: ["admin"]))
                  name: compute
                  boss: load Bosses #2
                    id: read
                boss: denied if (@authenticated and not @requiresRoles(roles: ["admin"]))
              me: denied if not @authenticated
            batches
              Bosses #1: me.boss
                waits for me
              Bosses #2: me.boss.boss
                waits for me.boss
            """);
    }

    @Test
    void rules_that_cannot_be_kept_are_told_when_the_engine_is_built() {
        String schema = """
            type Query { a: Int! @authenticated(otherwise: NULL) b: [Secret!]! c(x: Int @authenticated(otherwise: NULL)): Int!
              d: Secret e(in: In): Int }
            type Secret @requiresRoles(roles: [], otherwise: NULL) { id: ID! }
            input In { x: Int = 1 @authenticated }
            """ + AccessDirectives.SDL;
        assertThatThrownBy(() -> TestGraph.of(schema))
                .isInstanceOfSatisfying(
                        WiringException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "Query.a is a Int!, but null for some callers by an access rule with"
                                                + " otherwise: NULL. Make it nullable, or say otherwise: ERROR.",
                                        "Query.b is a [Secret!]!, but null for some callers by an access rule with"
                                                + " otherwise: NULL. Make it nullable, or say otherwise: ERROR.",
                                        "Query.c is a Int!, but null for some callers by an access rule with"
                                                + " otherwise: NULL. Make it nullable, or say otherwise: ERROR.",
                                        "In.x has an access rule and a default value, which all callers give by saying"
                                                + " nothing. Leave one of them out."));
    }

    @Test
    void a_directive_of_another_make_is_told() {
        assertThatThrownBy(() -> TestGraph.of("""
            directive @requiresRoles(any: [String!]) on FIELD_DEFINITION
            type Query { a: Int @requiresRoles(any: ["admin"]) }
            """))
                .isInstanceOf(WiringException.class)
                .hasMessage("The directive @requiresRoles has no argument \"roles\": leave its definition to"
                        + " AccessDirectives, or add it.");
    }
}
