/** Lists of the newest, which posts and comments share. */
@NullMarked
package dev.perigee.examples.blog.paging;

import org.jspecify.annotations.NullMarked;
