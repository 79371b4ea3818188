/** The words that the blog's sample data is made of: the same at each start. */
@NullMarked
package dev.perigee.examples.blog.sample;

import org.jspecify.annotations.NullMarked;
