package dev.perigee.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The media types that a client takes, as its {@code Accept} header says. A range that is malformed counts for nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.accept">RFC 9110, Accept</a>
 */
final class AcceptedTypes {
    private final List<MediaRange> ranges = new ArrayList<>();

    /** @param headers the values of all {@code Accept} headers; none, or nothing in them, is {@code *}{@code /*} */
    AcceptedTypes(List<String> headers) {
        String all = String.join(",", headers);
        for (String range : MediaRange.split(all.isBlank() ? "*/*" : all, ',')) {
            MediaRange parsed = MediaRange.parse(range);
            if (parsed != null) ranges.add(parsed);
        }
    }

    /**
     * What suits the client best; where it has no preference, what the server prefers. Null if nothing suits.
     *
     * @param there what the server has; what is no JSON only goes to clients that ask for it by name
     */
    @Nullable Answer choose(Set<Answer> there) {
        Answer best = null;
        int bestQuality = 0;
        for (Answer answer : there) {
            int quality = answer.isJson() ? quality(answer) : namedQuality(answer);
            if (quality > bestQuality) {
                best = answer;
                bestQuality = quality;
            }
        }
        return best;
    }

    /** Whether the client asks for something by name, be it as its last choice. */
    boolean names(Answer answer) {
        return namedQuality(answer) > 0;
    }

    /** That of the most specific range that matches. */
    private int quality(Answer answer) {
        MediaRange closest = null;
        for (MediaRange range : ranges) {
            if (!range.matches(answer)) continue;
            if (closest == null || range.specificity() > closest.specificity()) closest = range;
        }
        return closest == null ? 0 : closest.quality();
    }

    private int namedQuality(Answer answer) {
        for (MediaRange range : ranges) {
            if (range.matches(answer) && range.isNamed()) return range.quality();
        }
        return 0;
    }
}
