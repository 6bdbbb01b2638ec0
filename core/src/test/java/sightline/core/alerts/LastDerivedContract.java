package sightline.core.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.HealthBody;
import sightline.core.facts.KindSet;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every keeper of what was derived does. */
public abstract class LastDerivedContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final PersonId ADA = new PersonId("p-ada");
    private static final PersonId BEN = new PersonId("p-ben");
    private static final PersonId CAL = new PersonId("p-cal");
    private static final KindSet INJURIES = KindSet.of(HealthBody.InjuryObserved.class);
    private static final KindSet CONTACTS = KindSet.of(HealthBody.HealthContact.class);
    private static final PlaceId HOME = new PlaceId("place-home");

    /** A keeper that keeps nothing yet. */
    protected abstract LastDerived kept();

    private static SourceRecord record(String id) {
        return new SourceRecord(new AgencyId("westmarsh-gp"), id);
    }

    private static LastDerived.Saved saved(PersonId who, Optional<Instant> recheck, String digest) {
        return new LastDerived.Saved(
                new Derived(who, false, List.of(), List.of(), List.of(), recheck),
                List.of(record(who.value())),
                Map.of(record(who.value()), KindSet.ALL),
                List.of(),
                digest);
    }

    private static LastDerived.Before before(LastDerived kept, PersonId who, String... records) {
        Collection<SourceRecord> own =
                List.of(records).stream().map(LastDerivedContract::record).toList();
        return kept.before(Map.of(who, own)).getOrDefault(who, LastDerived.Before.NOTHING);
    }

    @Test
    void whoWasNeverEvaluatedIsKnownForNothing() {
        LastDerived kept = kept();

        assertThat(before(kept, ADA, "p-ada")).isEqualTo(LastDerived.Before.NOTHING);
        assertThat(kept.neverEvaluated(List.of(ADA, BEN))).containsExactlyInAnyOrder(ADA, BEN);
        assertThat(kept.subjects()).isEmpty();
        assertThat(kept.nextRecheck()).isEmpty();
    }

    @Test
    void whatIsTheSameAgainKeepsItsDigestAndWhatDiffersGetsAnother() {
        LastDerived kept = kept();
        kept.save(List.of(saved(ADA, Optional.empty(), "")), NOON);
        String first = before(kept, ADA, "p-ada").digest();

        kept.save(List.of(saved(ADA, Optional.empty(), first)), NOON);
        assertThat(before(kept, ADA, "p-ada").digest()).isEqualTo(first).isNotEmpty();

        kept.save(List.of(saved(ADA, Optional.of(NOON), first)), NOON);
        assertThat(before(kept, ADA, "p-ada").digest()).isNotEqualTo(first).isNotEmpty();
        assertThat(kept.neverEvaluated(List.of(ADA, BEN))).containsExactly(BEN);
    }

    @Test
    void whoeverTwoBecameIsKnownForBoth() {
        LastDerived kept = kept();
        kept.save(
                List.of(saved(ADA, Optional.empty(), ""), saved(BEN, Optional.empty(), "")), NOON);

        LastDerived.Before both = before(kept, CAL, "p-ada", "p-ben");

        assertThat(both.formerly()).containsExactlyInAnyOrder(ADA, BEN);
        assertThat(both.digest()).isEmpty();
    }

    @Test
    void whoLookedAtAKindDependsOnThatKindAndOnWhateverChangesAll() {
        LastDerived kept = kept();
        SourceRecord mother = record("mother");
        SourceRecord aunt = record("aunt");
        kept.save(
                List.of(
                        new LastDerived.Saved(
                                saved(ADA, Optional.empty(), "").derived(),
                                List.of(record("p-ada")),
                                Map.of(mother, INJURIES, aunt, KindSet.NONE),
                                List.of(HOME),
                                "")),
                NOON);

        assertThat(kept.dependents(Map.of(mother, INJURIES), Set.of())).containsExactly(ADA);
        assertThat(kept.dependents(Map.of(mother, CONTACTS), Set.of())).isEmpty();
        assertThat(kept.dependents(Map.of(aunt, INJURIES), Set.of())).isEmpty();
        assertThat(kept.dependents(Map.of(aunt, KindSet.ALL), Set.of())).containsExactly(ADA);
        assertThat(kept.dependents(Map.of(), List.of(HOME))).containsExactly(ADA);
        assertThat(kept.dependents(Map.of(), List.of(new PlaceId("elsewhere")))).isEmpty();

        String digest = before(kept, ADA, "p-ada").digest();
        kept.save(List.of(saved(ADA, Optional.empty(), digest)), NOON);
        assertThat(kept.dependents(Map.of(mother, INJURIES), List.of(HOME))).isEmpty();
    }

    @Test
    void whoIsDueComesInOrderAndNoMoreThanAskedFor() {
        LastDerived kept = kept();
        kept.save(
                List.of(
                        saved(ADA, Optional.of(NOON.plusSeconds(2)), ""),
                        saved(BEN, Optional.of(NOON.plusSeconds(1)), ""),
                        saved(CAL, Optional.of(NOON.plusSeconds(9)), "")),
                NOON);

        assertThat(kept.nextRecheck()).contains(NOON.plusSeconds(1));
        assertThat(kept.due(NOON, 10)).isEmpty();
        assertThat(kept.due(NOON.plusSeconds(2), 10)).containsExactly(BEN, ADA);
        assertThat(kept.due(NOON.plusSeconds(9), 2)).containsExactly(BEN, ADA);
    }

    @Test
    void everybodyIsLookedAtAgainOnceAndSomeAtATime() {
        LastDerived kept = kept();
        kept.save(
                List.of(saved(ADA, Optional.empty(), ""), saved(BEN, Optional.empty(), "")), NOON);
        String digest = before(kept, ADA, "p-ada").digest();

        kept.everybodyIsDue(NOON);

        assertThat(kept.nextRecheck()).contains(NOON);
        assertThat(kept.due(NOON, 1)).containsExactly(ADA);
        assertThat(before(kept, ADA, "p-ada").digest()).isEmpty();

        kept.save(List.of(saved(ADA, Optional.empty(), "")), NOON);
        assertThat(kept.due(NOON, 10)).containsExactly(BEN);
        assertThat(before(kept, ADA, "p-ada").digest()).isNotEmpty();
        assertThat(digest).isNotEmpty();

        kept.save(List.of(saved(BEN, Optional.empty(), "")), NOON);
        assertThat(kept.due(NOON, 10)).isEmpty();
        assertThat(kept.nextRecheck()).isEmpty();
    }

    @Test
    void whoIsForgottenWasNeverThere() {
        LastDerived kept = kept();
        kept.save(
                List.of(saved(ADA, Optional.of(NOON), ""), saved(BEN, Optional.empty(), "")), NOON);

        kept.forget(List.of(ADA));

        assertThat(kept.subjects()).containsExactly(BEN);
        assertThat(before(kept, ADA, "p-ada")).isEqualTo(LastDerived.Before.NOTHING);
        assertThat(kept.dependents(Map.of(record("p-ada"), KindSet.ALL), Set.of())).isEmpty();
        assertThat(kept.due(NOON, 10)).isEmpty();
    }
}
