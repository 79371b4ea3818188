package dev.perigee.validation;

import dev.perigee.language.Variable;

/**
 * One place where a variable stands for a value.
 *
 * @param positions of the variables of its name in the document
 * @param number of the position of this one among them
 */
record VariableUse(Variable variable, VariablePositions positions, int number) {
    VariablePosition position() {
        return positions.get(number);
    }

    /** The bit that {@link VariableFlow} has for the position. */
    int bit() {
        return positions.start() + number;
    }
}
