package dev.perigee.language;

/** What a byte, or a character, may be in a name, by table. Outside of ASCII, it is nothing. */
final class CharacterClass {
    private static final byte NAME_START = 1;
    private static final byte NAME_CONTINUE = 2;

    private static final byte[] CLASSES = new byte[256];

    static {
        for (int c = 'a'; c <= 'z'; c++) CLASSES[c] = NAME_START | NAME_CONTINUE;
        for (int c = 'A'; c <= 'Z'; c++) CLASSES[c] = NAME_START | NAME_CONTINUE;
        for (int c = '0'; c <= '9'; c++) CLASSES[c] = NAME_CONTINUE;
        CLASSES['_'] = NAME_START | NAME_CONTINUE;
    }

    private CharacterClass() {}

    static boolean isNameStart(byte b) {
        return (CLASSES[b & 0xFF] & NAME_START) != 0;
    }

    static boolean isNameContinue(byte b) {
        return CLASSES[b & 0xFF] != 0;
    }

    static boolean isNameStart(char c) {
        return c < 128 && isNameStart((byte) c);
    }

    static boolean isNameContinue(char c) {
        return c < 128 && isNameContinue((byte) c);
    }
}
