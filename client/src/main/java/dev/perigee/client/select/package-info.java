/**
 * Documents built by code instead of text, by classes that are generated for the types of a schema: what does not fit the
 * schema does not compile. Read {@link dev.perigee.client.select.ObjectSelection} first.
 */
@NullMarked
package dev.perigee.client.select;

import org.jspecify.annotations.NullMarked;
