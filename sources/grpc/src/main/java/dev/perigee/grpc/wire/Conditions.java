package dev.perigee.grpc.wire;

import java.util.function.Predicate;

/** Which of the fields a request leaves out; asked for once, however many messages there are. For one thread. */
final class Conditions<K> {
    private enum Answer {
        INCLUDED,
        LEFT_OUT
    }

    private final Predicate<? super K> isIncluded;
    private final Answer[] answers;

    Conditions(int count, Predicate<? super K> isIncluded) {
        this.answers = new Answer[count];
        this.isIncluded = isIncluded;
    }

    boolean include(Entry<K> entry) {
        int number = entry.condition();
        if (number < 0) return true;
        if (answers[number] == null) answers[number] = isIncluded.test(entry.key()) ? Answer.INCLUDED : Answer.LEFT_OUT;
        return answers[number] == Answer.INCLUDED;
    }
}
