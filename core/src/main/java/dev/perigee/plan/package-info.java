/**
 * From a validated operation to a {@link dev.perigee.plan.Plan}: fields collected and merged per concrete type, each with
 * the {@link dev.perigee.plan.Step} that obtains it, loads gathered into batches. Uses {@code data}, {@code schema},
 * {@code language} and {@code json}. Read {@link dev.perigee.plan.Plan} first, then {@link dev.perigee.plan.Planner}.
 */
@NullMarked
package dev.perigee.plan;

import org.jspecify.annotations.NullMarked;
