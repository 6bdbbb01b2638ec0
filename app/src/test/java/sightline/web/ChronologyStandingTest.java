package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonRole;
import sightline.core.facts.References;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.SharedBody;
import sightline.core.facts.Standing;
import sightline.core.facts.Standings;
import sightline.core.facts.Times;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page says of an entry that was corrected: that something stands only where it does. */
final class ChronologyStandingTest {
    private static final AgencyId SCHOOL = new AgencyId("school");
    private static final String IN_ITS_PLACE =
            "Corrected by its sender; the correction stands in its place.";

    private final Fact first = fact(1, note(), References.NONE);
    private final Fact better =
            fact(2, note(), new References(List.of(), List.of(), Optional.of(ref(1))));
    private final Fact back =
            fact(
                    3,
                    new SharedBody.Retraction(Optional.empty()),
                    new References(List.of(), List.of(ref(2)), Optional.empty()));

    @Test
    void aCorrectionThatIsThereStandsInItsPlace() {
        assertThat(ChronologyPages.standing(Standings.of(List.of(first, better)), first))
                .isEqualTo(IN_ITS_PLACE);
    }

    @Test
    void oneThatWasTakenBackOrIsAboutSomebodyElseDoesNot() {
        assertThat(ChronologyPages.standing(Standings.of(List.of(first, better, back)), first))
                .isEqualTo(
                        ChronologyPages.standing(
                                Standings.of(List.of(first), Map.of(1L, Standing.CORRECTED)),
                                first))
                .isEqualTo(
                        "Corrected by its sender. The correction was taken back or is not among"
                                + " these entries. It counts no more.");
    }

    private static Body note() {
        return new SharedBody.Note(new Text("seen at home"));
    }

    private static MessageRef ref(int id) {
        return new MessageRef(SCHOOL, new MessageId("m" + id));
    }

    private static Fact fact(int id, Body body, References references) {
        Instant nine = Instant.parse("2026-03-02T09:00:00Z");
        return new Fact(
                new FactId(ref(id), 0),
                id,
                List.of(new Participant(PersonRole.SUBJECT, new SourceRecord(SCHOOL, "child"))),
                body,
                new Times(When.parse("2026-03-02"), nine, nine),
                Optional.empty(),
                Sensitivity.EVENT,
                references);
    }
}
