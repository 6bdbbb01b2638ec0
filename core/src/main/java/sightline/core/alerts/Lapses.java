package sightline.core.alerts;

import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody.DutyChanged.WithdrawnBecause;
import sightline.core.household.Neighbourhood;

/** Says why what started a duty does not start it any more. */
public final class Lapses {
    private static final String FOUND = "found/";

    /** A register's clock stands, or was counted anew from what its records now say. */
    private static final String REGISTER = "register.notice|";

    /** A notice has stood its time: the entry stands, and nothing is owed. */
    private static final String NOTICE = "touch.notice|";

    private Lapses() {}

    /** Why the duty of that key lapsed, as far as the subject's facts now tell. */
    public static WithdrawnBecause why(String duty, Neighbourhood around) {
        if (duty.startsWith(REGISTER) || duty.startsWith(NOTICE)) {
            return WithdrawnBecause.NOT_COUNTED;
        }
        String start = withoutPart(duty.substring(duty.indexOf('|') + 1));
        if (start.startsWith(FOUND) || !start.contains("#")) {
            return WithdrawnBecause.NOT_FOUND;
        }
        boolean there = around.subject().facts().stream().anyMatch(f -> is(start, f));
        if (!there) {
            return WithdrawnBecause.ANOTHER_PERSON;
        }
        boolean counts =
                around.subject().entries(Body.class).stream().anyMatch(e -> is(start, e.fact()));
        return counts ? WithdrawnBecause.NOT_COUNTED : WithdrawnBecause.ENTRY_WITHDRAWN;
    }

    /** Without the number of its run and without the one addressee of several who owes it. */
    private static String withoutPart(String start) {
        return start.replaceFirst("\\+\\d+$", "").replaceFirst("(#\\d+)@[^@#]+$", "$1");
    }

    private static boolean is(String start, Fact fact) {
        return fact.id().text().equals(start);
    }
}
