package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Wiring;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A property is written as it is read where its type allows: the response is as if its value had been given first. */
class WrittenPropertiesTest {
    private static final List<String> LEAFS = List.of("Int", "Float", "String", "Boolean", "ID", "Day");

    record IntOf(int value) {}

    record LongOf(long value) {}

    record DoubleOf(double value) {}

    record FloatOf(float value) {}

    record ShortOf(short value) {}

    record ByteOf(byte value) {}

    record CharOf(char value) {}

    record BooleanOf(boolean value) {}

    record AnyOf(@Nullable Object value) {}

    /** Constants of a class of their own each, and one that is not in the schema. */
    enum Weekend {
        SATURDAY {},
        SUNDAY {},
        NEVER
    }

    /** A property that fails. */
    public static final class Failing {
        private int calls;

        public int value() {
            calls++;
            throw new AssertionError("on purpose");
        }
    }

    /** An object with a property, and the property's value. */
    record Pair(Object object, @Nullable Object value) {
        static Pair of(@Nullable Object value) {
            return new Pair(new AnyOf(value), value);
        }
    }

    static Stream<Pair> pairs() {
        Stream<Pair> ints = Stream.of(0, 7, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)
                .map(value -> new Pair(new IntOf(value), value));
        Stream<Pair> longs = Stream.of(0L, 7L, 1L + Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE)
                .map(value -> new Pair(new LongOf(value), value));
        Stream<Pair> doubles = Stream.of(0.0, -0.0, 1.5, 1e300, 0.1, Double.NaN, Double.NEGATIVE_INFINITY)
                .map(value -> new Pair(new DoubleOf(value), value));
        Stream<Pair> primitives = Stream.of(
                new Pair(new FloatOf(1.5f), 1.5f),
                new Pair(new FloatOf(Float.NaN), Float.NaN),
                new Pair(new ShortOf((short) 12), (short) 12),
                new Pair(new ByteOf((byte) -3), (byte) -3),
                new Pair(new CharOf('x'), 'x'),
                new Pair(new BooleanOf(true), true),
                new Pair(new BooleanOf(false), false));
        Supplier<String> lazy = () -> "lazy \"text\"";
        Stream<Pair> texts = Stream.of("", "12", "true", "MONDAY", "an \"ångström\"", lazy, 'c', new UUID(1, 2))
                .map(Pair::of);
        Stream<Pair> constants = Stream.of(
                        DayOfWeek.MONDAY, DayOfWeek.FRIDAY, Weekend.SATURDAY, Weekend.SUNDAY, Weekend.NEVER)
                .map(Pair::of);
        Stream<Pair> others = Stream.of(
                Pair.of(null), Pair.of(5), Pair.of(5L), Pair.of(0.5), Pair.of(Optional.empty()), Pair.of(List.of()));
        return Stream.of(ints, longs, doubles, primitives, texts, constants, others)
                .flatMap(pair -> pair);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isWrittenAsItsValueWouldBe(Pair pair) {
        for (String leaf : LEAFS) {
            String property = engine(leaf, pair).execute(Request.of("{ of: owned { value } }")).toString();
            assertThat(property)
                    .as("%s as %s", pair.object(), leaf)
                    .isEqualTo(engine(leaf, pair).execute(Request.of("{ of: given { value } }")).toString());
        }
    }

    @Test
    void constantsOfSeveralEnumsStandInOneList() {
        var days = List.of(
                new AnyOf(DayOfWeek.MONDAY), new AnyOf(Weekend.SUNDAY), new AnyOf("FRIDAY"), new AnyOf(DayOfWeek.SUNDAY));
        Schema schema = Schema.of(Source.of(
                "schema", "type Query { days: [Holder] } type Holder { value: Day } enum Day { MONDAY FRIDAY SUNDAY }"));
        Wiring wiring = Wiring.builder().query("days", (arguments, context) -> days).build();
        Response response =
                Engine.builder(schema).wiring(wiring).build().execute(Request.of("{ days { value } }"));
        assertThat(response.toString())
                .isEqualTo("{\"data\":{\"days\":[{\"value\":\"MONDAY\"},{\"value\":\"SUNDAY\"},"
                        + "{\"value\":\"FRIDAY\"},{\"value\":\"SUNDAY\"}]}}");
    }

    @Test
    void aPropertyThatFailsIsAnErrorAtItsPlace() {
        Failing failing = new Failing();
        Response response =
                engine("Int", new Pair(failing, null)).execute(Request.of("{ owned { value } }"));
        assertThat(response.errors()).singleElement().satisfies(error -> {
            assertThat(error.path()).containsExactly("owned", "value");
            assertThat(error.extensions()).containsEntry("code", "INTERNAL_ERROR");
        });
        assertThat(response.toString()).endsWith("\"data\":{\"owned\":{\"value\":null}}}");
        assertThat(failing.calls).isEqualTo(1);
    }

    /** {@code owned} reads the object's property, {@code given} has its value from a function of the object. */
    private static Engine engine(String leaf, Pair pair) {
        Schema schema = Schema.of(Source.of("schema", """
                type Query { owned: Holder given: Given }
                type Holder { value: %s }
                type Given { value: %s }
                enum Day { MONDAY FRIDAY SATURDAY SUNDAY }
                """.formatted(leaf, leaf)));
        return Engine.builder(schema)
                .wiring(Wiring.builder()
                        .query("owned", (arguments, context) -> pair.object())
                        .query("given", (arguments, context) -> pair)
                        .type("Given", Pair.class, given -> given.field("value", Pair::value))
                        .build())
                .build();
    }
}
