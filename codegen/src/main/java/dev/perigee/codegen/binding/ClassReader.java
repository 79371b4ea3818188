package dev.perigee.codegen.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Stands in javac as an annotation processor: the one place where it shows classes before their code is looked at. */
final class ClassReader<T> extends AbstractProcessor {
    private final Function<ExistingClasses, T> use;
    private @Nullable T result;
    private @Nullable RuntimeException failure;

    ClassReader(Function<ExistingClasses, T> use) {
        this.use = use;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver() || result != null || failure != null) return false;
        List<TypeElement> inSources = new ArrayList<>();
        for (Element root : round.getRootElements()) if (root instanceof TypeElement type) inSources.add(type);
        try {
            result = use.apply(
                    new ExistingClasses(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), inSources));
        } catch (RuntimeException e) { // javac would call it a bad processor
            failure = e;
        }
        return false;
    }

    /** Null if it was never called, since something is wrong with the sources. */
    @Nullable T result() {
        if (failure != null) throw failure;
        return result;
    }
}
