package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.AccessDirectives;
import dev.perigee.data.AccessRule;
import dev.perigee.data.Caller;
import dev.perigee.data.Otherwise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random rules, callers and selections: the response is that of a graph without rules, filtered by hand. */
class AccessDifferentialTest {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> TYPES = List.of("Query", "One", "Two");

    private final Map<String, List<AccessRule>> rules = new LinkedHashMap<>();

    /** A field of the document, and whether it is written in a fragment or behind a condition that holds. */
    private record Selected(String name, String type, List<Selected> below, int form) {}

    @RepeatedTest(40)
    void agrees_with_a_naive_filter(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (String type : TYPES) {
            rules.put(type, type.equals("Query") ? List.of() : rules(random, 5));
            for (String field : fields()) rules.put(type + "." + field, rules(random, 2));
        }
        var plain = TestGraph.of(schema(false)).root(data(4));
        var guarded = TestGraph.of(schema(true)).root(data(4));
        for (int i = 0; i < 10; i++) {
            List<Selected> selected = selection(random, 0);
            String document = "query($yes: Boolean = true) { __typename @include(if: $yes) " + print(selected) + " }";
            for (int j = 0; j < 4; j++) {
                Caller caller = caller(random);
                List<String> denied = new ArrayList<>();
                Map<String, Object> expected = filter("Query", selected, caller, data(plain.run(document)), "", denied);
                Response actual = guarded.with(request -> request.value(Caller.class, caller))
                        .run(document);
                assertThat(data(actual))
                        .as("%s for %s of%n%s", document, caller, schema(true))
                        .isEqualTo(expected);
                assertThat(actual.errors().stream()
                                .map(error -> error.path().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(".", ".", "")))
                                .toList())
                        .isEqualTo(denied);
            }
        }
    }

    private static Map<?, ?> data(Response response) {
        return (Map<?, ?>) response.asMap().get("data");
    }

    private static List<String> fields() {
        List<String> all = new ArrayList<>(NAMES);
        all.addAll(List.of("one", "two", "ones"));
        return all;
    }

    private static List<AccessRule> rules(Random random, int outOf) {
        Otherwise otherwise = random.nextBoolean() ? Otherwise.NULL : Otherwise.ERROR;
        List<AccessRule> rules = new ArrayList<>();
        if (random.nextInt(outOf * 3) == 0) rules.add(new AccessRule.Authenticated(otherwise));
        if (random.nextInt(outOf * 2) == 0) rules.add(new AccessRule.Roles(some(random, "admin", "owner"), otherwise));
        if (random.nextInt(outOf * 2) == 0) {
            rules.add(new AccessRule.Scopes(List.of(some(random, "x", "y"), some(random, "y", "z")), otherwise));
        }
        return rules;
    }

    private static Set<String> some(Random random, String... names) {
        return List.of(names).stream().filter(name -> random.nextBoolean()).collect(Collectors.toSet());
    }

    private static Caller caller(Random random) {
        if (random.nextInt(4) == 0) return Caller.ANONYMOUS;
        return new Caller("Anna", some(random, "admin", "owner"), some(random, "x", "y", "z"));
    }

    private String schema(boolean isGuarded) {
        StringBuilder sdl = new StringBuilder(AccessDirectives.SDL);
        for (String type : TYPES) {
            sdl.append("type ").append(type).append(directives(type, isGuarded)).append(" {\n");
            for (String field : fields()) {
                sdl.append("  ").append(field).append(": ").append(type(field));
                sdl.append(directives(type + "." + field, isGuarded)).append('\n');
            }
            sdl.append("}\n");
        }
        return sdl.toString();
    }

    private String directives(String coordinate, boolean isGuarded) {
        if (!isGuarded) return "";
        return rules.getOrDefault(coordinate, List.of()).stream()
                .map(rule -> " " + rule.directive())
                .collect(Collectors.joining());
    }

    private static String type(String field) {
        return switch (field) {
            case "one" -> "One";
            case "two" -> "Two";
            case "ones" -> "[One]";
            default -> "String";
        };
    }

    private static Map<String, Object> data(int depth) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String name : NAMES) data.put(name, name + depth);
        if (depth == 0) return data;
        data.put("one", data(depth - 1));
        data.put("two", data(depth - 1));
        data.put("ones", List.of(data(depth - 1), data(depth - 1)));
        return data;
    }

    /** Distinct fields in random order. */
    private static List<Selected> selection(Random random, int depth) {
        List<Selected> selected = new ArrayList<>();
        List<String> fields = new ArrayList<>(fields());
        Collections.shuffle(fields, random);
        for (String field : fields.subList(0, 1 + random.nextInt(4))) {
            boolean isLeaf = NAMES.contains(field);
            if (!isLeaf && depth == 3) continue;
            String type = isLeaf ? "String" : field.equals("two") ? "Two" : "One";
            selected.add(
                    new Selected(field, type, isLeaf ? List.of() : selection(random, depth + 1), random.nextInt(4)));
        }
        if (selected.isEmpty()) selected.add(new Selected("a", "String", List.of(), 0));
        return selected;
    }

    private static String print(List<Selected> selected) {
        return selected.stream()
                .map(one -> {
                    String field = one.name + (one.below.isEmpty() ? "" : " { " + print(one.below) + " }");
                    return switch (one.form) {
                        case 1 -> "... { " + field + " }";
                        case 2 -> "... @include(if: $yes) { " + field + " }";
                        case 3 -> field + " " + field;
                        default -> field;
                    };
                })
                .collect(Collectors.joining(" "));
    }

    private Map<String, Object> filter(
            String type, List<Selected> selected, Caller caller, Map<?, ?> data, String path, List<String> denied) {
        Map<String, Object> filtered = new LinkedHashMap<>();
        if (data.containsKey("__typename")) filtered.put("__typename", data.get("__typename"));
        for (Selected one : selected) {
            String at = path + "." + one.name;
            List<AccessRule> all = new ArrayList<>(rules.get(type + "." + one.name));
            all.addAll(rules.getOrDefault(one.type, List.of()));
            AccessRule broken = AccessRule.firstBroken(all, caller);
            if (broken == null) {
                filtered.put(one.name, filter(one, caller, data.get(one.name), at, denied));
            } else {
                filtered.put(one.name, null);
                if (broken.otherwise() == Otherwise.ERROR) denied.add(at);
            }
        }
        return filtered;
    }

    private Object filter(Selected field, Caller caller, Object value, String path, List<String> denied) {
        if (value instanceof Map<?, ?> object) return filter(field.type, field.below, caller, object, path, denied);
        if (!(value instanceof List<?> list)) return value;
        List<Object> filtered = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            filtered.add(filter(field, caller, list.get(i), path + "." + i, denied));
        }
        return filtered;
    }
}
