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

    private record Name(long key, String text) {
        boolean is(long otherKey, byte[] bytes, int start, int end) {
            return key == otherKey && (key >= 0 || isAt(bytes, start, end));
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
     * The key of a name of more than eight bytes: of what it is so far, and its next bytes. Unlike the bytes of a shorter
     * name, it is negative.
     */
    static long longKey(long before, long next) {
        return before * ODD + next | Long.MIN_VALUE;
    }

    /**
     * The name that is {@code text[start, end)}.
     *
     * @param key the bytes of the name where they are eight or fewer, else its {@link #longKey}
     */
    static String get(byte[] text, int start, int end, long key) {
        int slot = (int) (key * ODD >>> Long.SIZE - SLOT_BITS);
        Name first = SLOTS[slot];
        if (first != null && first.is(key, text, start, end)) return first.text;
        Name second = SLOTS[slot ^ 1];
        if (second != null && second.is(key, text, start, end)) return second.text;
        String name = new String(text, start, end - start, ISO_8859_1);
        if (name.length() <= LONGEST) {
            SLOTS[slot] = new Name(key, name);
            if (first != null) SLOTS[slot ^ 1] = first;
        }
        return name;
    }
}
