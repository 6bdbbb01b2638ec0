package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.identity.Fixtures.IDS;
import static sightline.core.identity.Fixtures.always;
import static sightline.core.identity.Fixtures.at;
import static sightline.core.identity.Fixtures.date;
import static sightline.core.identity.Fixtures.decided;
import static sightline.core.identity.Fixtures.mother;
import static sightline.core.identity.Fixtures.nhs;
import static sightline.core.identity.Fixtures.place;

import org.junit.jupiter.api.Test;

import sightline.core.identity.IdentityEffects.Move;
import sightline.core.kernel.SourceRecord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class LiveIdentityTest {
    private static final String HOME = "12 Heron Way, Westmarsh, WM1 4AB";

    private final InMemoryIdentityIndex index = new InMemoryIdentityIndex();
    private final LiveIdentity live = new LiveIdentity(index, IDS);

    private final RecordDetails school = orla("school").build();
    private final RecordDetails health = orla("health").build();

    @Test
    void saysWhoseRecordsChanged() {
        var first = live.apply(List.of(recorded(school)));
        var second = live.apply(List.of(recorded(health)));

        assertThat(first.moves()).containsExactly(move(school, Optional.empty(), school.record()));
        assertThat(second.moves())
                .containsExactly(
                        move(health, Optional.empty(), health.record()),
                        move(school, Optional.of(school.record()), health.record()));
        assertThat(index.current(IDS.of(school.record()))).contains(IDS.of(health.record()));
    }

    @Test
    void aDecisionSeparatesAndItsUndoingRestores() {
        live.apply(List.of(recorded(school), recorded(health)));
        var apart = decided(school, Verdict.NOT_THE_SAME, health, 0);

        var separated = live.apply(List.of(new IdentityChange.Decided(apart)));
        assertThat(separated.moves())
                .containsExactly(move(school, Optional.of(health.record()), school.record()));
        assertThat(separated.resolved()).hasSize(2);

        var restored = live.apply(List.of(new IdentityChange.Undone(apart)));
        assertThat(restored.moves())
                .containsExactly(move(school, Optional.of(school.record()), health.record()));
    }

    @Test
    void undoingTheNewerOfTwoDecisionsBringsBackTheOlder() {
        live.apply(List.of(recorded(school), recorded(health)));
        var apart = decided(school, Verdict.NOT_THE_SAME, health, 0);
        var together = decided(school, Verdict.JOIN, health, 1);
        live.apply(
                List.of(new IdentityChange.Decided(apart), new IdentityChange.Decided(together)));
        assertThat(people()).isEqualTo(1);

        live.apply(List.of(new IdentityChange.Undone(together)));

        assertThat(people()).isEqualTo(2);
    }

    @Test
    void aDecisionAboutMothersMovesTheirChildrenAndItsUndoingMovesThemBack() {
        var dated = orla("school").at(place(HOME), always()).mother(mother("school:9")).build();
        var undated =
                at("health", "1")
                        .named("Orla", "Penhallow")
                        .at(place(HOME), always())
                        .mother(mother("health:9"))
                        .build();
        var della = at("school", "9").named("Della", "Penhallow").build();
        var adelaide = at("health", "9").named("Adelaide", "Marsh").build();
        live.apply(
                List.of(recorded(dated), recorded(undated), recorded(della), recorded(adelaide)));
        assertThat(people()).isEqualTo(2);
        var together = decided(della, Verdict.JOIN, adelaide, 0);

        var joined = live.apply(List.of(new IdentityChange.Decided(together)));

        assertThat(people()).isEqualTo(1);
        assertThat(joined.moves()).extracting(Move::record).contains(dated.record());

        live.apply(List.of(new IdentityChange.Undone(together)));

        assertThat(people()).isEqualTo(2);
    }

    @Test
    void aDecisionAboutAMotherOfVeryManyChildrenIsUndoneForEachOfThem() {
        var mothers = List.of(at("school", "9").build(), at("health", "9").build());
        var children = new ArrayList<IdentityChange>();
        var records = new HashSet<SourceRecord>();
        for (var mother : mothers) {
            for (var i = 0; i < BlockingKeys.IDENTIFIER_LIMIT * 3 / 5; i++) {
                var child = at(mother.record().agency().value(), "c" + i);
                var named = child.mother(mother(mother.record().text())).build();
                children.add(recorded(named));
                records.add(named.record());
            }
        }
        live.apply(children);
        var before = index.keys(records);
        var together = decided(mothers.getFirst(), Verdict.JOIN, mothers.getLast(), 0);

        live.apply(List.of(new IdentityChange.Decided(together)));
        assertThat(index.keys(records)).isNotEqualTo(before);
        live.apply(List.of(new IdentityChange.Undone(together)));

        assertThat(index.keys(records)).isEqualTo(before);
    }

    @Test
    void aDecisionMadeBeforeItsRecordIsKnownCountsFromThenOn() {
        var apart = decided(school, Verdict.NOT_THE_SAME, health, 0);
        live.apply(List.of(new IdentityChange.Decided(apart)));

        live.apply(List.of(recorded(school)));
        live.apply(List.of(recorded(health)));

        assertThat(people()).isEqualTo(2);
    }

    @Test
    void aCorrectionCanSeparateWhatADetailJoined() {
        live.apply(List.of(recorded(orla("school").identifier(nhs(1)).build())));
        live.apply(List.of(recorded(orla("health").build())));
        assertThat(people()).isEqualTo(1);

        var corrected = orla("health").identifier(nhs(2)).build();
        var effects = live.apply(List.of(recorded(corrected)));

        assertThat(people()).isEqualTo(2);
        assertThat(effects.newlyUndecided()).hasSize(1);
        assertThat(effects.moved()).contains(school.record());
    }

    @Test
    void aPairLeavesTheQueueWhenItIsDecided() {
        var maja = at("health", "9").named("Maja", "Penhallow").born(date("2014-05-03"));
        var orla = orla("school");
        var both =
                List.of(
                        orla.phone("01632 960001").email("home@example.org").build(),
                        maja.phone("01632 960001").email("home@example.org").build());
        var listed = live.apply(both.stream().map(LiveIdentityTest::recorded).toList());
        assertThat(listed.newlyUndecided()).hasSize(1);

        var decision = decided(both.getFirst(), Verdict.NOT_THE_SAME, both.getLast(), 0);
        var settled = live.apply(List.of(new IdentityChange.Decided(decision)));

        assertThat(settled.settled()).isEqualTo(listed.newlyUndecided());
        assertThat(settled.newlyUndecided()).isEmpty();
        assertThat(settled.moves()).isEmpty();
    }

    @Test
    void aRemovedRecordLeavesItsPerson() {
        live.apply(List.of(recorded(school), recorded(health)));

        var effects = live.apply(List.of(new IdentityChange.Removed(health.record())));

        assertThat(effects.moves())
                .containsExactly(
                        new Move(
                                health.record(),
                                Optional.of(IDS.of(health.record())),
                                Optional.empty()),
                        move(school, Optional.of(health.record()), school.record()));
    }

    @Test
    void looksAtNobodyElse() {
        live.apply(List.of(recorded(school), recorded(health)));

        var effects =
                live.apply(
                        List.of(
                                recorded(
                                        at("police", "4")
                                                .named("Karim", "Oyelaran")
                                                .born(date("1990-01-01"))
                                                .build())));

        assertThat(effects.resolved()).hasSize(1);
        assertThat(live.apply(List.of()).resolved()).isEmpty();
    }

    @Test
    void saysWhichKeysWereLeftOut() {
        var small = new LiveIdentity(index, IDS, 2);
        var effects =
                small.apply(
                        List.of(
                                recorded(shared("a")),
                                recorded(shared("b")),
                                recorded(shared("c"))));

        assertThat(effects.crowded()).hasSize(1).containsValue(3);
        assertThat(effects.crowded().keySet())
                .allMatch(key -> key.value().startsWith("phone|"))
                .noneMatch(key -> key.value().contains("960001"));
    }

    private static RecordDetails shared(String agency) {
        return at(agency, "1").phone("01632 960001").build();
    }

    private long people() {
        var all = Set.of(school.record(), health.record());
        return index.peopleOf(all).values().stream().distinct().count();
    }

    private static RecordDetails.Builder orla(String agency) {
        return at(agency, "1").named("Orla", "Penhallow").born(date("2014-05-03"));
    }

    private static IdentityChange recorded(RecordDetails details) {
        return new IdentityChange.Recorded(details);
    }

    private static Move move(RecordDetails details, Optional<SourceRecord> from, SourceRecord to) {
        return new Move(details.record(), from.map(IDS::of), Optional.of(IDS.of(to)));
    }
}
