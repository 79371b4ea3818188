package dev.perigee.validation;

import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Schemas for tests, each read once. */
final class Schemas {
    private static final Map<String, Schema> BY_SDL = new ConcurrentHashMap<>();

    private Schemas() {}

    static Schema of(String sdl) {
        return BY_SDL.computeIfAbsent(sdl, text -> Schema.of(Source.of("schema", text)));
    }
}
