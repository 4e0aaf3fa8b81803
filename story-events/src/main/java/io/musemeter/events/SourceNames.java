package io.musemeter.events;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a study or a replay may be called. */
final class SourceNames {
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private SourceNames() {}

    static void check(@Nullable String name) {
        if (!SLUG.matcher(Require.present(name, "source")).matches()) {
            throw new InvalidEventException(
                    "source", "its name takes 1 to 128 letters, digits, dots, dashes, underscores");
        }
    }
}
