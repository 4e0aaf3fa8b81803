package io.musemeter.generator.privacy;

/**
 * A text that can be looked at a bounded number of times. A matcher that backtracks looks at the same characters over and
 * over; counting, other than a clock, ends it at the same place however busy the machine is.
 */
final class CountedText implements CharSequence {
    private final String text;
    private long left;

    CountedText(String text, long looks) {
        this.text = text;
        this.left = looks;
    }

    /** The bound is reached. */
    static final class ExhaustedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ExhaustedException() {
            super("a pattern looks at a text too often", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (left-- <= 0) {
            throw new ExhaustedException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
