package sightline.checks;

import sightline.core.checks.Checked;
import sightline.core.checks.SourceAnswer;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.MessageId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A check as it is kept: who asked, and what was said.
 *
 * @param number what whoever rings says: {@code CHK-26-7K3F9QX}
 * @param by the account, or the agency's own system
 * @param reference the asker's own case reference
 * @param touchpoint the kind of the message that it was
 * @param words what was said
 * @param said what was said beside it; empty where words alone are said
 * @param sources which sources had answered by then
 * @param rung when it was rung about, and by whom
 */
public record Asked(
        String number,
        AgencyId agency,
        String by,
        String reference,
        String touchpoint,
        MessageId message,
        Instant at,
        Checked.Words words,
        Optional<Said> said,
        List<SourceAnswer> sources,
        Optional<Rung> rung) {
    public Asked {
        sources = List.copyOf(sources);
    }

    /**
     * What is said where more than words is said; it names nobody.
     *
     * @param steps what it rests on, without any case data
     */
    public record Said(Checked.Outcome outcome, List<Step> steps) {
        public Said {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One step of what was said.
     *
     * @param source whose record it rests on, by name
     * @param certainty one of the four words
     */
    public record Step(String text, String source, String certainty) {}

    /** That somebody rang. */
    public record Rung(Instant at, AgencyId by) {}

    /** Whether somebody is to ring and has not. */
    public boolean toRing() {
        return words != Checked.Words.CARRY_ON && rung.isEmpty();
    }
}
