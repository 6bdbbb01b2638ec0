package sightline.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a sender only says again, and what is news. */
final class RepeatsTest {
    private static final AgencyId SCHOOL = new AgencyId("school");
    private static final SourceRecord CHILD = new SourceRecord(SCHOOL, "child");
    private static final Instant DAY = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void theSameHomeSaidAgainSaysNothingNew() {
        List<Fact> said = List.of(home(1, "1 Elm Road", DAY), home(2, "1 Elm Road", later(1)));
        assertThat(repeats(said)).containsExactly(said.get(1).id());
    }

    @Test
    void anotherHomeAndTheWayBackAreNews() {
        List<Fact> said =
                List.of(
                        home(1, "1 Elm Road", DAY),
                        home(2, "2 Oak Road", later(1)),
                        home(3, "1 Elm Road", later(2)));
        assertThat(repeats(said)).isEmpty();
    }

    @Test
    void whatRepeatsAnEntryThatDoesNotCountIsNews() {
        List<Fact> said = List.of(home(1, "1 Elm Road", DAY), home(2, "1 Elm Road", later(1)));
        assertThat(Repeats.among(said, _ -> true, f -> f.position() != 1)).isEmpty();
    }

    @Test
    void whatSomethingSpeaksAgainstIsNeverLeftOut() {
        List<Fact> said = List.of(home(1, "1 Elm Road", DAY), home(2, "1 Elm Road", later(1)));
        assertThat(Repeats.among(said, f -> f.position() != 2, _ -> true)).isEmpty();
    }

    @Test
    void whatWasRecordedBeforeTheFirstIsNews() {
        List<Fact> said = List.of(home(1, "1 Elm Road", later(1)), home(2, "1 Elm Road", DAY));
        assertThat(repeats(said)).isEmpty();
    }

    private static Set<FactId> repeats(List<Fact> said) {
        return Repeats.among(said, _ -> true, _ -> true);
    }

    private static Instant later(int days) {
        return DAY.plusSeconds(86_400L * days);
    }

    private static Fact home(long position, String line, Instant recorded) {
        return new Fact(
                new FactId(new MessageRef(SCHOOL, new MessageId("m" + position)), 0),
                position,
                List.of(new Participant(PersonRole.SUBJECT, CHILD)),
                new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty()),
                new Times(new When.Unknown(), recorded, recorded),
                Optional.of(new Address(new Text(line), Optional.empty(), Optional.empty(), false)),
                Sensitivity.ADDRESS,
                References.NONE);
    }
}
