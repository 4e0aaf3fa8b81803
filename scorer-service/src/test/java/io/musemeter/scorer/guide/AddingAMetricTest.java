package io.musemeter.scorer.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/adding-a-metric.md: its blocks are put where it says, compiled, and a story is scored. */
class AddingAMetricTest {
    private static final String GUIDE = "docs/adding-a-metric.md";
    private static final String CATALOGUE = "io/musemeter/events/metrics.yaml";
    private static final String FAMILY = "io/musemeter/scorer/lexical/LexicalFamily.java";
    private static final String METRIC = "io/musemeter/scorer/lexical/LongWords.java";
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    Path folder;

    @Test
    void theGuidesMetricIsServedByItsFamily() throws Exception {
        List<String> java = Repository.blocks(GUIDE, "java");
        write(
                CATALOGUE,
                Repository.read("story-events/src/main/resources/" + CATALOGUE)
                        + Repository.blocks(GUIDE, "yaml").get(0));
        write(METRIC, java.get(0));
        write(FAMILY, registered(Repository.read("scorer-service/src/main/java/" + FAMILY), java.get(1)));
        compile(METRIC, FAMILY);

        OptionalDouble value = scoreOf("The lighthouse keeper counted ships.");

        assertThat(value).hasValue(2.0 / 5);
    }

    private static String registered(String family, String line) {
        String first = "                new EditDistance(),\n";
        assertThat(family).contains(first);
        return family.replace(first, first + line);
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void compile(String... files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-encoding", "UTF-8", "-classpath", CLASS_PATH, "-d", folder.toString());
            Path[] sources = Arrays.stream(files).map(folder::resolve).toArray(Path[]::new);
            assertThat(compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjects(sources))
                            .call())
                    .isTrue();
        }
    }

    /** In a class loader of its own, where what the guide adds goes before what is there. */
    private OptionalDouble scoreOf(String text) throws Exception {
        List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
        for (String entry : CLASS_PATH.split(File.pathSeparator)) {
            urls.add(url(entry));
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> family = loader.loadClass("io.musemeter.scorer.metric.Family");
            Class<?> input = loader.loadClass("io.musemeter.scorer.metric.ScoringInput");
            Object story = loader.loadClass("io.musemeter.scorer.oracle.Inputs")
                    .getMethod("of", String.class, String.class)
                    .invoke(null, "guide", text);
            Object lexical = loader.loadClass("io.musemeter.scorer.lexical.LexicalFamily")
                    .getConstructor()
                    .newInstance();
            return (OptionalDouble) loader.loadClass("io.musemeter.scorer.oracle.FamilyScores")
                    .getMethod("value", family, String.class, input)
                    .invoke(null, lexical, "long_words", story);
        }
    }

    private static URL url(String classPathEntry) throws MalformedURLException {
        return new File(classPathEntry).toURI().toURL();
    }
}
