package sightline.core.duties;

import sightline.core.directory.Role;
import sightline.core.facts.SystemBody.AlertUndeliverable.Reason;
import sightline.core.facts.SystemBody.DutyPassed;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.screening.Recipient;
import sightline.core.screening.Situation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** To whom a duty was passed on, because nobody was there to whom it came. */
final class PassedOn {
    private final Situation situation;
    private final List<Entry<DutyPassed>> passed;

    private PassedOn(Situation situation, List<Entry<DutyPassed>> passed) {
        this.situation = situation;
        this.passed = passed;
    }

    static PassedOn of(Situation situation, ClockKey clock, Start start) {
        String key = Duty.key(clock, start.reference());
        return new PassedOn(
                situation,
                situation.subject().entries(DutyPassed.class).stream()
                        .filter(e -> e.body().duty().equals(key))
                        .toList());
    }

    /** Whether it was passed to an agency, or to one whose work that agency has by now. */
    boolean to(AgencyId now) {
        return passed.stream().map(this::to).anyMatch(r -> r.agency().equals(now));
    }

    /** Those who owe it, and those to whom it was passed. */
    Set<Recipient> beside(Set<Recipient> owing) {
        Set<Recipient> all = new LinkedHashSet<>(owing);
        passed.stream().map(this::to).forEach(all::add);
        return all;
    }

    /** What started it, and that it came to nobody. */
    Text said(Text because) {
        if (passed.isEmpty()) {
            return because;
        }
        StringBuilder words = new StringBuilder(because.value());
        for (Entry<DutyPassed> entry : passed) {
            DutyPassed to = entry.body();
            words.append(
                    "; %s at %s: %s, passed at once to %s at %s, %s"
                            .formatted(
                                    new Role(to.role()).title(),
                                    title(to.agency()),
                                    why(to.reason()),
                                    new Role(to.toRole()).title(),
                                    title(to.to()),
                                    Words.moment(entry.received())));
        }
        return new Text(words.toString());
    }

    private Recipient to(Entry<DutyPassed> entry) {
        return situation
                .recipients()
                .current(new Recipient(entry.body().to(), new Role(entry.body().toRole())));
    }

    private String title(AgencyId agency) {
        return situation.directory().title(agency, situation.today());
    }

    private static String why(Reason reason) {
        return switch (reason) {
            case NO_AGENCY -> "the directory has no such agency";
            case NO_POST -> "there is no such post";
            case NO_RECIPIENT, NOBODY_THERE, NOT_OPENED, EVERY_WAY_FAILED ->
                    "nobody holds the post or covers it";
        };
    }
}
