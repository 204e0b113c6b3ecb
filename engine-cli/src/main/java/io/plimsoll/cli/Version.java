package io.plimsoll.cli;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.RecordEnvelopes;
import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version}. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        final String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "plimsoll " + (version == null ? "(not packaged)" : version),
            "rules " + MarginEngine.RULES_VERSION + ", schema " + RecordEnvelopes.SCHEMA_VERSION,
            "Java " + System.getProperty("java.vm.version")
        };
    }
}
