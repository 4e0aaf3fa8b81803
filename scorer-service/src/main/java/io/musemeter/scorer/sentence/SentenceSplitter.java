package io.musemeter.scorer.sentence;

import java.util.List;

/** Splits a text into sentences. Safe for use by any number of threads. */
public interface SentenceSplitter {
    /** What scores made with it are signed with: another fingerprint may split the same text otherwise. */
    String fingerprint();

    /** The sentences in order, none blank; empty for a blank text. */
    List<String> split(String text);
}
