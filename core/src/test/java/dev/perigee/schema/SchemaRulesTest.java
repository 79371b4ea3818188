package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SchemaRulesTest {
    @TestFactory
    Stream<DynamicTest> rules() throws IOException {
        if (System.getProperty("golden.update") != null) update();
        return RuleCase.all()
                .map(one -> dynamicTest(
                        one.rule() + ": " + one.title(),
                        () -> assertThat(one.problems()).isEqualTo(one.expected())));
    }

    private static void update() throws IOException {
        for (Path file : RuleCase.files()) {
            StringBuilder text = new StringBuilder();
            for (RuleCase one : RuleCase.read(file)) text.append(one.print(one.problems()));
            Files.writeString(file, text.toString().stripTrailing() + "\n");
        }
    }
}
