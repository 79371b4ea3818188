/** What is to be generated, as {@code perigee.yaml} says it or a program. Read {@code GeneratorSettings} first. */
@NullMarked
package dev.perigee.codegen.settings;

import org.jspecify.annotations.NullMarked;
