package sightline.core.duties;

import sightline.core.screening.Finding;
import sightline.core.screening.RuleId;

/**
 * A finding that raises nothing and starts a clock.
 *
 * @param name the matter or the item of the finding, or what its item begins with before a colon
 */
public record ShownStart(RuleId rule, String name) {

    /** Reads {@code AL-11/access-needs}. */
    static ShownStart parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "'%s' names no finding; write it like AL-11/access-needs".formatted(text));
        }
        return new ShownStart(new RuleId(text.substring(0, slash)), text.substring(slash + 1));
    }

    boolean is(Finding finding) {
        return !finding.alerts()
                && finding.rule().equals(rule)
                && (finding.matter().equals(name)
                        || finding.item().equals(name)
                        || finding.item().startsWith(name + ":"));
    }
}
