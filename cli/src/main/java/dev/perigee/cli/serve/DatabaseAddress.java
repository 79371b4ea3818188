package dev.perigee.cli.serve;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The database that the command line names. Immutable.
 *
 * @param driver a jar with the driver; null for one that comes with Perigee
 * @param hasMutations whether rows can be written, also where {@code perigee.yaml} doesn't say so
 */
public record DatabaseAddress(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path driver,
        boolean hasMutations) {
    /** A database without anything else that it needs. */
    public static DatabaseAddress of(String url) {
        return new DatabaseAddress(url, null, null, null, false);
    }

    /** The URL, without what may be secret in it. */
    @Override
    public String toString() {
        return shown(url);
    }

    /** Without what may be secret in a URL: what comes before a host, and all settings at its end. */
    static String shown(String url) {
        return url.replaceFirst("//[^/@]*@", "//").replaceFirst("[?;].*", "");
    }
}
