package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Caller;
import dev.perigee.language.Source;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.Introspection;
import dev.perigee.schema.RandomAudiences;
import dev.perigee.schema.RandomSchemas;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaPrinter;
import dev.perigee.validation.Mutations;
import dev.perigee.validation.RandomOperations;
import dev.perigee.validation.RandomOperations.RandomRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Over random schemas with random marks, data and requests: what the callers of an audience get is what they get from an
 * engine of their face alone, which knows nothing of the rest. Where a value is of a hidden type, or a hidden value of an
 * enum, that engine has another error at the same place: to it the value is wrong.
 */
class FaceDifferentialTest {
    private static final List<String> AUDIENCES = List.of("", "mobile", "server");

    private int compared;
    private int invalid;
    private int refused;
    private int hidden;

    @Test
    void an_audience_gets_what_an_engine_of_its_face_alone_gives() {
        for (int seed = 0; seed < 24; seed++) {
            String sdl = RandomAudiences.mark(RandomSchemas.sdl(seed, 2 + seed % 6), seed, 20);
            Engine engine = engine(sdl);
            for (String audience : AUDIENCES) {
                Schema face = engine.schema(audience);
                Engine alone = engine(SchemaPrinter.print(face));
                hidden += engine.schema().types().size() - face.types().size();
                assertThat(SchemaPrinter.print(face)).doesNotContain("audience");
                List<String> words =
                        engine.schema().types().stream().map(DefinedType::name).toList();
                for (int i = 0; i < 12; i++) {
                    long number = 1000L * seed + i;
                    compare(engine, audience, alone, RandomOperations.query(face, number, 40), i);
                    RandomRequest whole = RandomOperations.query(engine.schema(), number, 40);
                    compare(engine, audience, alone, whole, i);
                    compare(engine, audience, alone, mutated(whole, number, words), i);
                }
                compare(engine, audience, alone, new RandomRequest(Introspection.query(), null, Map.of()), 0);
            }
        }
        assertThat(compared).isGreaterThan(500);
        assertThat(invalid).isGreaterThan(500);
        assertThat(refused).isGreaterThan(50);
        assertThat(hidden).isGreaterThan(50);
    }

    private static Engine engine(String sdl) {
        return Engine.builder(Schema.of(Source.of("schema", sdl))).build();
    }

    private static RandomRequest mutated(RandomRequest request, long seed, List<String> words) {
        return new RandomRequest(
                Mutations.mutate(request.document(), seed, words), request.operationName(), request.variables());
    }

    private void compare(Engine engine, String audience, Engine alone, RandomRequest request, int seed) {
        Schema data = engine.schema();
        Request.Builder builder = Request.builder(request.document())
                .operationName(request.operationName())
                .variables(request.variables())
                .rootValue(new RandomObject(data, data.queryType(), seed));
        Response expected = alone.execute(builder.build());
        Response actual = engine.execute(
                builder.value(Caller.class, Caller.named("someone").withAudience(audience))
                        .build());
        String about = "%s for \"%s\"".formatted(request.document(), audience);
        if (expected.isRequestError()) {
            invalid++;
            assertThat(actual.toString()).as(about).isEqualTo(expected.toString());
            return;
        }
        compared++;
        assertThat(TestGraph.data(actual)).as(about).isEqualTo(TestGraph.data(expected));
        assertThat(errors(actual)).as(about).isEqualTo(errors(expected));
        for (ResponseError error : actual.errors()) {
            if (error.code().equals("INTERNAL_ERROR")) throw new AssertionError(about + ": " + error);
            if (error.code().equals("FORBIDDEN")) refused++;
        }
    }

    /** The errors without what they say of values that the caller may not see. */
    private static List<String> errors(Response response) {
        List<String> errors = new ArrayList<>();
        for (ResponseError error : response.errors()) {
            boolean isOfValue =
                    List.of("FORBIDDEN", "INTERNAL_ERROR", "INVALID_RESULT").contains(error.code());
            errors.add(error.path() + " " + error.locations() + (isOfValue ? "" : error.code() + error.message()));
        }
        return errors;
    }
}
