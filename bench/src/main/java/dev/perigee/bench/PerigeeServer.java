package dev.perigee.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.EngineLimits;
import dev.perigee.execution.Request;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;

/** Perigee as its users run it; without its cache, one plan is kept, which is never the next request's. */
final class PerigeeServer implements Server {
    private final Engine engine;

    private PerigeeServer(Engine engine) {
        this.engine = engine;
    }

    static PerigeeServer of(String sdl, Wiring wiring, Cache cache) {
        EngineLimits usual = EngineLimits.DEFAULT;
        EngineLimits limits = new EngineLimits(
                usual.maxPlannedFields(),
                usual.maxValidationErrors(),
                usual.maxResponseBytes(),
                usual.timeout(),
                cache == Cache.ON ? usual.cachedPlans() : 1);
        Schema schema = Schema.of(Source.of("schema", sdl));
        return new PerigeeServer(
                Engine.builder(schema).wiring(wiring).limits(limits).build());
    }

    @Override
    public byte[] answer(byte[] document) {
        return engine.execute(Request.of(new String(document, UTF_8))).bytes();
    }
}
