package dev.perigee.sql.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordMakerTest {
    private enum Rank {
        LOW,
        HIGH
    }

    private record Plain(boolean a, byte b, short c, int d, long e, float f, double g, String h, List<String> i) {}

    private record Boxed(
            Boolean a,
            Byte b,
            Short c,
            Integer d,
            Long e,
            Float f,
            Double g,
            BigDecimal h,
            Rank i,
            Instant j,
            byte[] k) {}

    private record Empty() {}

    private record Picky(int level) {
        Picky {
            if (level < 1) throw new IllegalArgumentException("level: " + level + " (at least 1)");
        }
    }

    @Test
    void convertsValuesOfColumns() {
        assertThat(RecordMaker.of(Plain.class)
                        .make(new Object[] {true, 1, 2, 3L, 4, 5.5, 6.5, "seven", List.of("eight")}))
                .isEqualTo(new Plain(true, (byte) 1, (short) 2, 3, 4, 5.5f, 6.5, "seven", List.of("eight")));
        byte[] bytes = {1};
        Instant now = Instant.EPOCH;
        assertThat(RecordMaker.of(Boxed.class).make(new Object[] {false, 1, 2, 3, 4L, 5.5, 6, 7L, "HIGH", now, bytes}))
                .isEqualTo(new Boxed(
                        false, (byte) 1, (short) 2, 3, 4L, 5.5f, 6.0, BigDecimal.valueOf(7), Rank.HIGH, now, bytes));
        assertThat(RecordMaker.of(Empty.class).make(new Object[0])).isEqualTo(new Empty());
    }

    @Test
    void whatWasNotReadIsNullOrZero() {
        assertThat(RecordMaker.of(Plain.class).make(new Object[9]))
                .isEqualTo(new Plain(false, (byte) 0, (short) 0, 0, 0, 0, 0, null, null));
        assertThat(RecordMaker.of(Boxed.class).make(new Object[11]))
                .isEqualTo(new Boxed(null, null, null, null, null, null, null, null, null, null, null));
    }

    @Test
    void leavesTheValuesAsTheyAre() {
        Object[] values = {1L};
        RecordMaker.of(Picky.class).make(values);
        assertThat(values).containsExactly(1L);
    }

    @Test
    void tellsWhichComponentAValueDoesNotFit() {
        RecordMaker maker = RecordMaker.of(Boxed.class);
        assertThatThrownBy(() -> maker.make(valuesWith(maker, "b", 128)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Boxed.b: a value of the column does not fit Byte");
        assertThatThrownBy(() -> maker.make(valuesWith(maker, "d", 1L << 31)))
                .hasMessage("Boxed.d: a value of the column does not fit Integer");
        assertThatThrownBy(() -> maker.make(valuesWith(maker, "d", 1.5)))
                .hasMessage("Boxed.d: a value of the column does not fit Integer");
        assertThatThrownBy(() -> maker.make(valuesWith(maker, "i", "MIDDLE")))
                .hasMessage("Boxed.i: a value of the column does not fit Rank");
        assertThatThrownBy(() -> maker.make(valuesWith(maker, "j", "now")))
                .hasMessage("Boxed.j: a value of the column does not fit Instant");
        assertThatThrownBy(() -> maker.make(new Object[2]))
                .hasMessage("Boxed has 11 components, and there are 2 values");
    }

    @Test
    void passesOnWhatTheRecordItselfRefuses() {
        assertThatThrownBy(() -> RecordMaker.of(Picky.class).make(new Object[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level: 0 (at least 1)");
    }

    @Test
    void knowsWhereValuesGo() {
        RecordMaker maker = RecordMaker.of(Plain.class);
        assertThat(maker.size()).isEqualTo(9);
        assertThat(maker.indexOf("i")).isEqualTo(8);
        assertThat(maker.indexOf("z")).isEqualTo(-1);
    }

    private static Object[] valuesWith(RecordMaker maker, String component, Object value) {
        Object[] values = new Object[maker.size()];
        values[maker.indexOf(component)] = value;
        return values;
    }
}
