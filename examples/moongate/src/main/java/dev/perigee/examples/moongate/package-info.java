/**
 * A game behind gRPC: our services, another team's, and the gateway over both. Read
 * {@link dev.perigee.examples.moongate.MoongateModule} first.
 */
@NullMarked
package dev.perigee.examples.moongate;

import org.jspecify.annotations.NullMarked;
