package dev.perigee.language;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/**
 * The names of one document, so that a name that is repeated is one {@code String}. Only saves memory and time: when
 * names share a hash, by accident or ill will, a name may be made twice rather than searched for long.
 */
final class Names {
    private static final int MOST_PROBES = 8;
    private static final int MOST_SLOTS = 1 << 16;

    private final byte[] text;
    private @Nullable String[] names;
    private int[] hashes;
    private int count;

    Names(byte[] text) {
        this.text = text;
        int slots = firstSlots(text.length);
        this.names = new String[slots];
        this.hashes = new int[slots];
    }

    /** A request of some kilobytes has a new name every fifty bytes or so: then the table need not grow. */
    private static int firstSlots(int bytes) {
        return Math.clamp(Integer.highestOneBit(bytes / 16 | 1), 16, 256);
    }

    /** The name that is {@code text[start, end)}, whose bytes have this hash. */
    String get(int start, int end, int hash) {
        int mask = names.length - 1;
        int slot = spread(hash);
        for (int probe = 0; probe < MOST_PROBES; probe++) {
            slot &= mask;
            String name = names[slot];
            if (name == null) return add(make(start, end), hash, slot);
            if (hashes[slot] == hash && isAt(name, start, end)) return name;
            slot++;
        }
        return make(start, end);
    }

    private String make(int start, int end) {
        return new String(text, start, end - start, ISO_8859_1);
    }

    private boolean isAt(String name, int start, int end) {
        if (name.length() != end - start) return false;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != text[start + i]) return false;
        }
        return true;
    }

    private String add(String name, int hash, int slot) {
        names[slot] = name;
        hashes[slot] = hash;
        count++;
        if (count * 2 > names.length && names.length < MOST_SLOTS) grow();
        return name;
    }

    private void grow() {
        @Nullable String[] oldNames = names;
        int[] oldHashes = hashes;
        names = new String[oldNames.length * 4];
        hashes = new int[names.length];
        count = 0;
        for (int i = 0; i < oldNames.length; i++) {
            String name = oldNames[i];
            if (name != null) addAgain(name, oldHashes[i]);
        }
    }

    private void addAgain(String name, int hash) {
        int mask = names.length - 1;
        int slot = spread(hash);
        for (int probe = 0; probe < MOST_PROBES; probe++) {
            slot &= mask;
            if (names[slot] == null) {
                names[slot] = name;
                hashes[slot] = hash;
                count++;
                return;
            }
            slot++;
        }
    }

    private static int spread(int hash) {
        return hash * 0x9E3779B1 >>> 8;
    }
}
