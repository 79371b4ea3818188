package dev.perigee.sql.model;

import java.util.ArrayList;
import java.util.List;

/** Collects what a check finds. For one thread. */
final class Findings {
    private final List<Finding> findings = new ArrayList<>();

    void error(String place, String whatIsWrong, String whatToDo) {
        add(Finding.Severity.ERROR, place, whatIsWrong, whatToDo);
    }

    void warning(String place, String whatIsWrong, String whatToDo) {
        add(Finding.Severity.WARNING, place, whatIsWrong, whatToDo);
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    private void add(Finding.Severity severity, String place, String whatIsWrong, String whatToDo) {
        findings.add(new Finding(severity, place + ": " + whatIsWrong + ". " + whatToDo + "."));
    }
}
