package io.musemeter.scorer.judge.budget;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;

/** One line of the ledger that all instances write and read in the same order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LedgerEntry.Asked.class, name = "asked"),
    @JsonSubTypes.Type(value = LedgerEntry.Settled.class, name = "settled")
})
public sealed interface LedgerEntry {
    /** Identity of the reservation. */
    String id();

    /** The day (UTC) it belongs to. */
    LocalDate day();

    /**
     * An instance asks for one call. Whether it is granted follows from the entries before it.
     *
     * @param tokens the most the call can use
     * @param mostCalls the day's limit of calls, as the asking instance is configured
     * @param mostTokens the day's limit of tokens, likewise
     */
    record Asked(String id, LocalDate day, long tokens, long mostCalls, long mostTokens) implements LedgerEntry {}

    /**
     * What a granted call turned out to be.
     *
     * @param calls 1, or 0 when it was not made
     * @param tokens what it used
     */
    record Settled(String id, LocalDate day, long calls, long tokens) implements LedgerEntry {}
}
