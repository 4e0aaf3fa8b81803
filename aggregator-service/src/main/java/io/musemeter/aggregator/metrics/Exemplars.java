package io.musemeter.aggregator.metrics;

/** Where exemplars may stand in the OpenMetrics text form. */
final class Exemplars {
    private Exemplars() {}

    /**
     * The text without the exemplars that OpenMetrics 1.0 does not allow: those of samples that are neither a bucket nor a
     * counter's total. The client library (simpleclient 0.16) puts one on a histogram's {@code _count} as well, for which
     * Prometheus before 2.43 refuses the whole scrape.
     *
     * @param openMetrics an exposition, each line ended by a line feed
     */
    static String whereAllowed(String openMetrics) {
        StringBuilder kept = new StringBuilder(openMetrics.length());
        int start = 0;
        while (start < openMetrics.length()) {
            int feed = openMetrics.indexOf('\n', start);
            int end = feed < 0 ? openMetrics.length() : feed;
            kept.append(openMetrics, start, allowedEnd(openMetrics, start, end));
            if (feed >= 0) {
                kept.append('\n');
            }
            start = end + 1;
        }
        return kept.toString();
    }

    /** Where the line ends once an exemplar that must not be there is cut off. */
    private static int allowedEnd(String text, int start, int end) {
        int nameEnd = start;
        while (nameEnd < end && text.charAt(nameEnd) != '{' && text.charAt(nameEnd) != ' ') {
            nameEnd++;
        }
        String name = text.substring(start, nameEnd);
        if (name.startsWith("#") || name.endsWith("_bucket") || name.endsWith("_total")) {
            return end;
        }
        // Within the line: a search of the whole text for each line would take their product.
        int exemplar = labelsEnd(text, nameEnd, end);
        while (exemplar < end && !text.startsWith(" # ", exemplar)) {
            exemplar++;
        }
        return exemplar;
    }

    /** The place behind the labels' closing brace; braces and number signs within quotes are part of a value. */
    private static int labelsEnd(String text, int start, int end) {
        if (start >= end || text.charAt(start) != '{') {
            return start;
        }
        boolean quoted = false;
        for (int i = start + 1; i < end; i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return i + 1;
            }
        }
        return end;
    }
}
