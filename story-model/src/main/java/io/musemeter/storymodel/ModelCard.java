package io.musemeter.storymodel;

/**
 * What is known about a model.
 *
 * @param name name and version, for example {@code musemeter-stories-1}
 * @param fingerprint SHA-256 of the model file in hexadecimal: two models with the same fingerprint give the same numbers
 * @param parameters number of weights
 * @param vocabulary number of tokens
 * @param context tokens that can be attended to, and the longest story that can be written
 * @param heldOutLoss mean negative log-probability of a token of held-out stories, in nats
 * @param heldOutBitsPerByte the same in bits for each byte of text
 */
public record ModelCard(
        String name,
        String fingerprint,
        long parameters,
        int vocabulary,
        int context,
        double heldOutLoss,
        double heldOutBitsPerByte) {}
