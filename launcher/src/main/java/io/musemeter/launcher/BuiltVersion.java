package io.musemeter.launcher;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the launcher's jar; classes outside of a jar have none. */
final class BuiltVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = BuiltVersion.class.getPackage().getImplementationVersion();
        return new String[] {"Musemeter " + (version == null ? "(not packaged)" : version)};
    }
}
