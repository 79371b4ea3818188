/**
 * Says of records which tables they stand for: annotations only, read once by
 * {@link dev.perigee.sql.model.RecordModels}. A component of a plain type is a column without any annotation; a component
 * of another record's type, or of a list of it, is an association and says which. Uses the JDK only. Read {@link
 * dev.perigee.sql.Table}, {@link dev.perigee.sql.Column} and {@link dev.perigee.sql.Has} first.
 */
@NullMarked
package dev.perigee.sql;

import org.jspecify.annotations.NullMarked;
