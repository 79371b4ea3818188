/** How somebody becomes known: passwords, and the tokens that are given for them. */
@NullMarked
package dev.perigee.examples.moongate.login;

import org.jspecify.annotations.NullMarked;
