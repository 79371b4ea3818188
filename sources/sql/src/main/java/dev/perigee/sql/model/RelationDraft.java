package dev.perigee.sql.model;

import java.lang.annotation.Annotation;

/**
 * A relation as its component describes it: names that nobody has looked up yet.
 *
 * @param association {@code @Has}, {@code @BelongsTo} or {@code @HasThrough}
 * @param target the record that it leads to
 */
record RelationDraft(String component, Annotation association, Class<?> target, boolean isMany) {}
