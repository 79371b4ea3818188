package dev.perigee.grpc.idl;

/**
 * What becomes of an import that nobody has.
 *
 * @param isTolerated it is taken for an empty file, which is enough where only its options were used
 * @param remedy what to do about it, as a sentence
 */
record MissingImports(boolean isTolerated, String remedy) {}
