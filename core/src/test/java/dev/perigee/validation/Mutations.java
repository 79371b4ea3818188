package dev.perigee.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes documents a little, so that most get something wrong; the same way for the same seed. */
public final class Mutations {
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\"[^\"]*\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|\\.\\.\\.|[_A-Za-z]\\w*|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|[^\\s,]");
    private static final Predicate<String> NAME =
            Pattern.compile("[_A-Za-z]\\w*").asMatchPredicate();
    private static final Predicate<String> VALUE =
            Pattern.compile("-?\\d.*|\".*|true|false|null|[A-Z_0-9]+").asMatchPredicate();
    private static final List<String> MORE = List.of(
            "null",
            "true",
            "1",
            "1.5",
            "\"text\"",
            "ENUM",
            "[]",
            "{}",
            "[null]",
            "Int",
            "String!",
            "[Int]",
            "!",
            "$unknown",
            "unknown",
            "@skip(if: true)",
            "@unknown",
            "__typename",
            "__schema",
            "Query",
            "on",
            "x: __typename",
            "= null",
            "...Unknown",
            "... on Query { __typename }",
            "mutation",
            "subscription");

    private final Random random;
    private final List<String> words;

    private Mutations(Random random, List<String> words) {
        this.random = random;
        this.words = words;
    }

    /** @param words that may take the place of others, beside those of the document itself */
    public static String mutate(String document, long seed, List<String> words) {
        return new Mutations(new Random(seed), words).mutate(document);
    }

    private String mutate(String document) {
        List<String> tokens = new ArrayList<>(
                TOKEN.matcher(document).results().map(MatchResult::group).toList());
        for (int i = random.nextInt(3); i >= 0; i--) change(tokens);
        return String.join(" ", tokens);
    }

    private void change(List<String> tokens) {
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(7)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
            case 2 -> tokens.add(at, MORE.get(random.nextInt(MORE.size())));
            case 3 -> tokens.set(nameFrom(tokens, at), words.get(random.nextInt(words.size())));
            case 4 -> tokens.set(valueFrom(tokens, at), MORE.get(random.nextInt(MORE.size())));
            case 5 -> copyPart(tokens, at);
            default -> tokens.set(nameFrom(tokens, at), tokens.get(nameFrom(tokens, random.nextInt(tokens.size()))));
        }
    }

    private static int nameFrom(List<String> tokens, int from) {
        return find(tokens, from, NAME);
    }

    private static int valueFrom(List<String> tokens, int from) {
        return find(tokens, from, VALUE);
    }

    private static int find(List<String> tokens, int from, Predicate<String> wanted) {
        for (int i = 0; i < tokens.size(); i++) {
            int index = (from + i) % tokens.size();
            if (wanted.test(tokens.get(index))) return index;
        }
        return from;
    }

    /** A selection set, list or object, arguments or variables, once more at another place. */
    private void copyPart(List<String> tokens, int from) {
        int start = find(tokens, from, "{(["::contains);
        int depth = 0;
        for (int end = start; end < tokens.size(); end++) {
            if ("{([".contains(tokens.get(end))) depth++;
            if ("})]".contains(tokens.get(end)) && --depth == 0) {
                List<String> part = List.copyOf(tokens.subList(start + 1, end));
                tokens.addAll(find(tokens, random.nextInt(tokens.size()), "{(["::contains) + 1, part);
                return;
            }
        }
    }
}
