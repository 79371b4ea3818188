package dev.perigee.language;

/** What a byte may be, by table. Bytes outside of ASCII are nothing here. */
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
}
