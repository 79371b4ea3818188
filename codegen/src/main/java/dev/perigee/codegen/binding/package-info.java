/**
 * Classes that are there already, in sources or on the class path, and how they stand behind the types of a schema. Read
 * {@code Binder} first.
 */
@NullMarked
package dev.perigee.codegen.binding;

import org.jspecify.annotations.NullMarked;
