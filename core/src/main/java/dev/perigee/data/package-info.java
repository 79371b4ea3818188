/**
 * The data layer in three words: {@link dev.perigee.data.Root}, {@link dev.perigee.data.Loader} and
 * {@link dev.perigee.data.Resolver}, composed by a {@link dev.perigee.data.Wiring}. Depends on no transport and on
 * nothing that executes. Read {@link dev.perigee.data.Wiring} first.
 */
@NullMarked
package dev.perigee.data;

import org.jspecify.annotations.NullMarked;
