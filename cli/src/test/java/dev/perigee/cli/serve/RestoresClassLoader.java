package dev.perigee.cli.serve;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Gives the thread the class loader from before the test: what is served puts that of its code in its place. */
public final class RestoresClassLoader implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(RestoresClassLoader.class);

    @Override
    public void beforeEach(ExtensionContext test) {
        test.getStore(NAMESPACE).put(test, Thread.currentThread().getContextClassLoader());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        ClassLoader before = test.getStore(NAMESPACE).remove(test, ClassLoader.class);
        Thread.currentThread().setContextClassLoader(before);
    }
}
