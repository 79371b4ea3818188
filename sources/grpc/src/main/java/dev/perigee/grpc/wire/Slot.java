package dev.perigee.grpc.wire;

/**
 * Where a {@link FieldIndex} keeps what it found of a field.
 *
 * @param cell the index of its value
 * @param bit set once it was found
 */
record Slot(int cell, long bit) {}
