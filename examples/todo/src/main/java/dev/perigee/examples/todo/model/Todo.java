package dev.perigee.examples.todo.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done.
 *
 * @param due null if it can wait for ever
 */
public record Todo(
        UUID id,
        String title,
        @Nullable String note,
        @Nullable LocalDate due,
        Instant created) {
    public boolean isDueBefore(LocalDate day) {
        return due != null && due.isBefore(day);
    }
}
