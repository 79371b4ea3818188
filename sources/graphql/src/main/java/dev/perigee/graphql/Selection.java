package dev.perigee.graphql;

import java.util.Set;

/**
 * What is selected of a field, as a remote is asked for it.
 *
 * @param text a field, or the braces below it with a space before them; empty below a leaf
 * @param slots the variables in it
 */
record Selection(String text, Set<Slot> slots) {}
