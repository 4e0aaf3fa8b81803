package io.musemeter.scorer.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.musemeter.storymodel.Generated;
import io.musemeter.storymodel.Sampling;
import io.musemeter.storymodel.StoryModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the stories of {@link BuiltInReferenceSet}. Written again, by another model or with other seeds, they are another
 * reference set and every series that is measured against them another one: the file is frozen.
 */
final class WriteReferenceStories {
    private static final List<String> TEMPERATURES = List.of("0.334", "0.667", "1");
    private static final int EACH = 8;
    private static final int FIRST_SEED = 20_261_128;

    private WriteReferenceStories() {}

    public static void main(String[] args) throws IOException {
        StoryModel model = StoryModel.embedded();
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (String temperature : TEMPERATURES) {
            for (int number = 1; number <= EACH; number++) {
                Sampling sampling = Sampling.at(Double.parseDouble(temperature), FIRST_SEED + lines.size());
                Generated story = model.generate("", sampling, model.card().context());
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("storyId", "reference-" + temperature + "-" + number);
                line.put("temperature", Double.valueOf(temperature));
                line.put("text", story.text());
                lines.add(json.writeValueAsString(line));
            }
        }
        Files.write(Path.of(args[0]), lines);
    }
}
