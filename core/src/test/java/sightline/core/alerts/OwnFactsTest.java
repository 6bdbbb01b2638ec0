package sightline.core.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Fact;
import sightline.core.facts.InMemoryLedger;
import sightline.core.facts.Ledger;
import sightline.core.facts.SystemBody.DutyChanged;
import sightline.core.facts.SystemBody.DutyChanged.DutyChange;
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What Sightline did, in a ledger that holds nothing twice. */
final class OwnFactsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final SourceRecord CHILD = SourceRecord.parse("westmarsh-csc:c1");

    private final Ledger ledger = new InMemoryLedger();

    @Test
    void aDutyThatIsOwedAnewIsRecordedAsStartedAgainAsOftenAsItIs() {
        Fact first = happens(DutyChange.STARTED, 0);
        happens(DutyChange.DISCHARGED, 1);
        Fact second = happens(DutyChange.STARTED, 2);
        happens(DutyChange.DISCHARGED, 3);
        Fact third = happens(DutyChange.STARTED, 4);

        assertThat(List.of(first, second, third)).extracting(Fact::id).doesNotHaveDuplicates();
        assertThat(second.times().received()).isEqualTo(NOON.plusSeconds(2));
        assertThat(changes())
                .containsExactly(
                        DutyChange.STARTED,
                        DutyChange.DISCHARGED,
                        DutyChange.STARTED,
                        DutyChange.DISCHARGED,
                        DutyChange.STARTED);
    }

    @Test
    void onAClockThatStandsStillToo() {
        for (int time = 0; time < 4; time++) {
            happens(DutyChange.STARTED, 0);
            happens(DutyChange.DISCHARGED, 0);
        }

        assertThat(changes()).hasSize(8);
    }

    @Test
    void whatHappenedOnceKeepsTheIdThatItAlwaysHad() {
        assertThat(happens(DutyChange.STARTED, 0).id())
                .isEqualTo(changed(DutyChange.STARTED, 0).id());
        assertThat(changed(DutyChange.STARTED, 0).id().text())
                .isEqualTo("sightline/b9572581-fb9f-3fb4-a96d-4dede0bbccb6#0");
    }

    /** As a rebuild records it: in the same order at the same moments, whatever else is held. */
    @Test
    void theSameHappeningsHaveTheSameIdsInAnotherLedger() {
        List<List<DutyChange>> batches =
                List.of(
                        List.of(DutyChange.STARTED, DutyChange.OVERDUE),
                        List.of(DutyChange.DISCHARGED),
                        List.of(DutyChange.STARTED, DutyChange.OVERDUE),
                        List.of(DutyChange.ENDED, DutyChange.STARTED));
        Ledger other = new InMemoryLedger();
        other.append(
                List.of(
                        OwnFacts.of(
                                SourceRecord.parse("gp:other"), body(DutyChange.STARTED), NOON)));

        assertThat(ids(other, batches)).isEqualTo(ids(ledger, batches)).doesNotHaveDuplicates();
    }

    private static List<String> ids(Ledger in, List<List<DutyChange>> batches) {
        return batches.stream()
                .map(batch -> batch.stream().map(change -> changed(change, 0)).toList())
                .flatMap(batch -> OwnFacts.record(in, batch).stream())
                .map(fact -> fact.id().text())
                .toList();
    }

    private Fact happens(DutyChange change, int seconds) {
        return OwnFacts.record(ledger, List.of(changed(change, seconds))).getFirst();
    }

    private static Fact changed(DutyChange change, int seconds) {
        return OwnFacts.of(CHILD, body(change), NOON.plusSeconds(seconds));
    }

    private static DutyChanged body(DutyChange change) {
        return new DutyChanged(
                "s47.icpc|westmarsh-csc/m1#0",
                "s47.icpc",
                change,
                Optional.of(NOON.plusSeconds(86_400)),
                Optional.empty());
    }

    private List<DutyChange> changes() {
        return ledger.after(0, Integer.MAX_VALUE).stream()
                .map(fact -> ((DutyChanged) fact.body()).change())
                .toList();
    }
}
