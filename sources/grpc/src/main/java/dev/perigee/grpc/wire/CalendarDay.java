package dev.perigee.grpc.wire;

/**
 * A day of the proleptic Gregorian calendar, from year 1 on. Counts years from March, so that a leap day is the last day of
 * its year; replies have many timestamps, and {@link java.time.LocalDate} takes twice as long. For one thread.
 */
final class CalendarDay {
    /** From the first of March of the year 0 to the first of January 1970. */
    private static final int EPOCH = 719_468;

    private static final int DAYS_IN_400_YEARS = 146_097;
    private static final int DAYS_IN_100_YEARS = 36_524;
    private static final int DAYS_IN_4_YEARS = 1_461;

    /** Of March to July, or August to December, which have the same lengths. */
    private static final int DAYS_IN_5_MONTHS = 153;

    private int year;
    private int month;
    private int dayOfMonth;

    /** @param epochDay in days from 1970-01-01 */
    void set(int epochDay) {
        int quarters = 4 * (epochDay + EPOCH) + 3;
        int century = quarters / DAYS_IN_400_YEARS;
        int ofCentury = quarters % DAYS_IN_400_YEARS | 3;
        int yearOfCentury = ofCentury / DAYS_IN_4_YEARS;
        int dayOfYear = ofCentury % DAYS_IN_4_YEARS / 4;
        int months = 5 * dayOfYear + 2;
        int monthFromMarch = months / DAYS_IN_5_MONTHS;
        dayOfMonth = months % DAYS_IN_5_MONTHS / 5 + 1;
        boolean isNextYear = monthFromMarch >= 10;
        month = isNextYear ? monthFromMarch - 9 : monthFromMarch + 3;
        year = century * 100 + yearOfCentury + (isNextYear ? 1 : 0);
    }

    int year() {
        return year;
    }

    /** From 1. */
    int month() {
        return month;
    }

    /** From 1. */
    int dayOfMonth() {
        return dayOfMonth;
    }
}
