package io.musemeter.system.monitoring;

import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of metrics with their type and labels: as docs/prometheus-metrics.md has them, and as a service exposes them. */
final class MetricsTable {
    private static final String WHOLE = "environment source model prompt metric evaluator series";
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final Pattern TYPE = Pattern.compile("^# TYPE (musemeter_[a-z_]+) ([a-z]+)$");
    private static final Pattern SAMPLE =
            Pattern.compile("^(musemeter_[a-z_]+?)(?:_bucket|_sum|_count|_max)?(?:\\{(.*)\\})? [^ ]+$");
    private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"");

    private MetricsTable() {}

    /** Type and labels. */
    record Entry(String type, TreeSet<String> labels) {}

    /** The table under a heading of the document; the first one stands under the title. */
    static Map<String, Entry> documented(String heading) throws IOException {
        Map<String, Entry> entries = new TreeMap<>();
        String section = "";
        for (String line : Files.readAllLines(RunningSystem.ROOT.resolve("docs/prometheus-metrics.md"))) {
            if (line.startsWith("#")) {
                section = line.replaceFirst("^#+ ", "");
            }
            if (section.equals(heading) && line.startsWith("| `musemeter_")) {
                String[] columns = line.split("\\|");
                String labels =
                        columns[3].replace("whole-series labels", WHOLE).replace("series labels", WHOLE + " window");
                entries.put(columns[1].strip().replace("`", ""), new Entry(columns[2].strip(), words(WORD, labels)));
            }
        }
        return entries;
    }

    /** What a service answers at {@code /q/metrics}, Musemeter's own. */
    static Map<String, Entry> scraped(String exposition) {
        Map<String, String> types = new TreeMap<>();
        for (String line : exposition.split("\n")) {
            Matcher type = TYPE.matcher(line);
            if (type.matches()) {
                types.put(type.group(1), type.group(2));
            }
        }
        Map<String, Entry> entries = new TreeMap<>();
        for (String line : exposition.split("\n")) {
            Matcher sample = SAMPLE.matcher(line);
            if (sample.matches()) {
                TreeSet<String> labels = words(LABEL, sample.group(2) == null ? "" : sample.group(2));
                labels.remove("le");
                String name = sample.group(1);
                entries.computeIfAbsent(name, n -> new Entry(type(types, n), new TreeSet<>()))
                        .labels()
                        .addAll(labels);
            }
        }
        return entries;
    }

    /** OpenMetrics names a counter without its suffix, the older text format with it. */
    private static String type(Map<String, String> types, String name) {
        return types.getOrDefault(name, types.getOrDefault(name.replaceFirst("_total$", ""), ""));
    }

    private static TreeSet<String> words(Pattern pattern, String text) {
        TreeSet<String> words = new TreeSet<>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            words.add(found.groupCount() == 0 ? found.group() : found.group(1));
        }
        return words;
    }
}
