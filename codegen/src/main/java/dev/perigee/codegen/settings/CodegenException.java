package dev.perigee.codegen.settings;

import java.util.List;

/** Nothing was generated, for reasons that whoever wrote schema, settings or classes can do something about. */
public final class CodegenException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /** @param problems at least one; each a line that begins with {@code file:line:column: } where there is such a place */
    public CodegenException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong. */
    public List<String> problems() {
        return problems;
    }
}
