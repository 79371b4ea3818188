package dev.perigee.language;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/**
 * The names that documents lately had, so that a name that comes again, as most do, is the same {@code String}. Shared
 * by all threads, without locks: each slot holds an immutable name or none, and a name that is lost to another one is
 * only made anew. Of bounded size.
 */
final class Names {
    private static final long ODD = 0x9E3779B97F4A7C15L;
    private static final int SLOT_BITS = 12;
    private static final int LONGEST = 40;

    private static final @Nullable Name[] SLOTS = new @Nullable Name[1 << SLOT_BITS];

    private record Name(long head, long tail, String text) {
        boolean is(long otherHead, long otherTail, byte[] bytes, int start, int end) {
            return head == otherHead && tail == otherTail && (tail >= 0 || isAt(bytes, start, end));
        }

        private boolean isAt(byte[] bytes, int start, int end) {
            if (text.length() != end - start) return false;
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) != bytes[start + i]) return false;
            }
            return true;
        }
    }

    private Names() {}

    /**
     * The key of what follows the first eight bytes of a name, where that is more than eight bytes: of what it is so far,
     * and the next. Unlike the bytes themselves, it is negative.
     */
    static long tail(long before, long next) {
        return before * ODD + next | Long.MIN_VALUE;
    }

    /**
     * The name that is {@code text[start, end)}.
     *
     * @param head its first eight bytes
     * @param tail its next eight bytes, or the {@link #tail(long, long)}
     */
    static String get(byte[] text, int start, int end, long head, long tail) {
        int slot = (int) ((head * ODD + tail) * ODD >>> Long.SIZE - SLOT_BITS);
        Name first = SLOTS[slot];
        if (first != null && first.is(head, tail, text, start, end)) return first.text;
        Name second = SLOTS[slot ^ 1];
        if (second != null && second.is(head, tail, text, start, end)) return second.text;
        String name = new String(text, start, end - start, ISO_8859_1);
        if (name.length() <= LONGEST) {
            SLOTS[slot] = new Name(head, tail, name);
            if (first != null) SLOTS[slot ^ 1] = first;
        }
        return name;
    }
}
