package io.musemeter.system.scaling;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends stories in over HTTP and knows how many. */
final class StoryFeed {
    static final String NAME = "scaling";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_AT_ONCE = 100;
    private static final String SENTENCE =
            " Then the old woman walked to the river and gave the little boy some bread.";

    private final URI stories;
    private final HttpClient http = HttpClient.newHttpClient();
    private int sent;

    StoryFeed(URI stories) {
        this.stories = stories;
    }

    int sent() {
        return sent;
    }

    void send(int count, int sentences) throws IOException, InterruptedException {
        for (int left = count; left > 0; left -= MOST_AT_ONCE) {
            post(Math.min(left, MOST_AT_ONCE), sentences);
        }
    }

    private void post(int count, int sentences) throws IOException, InterruptedException {
        ArrayNode array = JSON.createArrayNode();
        for (int i = 0; i < count; i++) {
            array.addObject()
                    .put("id", "s" + sent)
                    .put("source", "replay:" + NAME)
                    .put("model", "m")
                    .put("promptId", "p")
                    .put("temperature", 0.5 + 0.5 * (sent % 3))
                    .put("text", "This is story number " + sent + "." + SENTENCE.repeat(sentences));
            sent++;
        }
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(stories)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(array.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        int accepted = JSON.readTree(response.body()).path("accepted").asInt(-1);
        if (response.statusCode() != 200 || accepted != count) {
            throw new IOException(
                    "of " + count + " stories " + accepted + " were accepted, status " + response.statusCode());
        }
    }
}
