package dev.perigee.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest has it, and the Java that runs it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "perigee " + (version == null ? "(not packaged)" : version), "Java " + Runtime.version(),
        };
    }
}
