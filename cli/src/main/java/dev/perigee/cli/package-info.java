/**
 * The {@code perigee} command. May use everything. Read {@link dev.perigee.cli.Main} first; a subcommand is a class.
 */
@NullMarked
package dev.perigee.cli;

import org.jspecify.annotations.NullMarked;
