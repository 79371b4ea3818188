/**
 * What a database consists of, as far as a graph needs it: tables, columns, keys, and the relations between tables.
 * Made of annotated records or read from the database; everything else in this module works from here. Uses the JDK,
 * the annotations of {@link dev.perigee.sql}, and of core what suggests names. Read {@link dev.perigee.sql.model.Model} and {@link
 * dev.perigee.sql.model.Table} first, then {@link dev.perigee.sql.model.RecordModels}.
 */
@NullMarked
package dev.perigee.sql.model;

import org.jspecify.annotations.NullMarked;
