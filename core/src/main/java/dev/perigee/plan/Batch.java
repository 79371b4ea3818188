package dev.perigee.plan;

import java.util.List;

/**
 * Fields of a plan that are loaded together: they wait for as many steps above them. It starts as soon as the parents of
 * all of them are known.
 */
public sealed interface Batch permits LoadBatch, SourceBatch {
    /** Its number in the plan, from 0. */
    int id();

    /** How many steps must be waited for, one after the other, before it can start. */
    int stage();

    /** The fields that feed it. */
    List<PlannedField> fields();

    /** Only while the plan is made: a source has taken the field over with one above it. */
    void remove(PlannedField field);
}
