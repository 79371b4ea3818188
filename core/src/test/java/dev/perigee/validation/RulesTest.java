package dev.perigee.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulesTest {
    @TestFactory
    Stream<DynamicTest> rules() throws IOException {
        if (System.getProperty("golden.update") != null) update();
        return RuleCase.all()
                .map(one -> dynamicTest(
                        one.rule() + ": " + one.title(),
                        () -> assertThat(one.problems()).isEqualTo(one.expected())));
    }

    @Test
    void every_rule_has_cases_that_keep_it_and_cases_that_break_it() {
        for (ValidationRule rule : ValidationRule.values()) {
            List<RuleCase> cases = RuleCase.all()
                    .filter(one -> one.rule().equals(rule.ruleName()))
                    .toList();
            assertThat(cases)
                    .as(rule.ruleName())
                    .anyMatch(one -> one.expected().isEmpty())
                    .anyMatch(one -> !one.expected().isEmpty());
        }
    }

    private static void update() throws IOException {
        for (Path file : RuleCase.files()) {
            StringBuilder text = new StringBuilder();
            for (RuleCase one : RuleCase.read(file)) text.append(one.print(one.problems()));
            Files.writeString(file, text.toString().stripTrailing() + "\n");
        }
    }
}
