package dev.perigee.validation;

import java.util.Collection;
import java.util.Iterator;

/**
 * Names in messages.
 */
final class Names {
    private Names() {}

    /** {@code "a", "b" or "c"}; of more than {@code most}, the first. */
    static String oneOf(Collection<String> names, int most) {
        StringBuilder text = new StringBuilder();
        int count = Math.min(names.size(), most);
        Iterator<String> iterator = names.iterator();
        for (int i = 0; i < count; i++) {
            if (i > 0) text.append(i == count - 1 ? " or " : ", ");
            text.append('"').append(iterator.next()).append('"');
        }
        return text.toString();
    }
}
