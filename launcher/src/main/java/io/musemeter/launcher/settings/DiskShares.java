package io.musemeter.launcher.settings;

/**
 * How the bound of the data folder is divided: all of it for Kafka but what logs and the services' own files may take.
 *
 * @param bytes the bound of the whole folder
 */
public record DiskShares(long bytes) {
    private static final long MEBI = 1L << 20;
    private static final long RESERVED = 48 * MEBI;
    private static final long SERVICES = 3;
    private static final long FILES_A_LOG = 2;
    private static final long LARGEST_CHANGELOG_SEGMENT = 8 * MEBI;

    /** The broker's folder, the changelogs of the aggregator included. */
    public long kafka() {
        return bytes - RESERVED;
    }

    /** One file of a service's log, of which there are two: the present one and the one before. */
    public long logFile() {
        return RESERVED / 2 / (SERVICES * FILES_A_LOG);
    }

    /** A segment of a changelog: only what is not in the newest segment can be compacted. */
    public long changelogSegment() {
        return Math.max(MEBI, Math.min(LARGEST_CHANGELOG_SEGMENT, bytes / 250));
    }
}
