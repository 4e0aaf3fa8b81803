package io.musemeter.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What made a score: {@code kind/name/version/configurationHash}. The hash covers the whole configuration, references
 * (exemplar policy, reference set) included, so scores of different evaluators are never merged.
 *
 * @param kind {@code computed}, {@code model}, {@code judge} or {@code human}
 * @param name the evaluator's name
 * @param version raised whenever the same text could score otherwise
 * @param configurationHash hash of its configuration, {@code none} without one
 */
public record EvaluatorId(String kind, String name, String version, String configurationHash) {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** @throws InvalidEventException when a part is not 1 to 64 letters, digits, dots, dashes or underscores */
    public EvaluatorId {
        part(kind, "evaluatorId.kind");
        part(name, "evaluatorId.name");
        part(version, "evaluatorId.version");
        part(configurationHash, "evaluatorId.configurationHash");
    }

    /** Reads {@code kind/name/version/configurationHash}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EvaluatorId parse(@Nullable String text) {
        String[] parts = Require.present(text, "evaluatorId").split("/", -1);
        if (parts.length != 4) {
            throw new InvalidEventException("evaluatorId", "must read kind/name/version/configurationHash");
        }
        return new EvaluatorId(parts[0], parts[1], parts[2], parts[3]);
    }

    /** The canonical text. */
    @JsonValue
    public String text() {
        return kind + "/" + name + "/" + version + "/" + configurationHash;
    }

    @Override
    public String toString() {
        return text();
    }

    private static void part(@Nullable String part, String field) {
        if (!PART.matcher(Require.present(part, field)).matches()) {
            throw new InvalidEventException(field, "takes 1 to 64 letters, digits, dots, dashes, underscores");
        }
    }
}
