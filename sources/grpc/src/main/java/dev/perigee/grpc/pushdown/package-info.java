/**
 * What a service is told of the selection: {@code GraphSelection}, field masks, views; and how services written in Java
 * read it. Uses {@code graph}, and selections of {@code wire}. Read {@link dev.perigee.grpc.pushdown.FieldTree} first.
 */
@NullMarked
package dev.perigee.grpc.pushdown;

import org.jspecify.annotations.NullMarked;
