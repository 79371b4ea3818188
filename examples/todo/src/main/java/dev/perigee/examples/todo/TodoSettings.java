package dev.perigee.examples.todo;

import java.util.List;
import java.util.Map;

/**
 * What the service is started with.
 *
 * @param database a JDBC URL of H2
 * @param port of the graph, 0 for any that is free
 * @param restPort of the REST API, likewise
 * @param isProduction whether there is no playground
 * @param webSecret by which the web application's server gets tokens
 * @param mobileSecret by which the mobile clients' backend gets them
 */
record TodoSettings(
        String database, int port, int restPort, boolean isProduction, String webSecret, String mobileSecret) {
    /** @throws IllegalArgumentException if a setting is missing or wrong; the message says which */
    static TodoSettings of(List<String> arguments, Map<String, String> environment) {
        for (String argument : arguments) {
            if (!argument.equals("--production"))
                throw new IllegalArgumentException("There is no option " + argument + ", only --production.");
        }
        return new TodoSettings(
                environment.getOrDefault("TODO_DATABASE", "jdbc:h2:mem:todo;DB_CLOSE_DELAY=-1"),
                port(environment, "TODO_PORT", 8080),
                port(environment, "TODO_REST_PORT", 8081),
                !arguments.isEmpty(),
                secret(environment, "TODO_WEB_SECRET"),
                secret(environment, "TODO_MOBILE_SECRET"));
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String port = environment.getOrDefault(name, Integer.toString(usual));
        if (!port.matches("[0-9]{1,5}")) throw new IllegalArgumentException(name + " is the number of a port.");
        return Integer.parseInt(port);
    }

    private static String secret(Map<String, String> environment, String name) {
        String secret = environment.get(name);
        if (secret == null || secret.isBlank())
            throw new IllegalArgumentException(name + " is not set: give each client a secret of its own.");
        return secret;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "TodoSettings[" + database + ", port=" + port + ", restPort=" + restPort + "]";
    }
}
