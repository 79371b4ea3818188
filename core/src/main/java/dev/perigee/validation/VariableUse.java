package dev.perigee.validation;

import dev.perigee.language.Variable;

/** One place where a variable stands for a value. */
record VariableUse(Variable variable, VariablePosition position) {}
