package io.musemeter.generator.support;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Requests with content types that the test client does not know by itself. */
public final class Requests {
    private Requests() {}

    /** A request whose text is sent in UTF-8. */
    public static RequestSpecification of(String contentType) {
        return given().config(RestAssured.config()
                        .encoderConfig(encoderConfig()
                                .defaultContentCharset(StandardCharsets.UTF_8)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(contentType, ContentType.TEXT)))
                .contentType(contentType);
    }

    /** A request whose bytes are sent as they are. */
    public static RequestSpecification ofBytes(String contentType) {
        return given().config(RestAssured.config()
                        .encoderConfig(encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(contentType, ContentType.BINARY)))
                .contentType(contentType);
    }
}
