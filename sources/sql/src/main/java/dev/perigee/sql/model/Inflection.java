package dev.perigee.sql.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Singular and plural of English nouns, one word each. Small on purpose: a rule that is wrong for a word is put right by
 * naming that word in the {@link Refinement}. A word that has its singular form already stays as it is.
 */
final class Inflection {
    /** Singular, plural. */
    private static final Map<String, String> IRREGULAR = pairs(
            "person people, child children, man men, woman women, mouse mice, foot feet, tooth teeth, goose geese, ox"
                + " oxen, index indexes, vertex vertices, matrix matrices, axis axes, criterion criteria, phenomenon"
                + " phenomena, quiz quizzes, cache caches, niche niches, movie movies, cookie cookies, tie ties, pie"
                + " pies, lie lies, zombie zombies, calorie calories, shoe shoes, toe toes, hero heroes, potato"
                + " potatoes, tomato tomatoes, echo echoes, veto vetoes, leaf leaves, life lives, knife knives, wife"
                + " wives, half halves, shelf shelves, wolf wolves, self selves, thief thieves, loaf loaves, bus"
                + " buses, gas gases, lens lenses, alias aliases, canvas canvases, atlas atlases, bias biases, use"
                + " uses, cause causes, excuse excuses, base bases, database databases, analysis analyses, basis"
                + " bases, crisis crises, thesis theses, hypothesis hypotheses, diagnosis diagnoses");
    /** Other plurals of the same singulars. */
    private static final Map<String, String> OTHER_PLURALS = pairs("index indices, person persons");

    private static final Set<String> SAME = Set.of(
            "data",
            "media",
            "metadata",
            "series",
            "species",
            "news",
            "information",
            "equipment",
            "money",
            "staff",
            "feedback",
            "software",
            "hardware",
            "sheep",
            "fish",
            "deer",
            "aircraft");

    private final Map<String, String> plurals = new HashMap<>(IRREGULAR);
    private final Map<String, String> singulars = new HashMap<>();

    /** @param pluralBySingular words that come before all rules */
    Inflection(Map<String, String> pluralBySingular) {
        OTHER_PLURALS.forEach((singular, plural) -> singulars.put(plural, singular));
        IRREGULAR.forEach((singular, plural) -> singulars.put(plural, singular));
        singulars.put("bases", "base");
        pluralBySingular.forEach((singular, plural) -> {
            plurals.put(lower(singular), lower(plural));
            singulars.put(lower(plural), lower(singular));
        });
    }

    /** Of the last word. */
    Words singular(Words words) {
        return words.isEmpty() ? words : words.withLast(singular(words.last()));
    }

    /** Of the last word. */
    Words plural(Words words) {
        return words.isEmpty() ? words : words.withLast(plural(words.last()));
    }

    /** Of the last word of a name, whose other letters stay as they are: {@code orderLine}, {@code orderLines}. */
    String pluralName(String name) {
        Words words = Words.of(name);
        String last = words.isEmpty() ? "" : words.last();
        if (last.isEmpty() || !name.toLowerCase(Locale.ROOT).endsWith(last)) return name + "s";
        int from = name.length() - last.length();
        return name.substring(0, from + 1) + plural(last).substring(1);
    }

    private String singular(String word) {
        String known = singulars.get(word);
        if (known != null) return known;
        if (plurals.containsKey(word) || SAME.contains(word)) return word;
        if (endsWith(word, "ss", "us", "is") || !word.endsWith("s") || word.length() < 3) return word;
        if (word.endsWith("ies")) return cut(word, 3) + "y";
        if (endsWith(word, "sses", "shes", "ches", "xes", "zzes")) return cut(word, 2);
        // statuses, bonuses; but houses, clauses
        if (word.endsWith("uses") && word.length() > 4 && !isVowel(word.charAt(word.length() - 5))) return cut(word, 2);
        return cut(word, 1);
    }

    private String plural(String word) {
        String known = plurals.get(word);
        if (known != null) return known;
        if (singulars.containsKey(word) || SAME.contains(word)) return word;
        if (endsWith(word, "s", "x", "z", "ch", "sh")) return word + "es";
        boolean endsInY = word.endsWith("y") && word.length() > 1;
        return endsInY && !isVowel(word.charAt(word.length() - 2)) ? cut(word, 1) + "ies" : word + "s";
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    private static boolean endsWith(String word, String... ends) {
        for (String end : ends) if (word.endsWith(end)) return true;
        return false;
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split(", ")) {
            int space = pair.indexOf(' ');
            pairs.put(pair.substring(0, space), pair.substring(space + 1));
        }
        return Map.copyOf(pairs);
    }
}
