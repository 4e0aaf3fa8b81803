package io.musemeter.generator.prompt;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A prompt's text with {@code {variable}} standing for any text. Matching takes time linear in the prompt for each
 * literal part: a hostile prompt cannot make it backtrack.
 *
 * @param literals the parts between the variables, in order; the first and the last are anchored
 */
record PromptTemplate(List<String> literals) {
    private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_]*}");

    static PromptTemplate parse(String template) {
        return new PromptTemplate(List.of(VARIABLE.split(template, -1)));
    }

    boolean matches(String prompt) {
        String first = literals.get(0);
        if (literals.size() == 1) {
            return prompt.equals(first);
        }
        String last = literals.get(literals.size() - 1);
        int end = prompt.length() - last.length();
        if (!prompt.startsWith(first) || !prompt.endsWith(last)) {
            return false;
        }
        int from = first.length();
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int found = prompt.indexOf(literal, from);
            if (found < 0) {
                return false;
            }
            from = found + literal.length();
        }
        return from <= end;
    }
}
