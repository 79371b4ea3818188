package dev.perigee.sql.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a name, in lower case: {@code order_line}, {@code ORDER LINE} and {@code OrderLine} have the same two.
 * Accents are left out; what is neither an ASCII letter nor a digit separates words. There may be no word at all.
 */
record Words(List<String> words) {
    Words {
        words = List.copyOf(words);
    }

    static Words of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (!isPart(c) || startsWord(plain, i)) endWord(word, words);
            if (isPart(c)) word.append(c);
        }
        endWord(word, words);
        return new Words(words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    String last() {
        return words.getLast();
    }

    Words withLast(String last) {
        List<String> other = new ArrayList<>(words.subList(0, words.size() - 1));
        other.add(last);
        return new Words(other);
    }

    Words and(Words others) {
        List<String> all = new ArrayList<>(words);
        all.addAll(others.words);
        return new Words(all);
    }

    /** Without the words that the other one has at its end; all of them where it ends with other words. */
    Words without(Words end) {
        int rest = words.size() - end.words.size();
        return rest >= 0 && words.subList(rest, words.size()).equals(end.words)
                ? new Words(words.subList(0, rest))
                : this;
    }

    /** {@code order_line} */
    String snakeCase() {
        return String.join("_", words);
    }

    /** {@code orderLine}; empty where there is no word, and with an underscore before a digit. */
    String camelCase() {
        if (words.isEmpty()) return "";
        String pascal = pascalCase();
        return pascal.charAt(0) == '_' ? pascal : Character.toLowerCase(pascal.charAt(0)) + pascal.substring(1);
    }

    /** {@code OrderLine}; empty where there is no word, and with an underscore before a digit. */
    String pascalCase() {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            text.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return !text.isEmpty() && isDigit(text.charAt(0)) ? "_" + text : text.toString();
    }

    private static void endWord(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) words.add(word.toString().toLowerCase(Locale.ROOT));
        word.setLength(0);
    }

    /** A capital after a small letter or digit, or the last of several before a small letter: {@code my|URL|Path}. */
    private static boolean startsWord(String name, int at) {
        if (at == 0 || !isUpper(name.charAt(at))) return false;
        char before = name.charAt(at - 1);
        if (isLower(before) || isDigit(before)) return true;
        return isUpper(before) && at + 1 < name.length() && isLower(name.charAt(at + 1));
    }

    private static boolean isPart(char c) {
        return isLower(c) || isUpper(c) || isDigit(c);
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
