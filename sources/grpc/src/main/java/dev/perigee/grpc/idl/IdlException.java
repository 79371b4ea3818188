package dev.perigee.grpc.idl;

import java.util.List;
import java.util.stream.Collectors;

/** There is no IDL to read, or it is not usable. Has all that is wrong; the message has a line for each of the first. */
public final class IdlException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MOST_IN_MESSAGE = 50;

    private final transient List<String> problems;

    public IdlException(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    public IdlException(String problem) {
        this(List.of(problem));
    }

    public IdlException(String problem, Throwable cause) {
        this(List.of(problem));
        initCause(cause);
    }

    /** At least one, such as {@code acme/v1/users.proto:7:3: "Name" is not defined.} */
    public List<String> problems() {
        return problems;
    }

    private static String message(List<String> problems) {
        String listed = problems.stream().limit(MOST_IN_MESSAGE).collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_IN_MESSAGE;
        return more > 0 ? listed + "\nand " + more + " more" : listed;
    }
}
