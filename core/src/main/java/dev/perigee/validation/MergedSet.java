package dev.perigee.validation;

import org.jspecify.annotations.Nullable;

/**
 * Selection sets that are merged, since they belong to fields that meet under one response name.
 *
 * @param sets distinct, at least one
 * @param parent where these fields meet; null if there is only one, for then nothing outside of it is at fault
 */
@SuppressWarnings("ArrayRecordComponent") // made in great number, never compared
record MergedSet(TypedSet[] sets, @Nullable MergedSet parent) {}
