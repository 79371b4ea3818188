/**
 * Makes the database of a music store, the same each time. Uses the JDK only, and a JDBC driver at run time. Read
 * {@link dev.perigee.examples.music.CreateMusic} first.
 */
@NullMarked
package dev.perigee.examples.music;

import org.jspecify.annotations.NullMarked;
