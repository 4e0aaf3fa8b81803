package io.musemeter.modelclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    private static final List<String> KNOWN =
            List.of("temperature", "top_logprobs", "logprobs", "top_k", "max_tokens", "max_completion_tokens", "seed");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        top_k       | {"error":{"message":"Unrecognized request argument supplied: top_k","param":null}}
        max_tokens  | {"error":{"message":"Use 'max_completion_tokens' instead of temperature.","param":"max_tokens"}}
        max_tokens  | {"error":{"message":"'max_tokens' is not supported. Use 'max_completion_tokens' instead."}}
        top_logprobs| {"object":"error","message":"top_logprobs must be at most 5","code":400}
        seed        | {"error":"seed: no such option"}
        logprobs    | {"detail":[{"loc":["body","logprobs"],"msg":"extra fields not permitted","input":{"seed":1}}]}
        top_k       | {"detail":"top_k is not taken"}
        temperature | Temperature out of range
        """)
    void theParameterAtFaultIsTheNamedOneOrTheFirstSpokenOf(String parameter, String body) {
        assertThat(Refusal.of(body).parameterOf(KNOWN)).contains(parameter);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"error":{"message":"bad prompt in {\\"temperature\\": 0.7, \\"top_k\\":50}"}}
        {"error":{"message":"bad prompt in {'temperature': 0.7, 'top_k': 50}"}}
        {"error":{"message":"no such model"},"request":{"temperature":0.7,"seed":7}}
        {"error":{"message":"the temperature is fine","param":"messages"}}
        {"error":{"message":"stop_keyword: too long"}}
        {"error":{"message":"the seedling grew"}}
        {"detail":[]}
        {}
        []
        {"error":
        """)
    void aQuotedRequestOrAnotherParameterIsNone(String body) {
        assertThat(Refusal.of(body).parameterOf(KNOWN)).isEqualTo(Optional.empty());
    }

    @Test
    void whatItSaysIsCodeTypeAndSentence() {
        Refusal refusal = Refusal.of(
                "{\"error\":{\"code\":\"Model_Not_Found\",\"type\":\"invalid_request\",\"message\":\"No.\"}}");

        assertThat(refusal.says("model_not_found")).isTrue();
        assertThat(refusal.says("filter", "invalid_request")).isTrue();
        assertThat(refusal.says("no.")).isTrue();
        assertThat(refusal.says("content_filter")).isFalse();
    }
}
