package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Wiring;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A primitive property is written without an object around it: the response is as if there were one. */
class PrimitivePropertiesTest {
    private static final List<String> SCALARS = List.of("Int", "Float", "String", "Boolean", "ID");

    record IntOf(int value) {}

    record LongOf(long value) {}

    record DoubleOf(double value) {}

    record FloatOf(float value) {}

    record ShortOf(short value) {}

    record ByteOf(byte value) {}

    record CharOf(char value) {}

    record BooleanOf(boolean value) {}

    /** A property that fails. */
    public static final class Failing {
        private int calls;

        public int value() {
            calls++;
            throw new AssertionError("on purpose");
        }
    }

    /** An object with a primitive property, and the same value in a map. */
    record Pair(Object primitive, Object boxed) {}

    static Stream<Pair> pairs() {
        Stream<Pair> ints = Stream.of(0, 7, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)
                .map(value -> new Pair(new IntOf(value), value));
        Stream<Pair> longs = Stream.of(0L, 7L, 1L + Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE)
                .map(value -> new Pair(new LongOf(value), value));
        Stream<Pair> doubles = Stream.of(0.0, -0.0, 1.5, 1e300, 0.1, Double.NaN, Double.NEGATIVE_INFINITY)
                .map(value -> new Pair(new DoubleOf(value), value));
        Stream<Pair> others = Stream.of(
                new Pair(new FloatOf(1.5f), 1.5f),
                new Pair(new FloatOf(Float.NaN), Float.NaN),
                new Pair(new ShortOf((short) 12), (short) 12),
                new Pair(new ByteOf((byte) -3), (byte) -3),
                new Pair(new CharOf('x'), 'x'),
                new Pair(new BooleanOf(true), true),
                new Pair(new BooleanOf(false), false));
        return Stream.of(ints, longs, doubles, others).flatMap(pair -> pair);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isWrittenAsItsObjectWouldBe(Pair pair) {
        for (String scalar : SCALARS) {
            Engine engine = engine(scalar, pair.primitive(), Map.of("value", pair.boxed()));
            assertThat(engine.execute(Request.of("{ it: primitive { value } }")).toString())
                    .as("%s as %s", pair.primitive(), scalar)
                    .isEqualTo(engine.execute(Request.of("{ it: boxedForm { value } }"))
                            .toString());
        }
    }

    @Test
    void aPropertyThatFailsIsAnErrorAtItsPlace() {
        Failing failing = new Failing();
        Response response = engine("Int", failing, Map.of()).execute(Request.of("{ primitive { value } }"));
        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.path()).containsExactly("primitive", "value");
            assertThat(error.extensions()).containsEntry("code", "INTERNAL_ERROR");
        });
        assertThat(response.toString()).endsWith("\"data\":{\"primitive\":{\"value\":null}}}");
        assertThat(failing.calls).isEqualTo(1);
    }

    private static Engine engine(String scalar, Object primitive, Object boxed) {
        Schema schema = Schema.of(Source.of(
                "schema",
                "type Query { primitive: Holder boxedForm: Holder } type Holder { value: %s }".formatted(scalar)));
        return Engine.builder(schema)
                .wiring(Wiring.builder()
                        .query("primitive", (arguments, context) -> primitive)
                        .query("boxedForm", (arguments, context) -> boxed)
                        .build())
                .build();
    }
}
