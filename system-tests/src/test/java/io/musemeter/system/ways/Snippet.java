package io.musemeter.system.ways;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Code that a document shows to be copied.
 *
 * @param heading heading of the section it stands in
 * @param code lines for bash
 */
record Snippet(String heading, String code) {
    private static final Pattern SECTION = Pattern.compile("^#{2,3} ", Pattern.MULTILINE);
    private static final Pattern BLOCK = Pattern.compile("^```bash\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** The blocks of a Markdown file that are for bash, in order. */
    static List<Snippet> of(Path document) throws IOException {
        return SECTION.splitAsStream(Files.readString(document))
                .flatMap(section -> BLOCK.matcher(section)
                        .results()
                        .map(block -> new Snippet(section.lines().findFirst().orElse(""), block.group(1))))
                .toList();
    }

    @Override
    public String toString() {
        return heading;
    }
}
