/**
 * The GraphQL language: from UTF-8 bytes to an immutable syntax tree and back. Knows nothing of schemas and uses no
 * other package. Read {@link dev.perigee.language.Parser} first, then {@link dev.perigee.language.Node}.
 */
@NullMarked
package dev.perigee.language;

import org.jspecify.annotations.NullMarked;
