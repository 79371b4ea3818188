package dev.perigee.cli.serve;

import java.util.List;

/** Nothing can be served, for reasons that whoever runs the command can do something about. */
public final class ServeException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    public ServeException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    ServeException(String problem, Throwable cause) {
        super(problem, cause);
        this.problems = List.of(problem);
    }

    /** All that is wrong, each in a line, such as {@code blog/perigee.yaml:3:7: Unknown setting "prot".} */
    public List<String> problems() {
        return problems;
    }
}
