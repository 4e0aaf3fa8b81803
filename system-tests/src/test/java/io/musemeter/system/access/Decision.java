package io.musemeter.system.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;

/**
 * One line of the authorizer's log.
 *
 * @param user who asked
 * @param operation what for, as Kafka's protocol calls it
 * @param type type of the resource
 * @param resource its name
 */
record Decision(String user, String operation, String type, String resource) {
    private static final Pattern ALLOWED = Pattern.compile(
            "Principal = User:(\\S+) is Allowed operation = (\\w+) from host = .* on resource = (\\w+):LITERAL:(\\S+)"
                    + " for.*");

    /** The decision, when it let something pass. */
    static Optional<Decision> allowed(String line) {
        Matcher matcher = ALLOWED.matcher(line);
        return matcher.matches()
                ? Optional.of(new Decision(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)))
                : Optional.empty();
    }

    /** Whether this passed by that right. */
    boolean usedThe(AclBinding right) {
        String name = right.pattern().name();
        boolean covers = right.pattern().patternType() == PatternType.PREFIXED
                ? resource.startsWith(name)
                : resource.equals(name);
        return covers
                && right.entry().operation().name().equalsIgnoreCase(operation)
                && right.pattern().resourceType().name().replace("_", "").equalsIgnoreCase(type.replace("_", ""));
    }
}
