package io.musemeter.statistics;

import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Data sets and figures made by {@code oracle/make_fixtures.py}. */
public final class Fixtures {

    private static final Map<String, Properties> FIGURES = new ConcurrentHashMap<>();

    private Fixtures() {}

    /** A figure; an unknown name is an error. */
    public static double figure(String name) {
        return figure("figures.properties", name);
    }

    /** A figure from a file of its own. */
    public static double figure(String file, String name) {
        String value = FIGURES.computeIfAbsent(file, Fixtures::figures).getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no figure named " + name);
        }
        return Double.parseDouble(value);
    }

    /** A data set as a series, each row a text of its own. */
    public static SeriesCells series(String name) {
        MetricScale scale = name.equals("perplexity")
                ? MetricScale.perplexity()
                : name.equals("ratings") ? MetricScale.linear(1, 5, 3) : MetricScale.linear(-1, 2, 6);
        return series(name, scale, SeriesCells.DEFAULT_EXACT_LIMIT);
    }

    /** A data set as a series on a given scale. */
    public static SeriesCells series(String name, MetricScale scale, int exactLimit) {
        SeriesCells series = new SeriesCells(scale, exactLimit);
        List<String> lines = text(name + ".csv").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] row = lines.get(i).split(",", -1);
            series.add(Temperature.parse(row[0]), new CellOutcome.Scored(Double.parseDouble(row[1]), i + 1, false));
        }
        return series;
    }

    /** Rows of numbers below a header. */
    public static List<double[]> rows(String name) {
        return rows(name, 1);
    }

    /** Rows of numbers in a file without a header. */
    public static List<double[]> rowsWithoutHeader(String name) {
        return rows(name, 0);
    }

    private static List<double[]> rows(String name, int headers) {
        return text(name)
                .lines()
                .skip(headers)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static Properties figures(String file) {
        Properties properties = new Properties();
        try (InputStream in = open(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = Fixtures.class.getResourceAsStream("/oracle/" + name);
        if (in == null) {
            throw new IllegalArgumentException("no fixture named " + name);
        }
        return in;
    }
}
