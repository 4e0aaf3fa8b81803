package io.musemeter.statistics.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects the rows of a table and writes it, in Markdown, below {@code target/simulations}. */
final class Report {

    private static final List<String> ROWS = new ArrayList<>();

    private Report() {}

    static synchronized void row(String... cells) {
        ROWS.add("| " + String.join(" | ", cells) + " |");
    }

    static synchronized void write(String name, String... header) {
        StringBuilder table = new StringBuilder("| " + String.join(" | ", header) + " |\n|");
        table.append("---|".repeat(header.length)).append('\n');
        ROWS.forEach(row -> table.append(row).append('\n'));
        ROWS.clear();
        try {
            Path folder = Files.createDirectories(Path.of("target", "simulations"));
            Files.writeString(folder.resolve(name + ".md"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
