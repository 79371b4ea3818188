package dev.perigee.client.http;

import java.util.ArrayList;
import java.util.List;

/** Queries that may share requests: which of them wait, and how many requests are under way. Guarded by who uses it. */
final class Lane {
    private final int maxOperations;
    private List<Member> waiting = new ArrayList<>();
    private int underWay;

    Lane(int maxOperations) {
        this.maxOperations = maxOperations;
    }

    /** @return what is to be sent now, together; nothing if it waits for more */
    List<Member> add(Member member) {
        waiting.add(member);
        return underWay == 0 || waiting.size() == maxOperations ? take() : List.of();
    }

    /** Those that wait, to know them again when their time is up. */
    List<Member> waiting() {
        return waiting;
    }

    /** @return what is to be sent now, unless it was for another reason */
    List<Member> windowPassed(List<Member> collected) {
        return waiting == collected ? take() : List.of();
    }

    /** @return what waited for that */
    List<Member> answered() {
        underWay--;
        return take();
    }

    boolean isIdle() {
        return underWay == 0 && waiting.isEmpty();
    }

    private List<Member> take() {
        List<Member> due =
                waiting.stream().filter(member -> !member.reply().isDone()).toList();
        waiting = new ArrayList<>();
        if (!due.isEmpty()) underWay++;
        return due;
    }
}
