@NullMarked
package dev.perigee.validation;

import org.jspecify.annotations.NullMarked;
