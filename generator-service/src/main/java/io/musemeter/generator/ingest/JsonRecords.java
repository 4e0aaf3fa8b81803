package io.musemeter.generator.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.musemeter.events.InvalidEventException;
import io.musemeter.generator.pressure.TooLargeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The records of a JSON body: the elements of an array, each as the bytes it was sent in, or the one object. */
final class JsonRecords {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonRecords() {}

    /** Whether the body is an array. */
    static boolean isArray(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '[';
            }
        }
        return false;
    }

    /**
     * The elements of an array.
     *
     * @throws InvalidEventException when it is no JSON
     * @throws TooLargeException when there are more than so many
     */
    static List<byte[]> elements(byte[] array, int most) {
        List<byte[]> elements = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(array)) {
            parser.nextToken();
            while (true) {
                JsonToken token = parser.nextToken();
                if (token == null || token == JsonToken.END_ARRAY) {
                    break;
                }
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                // A scalar's end is known only once it has been read; it is rejected whatever it says.
                int to = token.isScalarValue()
                        ? from
                        : (int) parser.currentLocation().getByteOffset();
                if (elements.size() == most) {
                    throw TooLargeException.records(most);
                }
                elements.add(Arrays.copyOfRange(array, from, to));
            }
            if (parser.nextToken() != null) {
                throw new InvalidEventException("$", "goes on after the end of the array");
            }
        } catch (IOException e) {
            throw new InvalidEventException("$", "is not JSON");
        }
        return elements;
    }
}
