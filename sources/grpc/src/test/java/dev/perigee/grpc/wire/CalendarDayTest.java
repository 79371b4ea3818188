package dev.perigee.grpc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarDayTest {
    @Test
    void is_every_day_what_java_says() {
        CalendarDay day = new CalendarDay();
        int wrong = 0;
        LocalDate end = LocalDate.of(10_000, 1, 1);
        for (LocalDate date = LocalDate.of(1, 1, 1); date.isBefore(end); date = date.plusDays(1)) {
            day.set((int) date.toEpochDay());
            if (day.year() != date.getYear()
                    || day.month() != date.getMonthValue()
                    || day.dayOfMonth() != date.getDayOfMonth()) wrong++;
        }
        assertThat(wrong).isZero();
    }
}
