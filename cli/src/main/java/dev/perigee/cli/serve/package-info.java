/**
 * What {@code perigee serve} does: reads {@code perigee.yaml}, the schema, the database and the Java code that it names,
 * and serves them. May use all modules. Read {@link dev.perigee.cli.serve.Serving} first, then {@code SettingsReader}.
 */
@NullMarked
package dev.perigee.cli.serve;

import org.jspecify.annotations.NullMarked;
