package dev.perigee.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * "Did you mean": the names that are close to one that is wrong, by the number of letters to insert, remove, replace or
 * swap. Names that differ only in case are close. The work is capped: names over {@value #LONGEST_NAME} characters get
 * no suggestions, and of the options of a similar length only the first {@value #MOST_COMPARED} are looked at.
 */
public final class Suggestions {
    private static final int LONGEST_NAME = 64;
    private static final int MOST_COMPARED = 1_000;
    private static final int MOST_SEEN = 20_000;
    private static final int MOST_SUGGESTED = 5;

    private Suggestions() {}

    /** {@code  Did you mean "a", "b" or "c"?} with a space before it, or nothing if no option is close. */
    public static String didYouMean(String name, Collection<String> options) {
        List<String> closest = closest(name, options);
        return closest.isEmpty() ? "" : " Did you mean " + oneOf(closest) + "?";
    }

    /** The options that are close to a name, the closest first, at most five. */
    public static List<String> closest(String name, Collection<String> options) {
        if (name.length() > LONGEST_NAME) return List.of();
        int threshold = (name.length() + 2) / 3;
        LexicalDistance distance = new LexicalDistance(name, threshold);
        List<Suggestion> close = new ArrayList<>();
        int compared = 0;
        int seen = 0;
        for (String option : options) {
            if (++seen > MOST_SEEN) break;
            if (Math.abs(option.length() - name.length()) > threshold) continue;
            if (++compared > MOST_COMPARED) break;
            int steps = distance.to(option);
            if (steps <= threshold && isNear(steps, name, option)) close.add(new Suggestion(option, steps));
        }
        return close.stream()
                .sorted(Suggestion.CLOSEST_FIRST)
                .limit(MOST_SUGGESTED)
                .map(Suggestion::name)
                .toList();
    }

    /** Short names are a few steps from everything: something of the name must be left. */
    private static boolean isNear(int steps, String name, String option) {
        return steps <= option.length() && steps < Math.max(name.length(), option.length());
    }

    /** {@code "a", "b" or "c"}. */
    static String oneOf(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) text.append(i == names.size() - 1 ? " or " : ", ");
            text.append('"').append(names.get(i)).append('"');
        }
        return text.toString();
    }

    private record Suggestion(String name, int steps) {
        static final Comparator<Suggestion> CLOSEST_FIRST =
                Comparator.comparingInt(Suggestion::steps).thenComparing(Suggestion::name);
    }

    /** Optimal string alignment distance to one name, given up beyond a threshold. Keeps three rows of the table. */
    private static final class LexicalDistance {
        private final String name;
        private final String folded;
        private final int threshold;
        private int[] row;
        private int[] above;
        private int[] twoAbove;

        LexicalDistance(String name, int threshold) {
            this.name = name;
            this.folded = name.toLowerCase(Locale.ROOT);
            this.threshold = threshold;
            this.row = new int[name.length() + 1];
            this.above = new int[name.length() + 1];
            this.twoAbove = new int[name.length() + 1];
        }

        /** The distance, or more than the threshold if it is beyond it. */
        int to(String option) {
            if (option.equals(name)) return 0;
            String other = option.toLowerCase(Locale.ROOT);
            if (other.equals(folded)) return 1;
            Arrays.setAll(row, i -> i);
            for (int i = 1; i <= other.length(); i++) {
                rotate();
                row[0] = i;
                int least = i;
                for (int j = 1; j <= folded.length(); j++) {
                    row[j] = cell(other, i, j);
                    least = Math.min(least, row[j]);
                }
                if (least > threshold) return least;
            }
            return row[folded.length()];
        }

        private int cell(String other, int i, int j) {
            int cost = other.charAt(i - 1) == folded.charAt(j - 1) ? 0 : 1;
            int steps = Math.min(Math.min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
            boolean swapped = i > 1
                    && j > 1
                    && other.charAt(i - 1) == folded.charAt(j - 2)
                    && other.charAt(i - 2) == folded.charAt(j - 1);
            return swapped ? Math.min(steps, twoAbove[j - 2] + 1) : steps;
        }

        private void rotate() {
            int[] free = twoAbove;
            twoAbove = above;
            above = row;
            row = free;
        }
    }
}
