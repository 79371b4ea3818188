package dev.perigee.codegen.client;

import static dev.perigee.codegen.client.ClientNames.VALUE_READER;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The readers that a record has as constants, so that they are put together once, and not for each object that is read. */
final class ReaderConstants {
    private final Set<String> taken;
    private final List<FieldSpec> fields = new ArrayList<>();

    /** @param taken names that the record has already */
    ReaderConstants(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /**
     * One more of them.
     *
     * @param read what it reads
     * @return its name
     */
    String add(String responseName, TypeName read, CodeBlock reader) {
        String free = ClientModel.constant(responseName) + "_READER";
        while (!taken.add(free)) free += "_";
        fields.add(FieldSpec.builder(ParameterizedTypeName.get(VALUE_READER, read), free)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(reader)
                .build());
        return free;
    }

    List<FieldSpec> fields() {
        return fields;
    }
}
