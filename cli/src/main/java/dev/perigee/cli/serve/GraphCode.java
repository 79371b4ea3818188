package dev.perigee.cli.serve;

import dev.perigee.data.GraphModule;
import dev.perigee.data.Wiring;
import dev.perigee.execution.ErrorFormatter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Java code of a graph: its modules, from jars and class folders of its own. What Perigee itself consists of comes
 * first: code can't bring another version of it. For one thread.
 */
final class GraphCode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphCode.class);
    private static final String SERVICE = "META-INF/services/" + GraphModule.class.getName();

    private final URLClassLoader loader;
    private final List<Path> places;
    private final List<GraphModule> wired = new ArrayList<>();

    private GraphCode(URLClassLoader loader, List<Path> places) {
        this.loader = loader;
        this.places = places;
    }

    static GraphCode of(List<Path> places) {
        URL[] urls = places.stream().map(GraphCode::url).toArray(URL[]::new);
        return new GraphCode(new URLClassLoader("graph", urls, GraphCode.class.getClassLoader()), places);
    }

    /** For threads that run the graph: much of Java looks there for drivers and the like. */
    ClassLoader loader() {
        return loader;
    }

    /**
     * Finds the modules, and lets them declare what they have.
     *
     * @throws ServeException if one can't be loaded, or fails, or there is none where there is code
     */
    void wire(Wiring.Builder wiring) throws ServeException {
        try {
            Iterator<GraphModule> modules =
                    ServiceLoader.load(GraphModule.class, loader).iterator();
            while (modules.hasNext()) wire(modules.next(), wiring);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new ServeException("Can't load the code: " + reason(e), e);
        }
        if (wired.isEmpty() && !places.isEmpty()) {
            throw new ServeException(List.of("There is no module in "
                    + places.stream().map(Path::toString).collect(Collectors.joining(", "))
                    + ". Name the class that implements " + GraphModule.class.getName() + " in " + SERVICE + "."));
        }
    }

    /**
     * What decides what clients see of errors; null if the code has nothing to say about it.
     *
     * @throws ServeException if it can't be loaded, or if there are several
     */
    @Nullable ErrorFormatter errorFormatter() throws ServeException {
        try {
            List<ErrorFormatter> found = new ArrayList<>();
            ServiceLoader.load(ErrorFormatter.class, loader).forEach(found::add);
            if (found.size() <= 1) return found.isEmpty() ? null : found.getFirst();
            throw new ServeException(List.of("There are several error formatters, and one at most is to be used: "
                    + found.stream()
                            .map(formatter -> formatter.getClass().getName())
                            .collect(Collectors.joining(", "))
                    + "."));
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new ServeException("Can't load the code: " + reason(e), e);
        }
    }

    private void wire(GraphModule module, Wiring.Builder wiring) throws ServeException {
        wired.add(module); // also if it fails: it may have started something
        try {
            module.wire(wiring);
        } catch (Exception | LinkageError e) {
            throw new ServeException("The module " + module.getClass().getName() + " failed: " + reason(e), e);
        }
    }

    private static String reason(Throwable e) {
        return switch (e) {
            case UnsupportedClassVersionError newer ->
                newer.getMessage() + ". Run on a newer JDK, or compile for this one.";
            case NoClassDefFoundError missing ->
                "there is no class " + String.valueOf(missing.getMessage()).replace('/', '.')
                        + ". Add the jar that has it to \"code\".";
            case ServiceConfigurationError wrapped when wrapped.getCause() != null -> reason(wrapped.getCause());
            default -> e.toString();
        };
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("Every file has a URL", e);
        }
    }

    /** Closes the modules, the last first. Their jars stay open: threads of theirs may still be ending, and need them. */
    @Override
    public void close() {
        for (GraphModule module : wired.reversed()) {
            try {
                module.close();
            } catch (Exception | LinkageError e) {
                LOG.warn("The module {} could not be closed", module.getClass().getName(), e);
            }
        }
        wired.clear();
    }
}
