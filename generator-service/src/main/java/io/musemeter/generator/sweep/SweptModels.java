package io.musemeter.generator.sweep;

import io.musemeter.generator.writer.StoryWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The models that are swept. A story, a series and a sweep's progress know a model by its name alone. */
final class SweptModels {
    private SweptModels() {}

    /**
     * The writers of these names, each once.
     *
     * @param names as they are configured
     * @param writers finds a writer
     * @throws IllegalArgumentException when two of them write as one model, so that nothing would tell them apart
     */
    static List<StoryWriter> of(List<String> names, Function<String, StoryWriter> writers) {
        Map<String, StoryWriter> swept = new LinkedHashMap<>();
        Map<String, String> nameByModel = new LinkedHashMap<>();
        for (String name : new LinkedHashSet<>(names)) {
            StoryWriter writer = writers.apply(name);
            String other = nameByModel.putIfAbsent(writer.model().name(), name);
            if (other != null) {
                throw new IllegalArgumentException("musemeter.generator.sweep.models: " + other + " and " + name
                        + " both write as " + writer.model().name()
                        + "; give a provider another name by its recorded-as");
            }
            swept.put(name, writer);
        }
        return List.copyOf(swept.values());
    }
}
