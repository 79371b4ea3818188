package dev.perigee.examples.todo.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody says of a new {@link Todo}. */
public record TodoInput(
        String title, @Nullable String note, @Nullable LocalDate due) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTE = 2_000;

    /** @throws InvalidTodoException if there can be no such todo */
    void check() {
        if (title.isBlank()) throw new InvalidTodoException("The title is blank.");
        if (title.length() > LONGEST_TITLE)
            throw new InvalidTodoException("The title is longer than " + LONGEST_TITLE + " characters.");
        if (note != null && note.length() > LONGEST_NOTE)
            throw new InvalidTodoException("The note is longer than " + LONGEST_NOTE + " characters.");
    }
}
