package dev.perigee.sql.model;

import dev.perigee.schema.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects mistakes, so that they are told all at once. For one thread. */
final class Problems {
    private final List<String> problems = new ArrayList<>();

    /** @param place such as {@code Player.parentId} */
    void add(String place, String whatIsWrong, String whatToDo) {
        problems.add(place + ": " + whatIsWrong + ". " + whatToDo + ".");
    }

    /** @param name that is not among the known ones */
    void addUnknown(String place, String whatIsWrong, String name, Collection<String> known) {
        String meant = Suggestions.didYouMean(name, known);
        String whatToDo = meant.isEmpty() ? " Write its name as the database does." : meant;
        problems.add(place + ": " + whatIsWrong + "." + whatToDo);
    }

    void addAll(List<String> others) {
        problems.addAll(others);
    }

    /** @param cause kept for whoever reads the stack trace */
    ModelException exception(Throwable cause) {
        ModelException exception = new ModelException(problems);
        exception.initCause(cause);
        return exception;
    }

    /** @throws ModelException with all of them, if there is one */
    void check() {
        if (!problems.isEmpty()) throw new ModelException(problems);
    }
}
