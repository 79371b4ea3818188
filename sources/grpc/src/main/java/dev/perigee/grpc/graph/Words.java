package dev.perigee.grpc.graph;

/** Names in other cases. */
final class Words {
    private Words() {}

    /** {@code shipTo} of {@code ship_to}: what protoc makes a field's name in JSON by. */
    static String camel(String snake) {
        StringBuilder camel = new StringBuilder(snake.length());
        boolean isFirst = false;
        for (int i = 0; i < snake.length(); i++) {
            char letter = snake.charAt(i);
            if (letter == '_') {
                isFirst = true;
            } else {
                camel.append(isFirst ? upper(letter) : letter);
                isFirst = false;
            }
        }
        return camel.toString();
    }

    /** {@code ShipTo} of {@code ship_to}. */
    static String pascal(String snake) {
        return capitalised(camel(snake));
    }

    static String capitalised(String name) {
        return name.isEmpty() ? name : upper(name.charAt(0)) + name.substring(1);
    }

    /** {@code getUser} of {@code GetUser}, {@code httpPing} of {@code HTTPPing}. */
    static String lowerCamel(String name) {
        String camel = camel(name);
        int end = 0;
        while (end < camel.length() && isUpper(camel.charAt(end))) end++;
        boolean isNextWord = end > 1 && end < camel.length() && isLower(camel.charAt(end));
        int lowered = isNextWord ? end - 1 : end;
        StringBuilder lower = new StringBuilder(camel);
        for (int i = 0; i < lowered; i++) lower.setCharAt(i, (char) (camel.charAt(i) + ('a' - 'A')));
        return lower.toString();
    }

    /** Whether a name begins with a word, which ends there. */
    static boolean hasFirst(String name, String word) {
        return name.startsWith(word) && (name.length() == word.length() || !isLower(name.charAt(word.length())));
    }

    /** As in GraphQL: of ASCII letters, digits and underscores, no digit first, not two underscores. */
    static boolean isName(String text) {
        if (text.isEmpty() || text.startsWith("__")) return false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean isDigit = letter >= '0' && letter <= '9';
            if (!isUpper(letter) && !isLower(letter) && letter != '_' && (!isDigit || i == 0)) return false;
        }
        return true;
    }

    private static char upper(char letter) {
        return isLower(letter) ? (char) (letter - ('a' - 'A')) : letter;
    }

    private static boolean isUpper(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static boolean isLower(char letter) {
        return letter >= 'a' && letter <= 'z';
    }
}
