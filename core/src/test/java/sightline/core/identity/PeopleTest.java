package sightline.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.identity.Fixtures.IDS;
import static sightline.core.identity.Fixtures.always;
import static sightline.core.identity.Fixtures.at;
import static sightline.core.identity.Fixtures.crn;
import static sightline.core.identity.Fixtures.date;
import static sightline.core.identity.Fixtures.decided;
import static sightline.core.identity.Fixtures.due;
import static sightline.core.identity.Fixtures.mother;
import static sightline.core.identity.Fixtures.nhs;
import static sightline.core.identity.Fixtures.place;

import org.junit.jupiter.api.Test;

import sightline.core.identity.RecordDetails.Mother;
import sightline.core.identity.UndecidedPair.Held;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.SourceRecord;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class PeopleTest {
    private static final String HOME = "12 Heron Way, Westmarsh, WM1 4AB";

    private final People people = new People(IDS);

    @Test
    void recordsOfOneChildBecomeOnePerson() {
        var school = child("school", "Orla", "2014-05-03").build();
        var health = child("health", "Orla", "2014-05-03").identifier(nhs(1)).build();
        var police = at("police", "9").named("Orla", "Penhalow").identifier(nhs(1)).build();

        var resolution = people.resolve(List.of(school, health, police), List.of());

        assertThat(resolution.people()).hasSize(1);
        assertThat(resolution.people().getFirst().certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(resolution.people().getFirst().id()).isEqualTo(IDS.of(health.record()));
        assertThat(resolution.undecided()).isEmpty();
    }

    @Test
    void aPersonWithNoUsableDetailIsAPersonAlone() {
        var empty = at("police", "1").build();
        var alsoEmpty = at("police", "2").named("Unknown", "Unknown").build();

        assertThat(groups(List.of(empty, alsoEmpty))).hasSize(2);
    }

    @Test
    void twinsStayTwoAlsoWhenARecordFitsBoth() {
        var orla = child("school", "Orla", "2014-05-03").build();
        var olive = child("health", "Olive", "2014-05-03").build();
        var initial = child("police", "O", "2014-05-03").build();

        var resolution = people.resolve(List.of(orla, olive, initial), List.of());

        assertThat(resolution.people()).hasSize(3);
        assertThat(resolution.undecided())
                .extracting(UndecidedPair::held)
                .containsExactlyInAnyOrder(Held.FITS_SEVERAL, Held.FITS_SEVERAL, Held.CONTRADICTED);
    }

    @Test
    void aThirdRecordNeverBringsTwinsTogether() {
        var orla = child("school", "Orla", "2014-05-03").identifier(nhs(1)).build();
        var freya = child("health", "Freya", "2014-05-03").identifier(nhs(2)).build();
        var muddled = child("police", "Orla", "2014-05-03").identifier(crn(5)).build();
        var alsoMuddled = child("probation", "Freya", "2014-05-03").identifier(crn(5)).build();

        var groups = groups(List.of(orla, freya, muddled, alsoMuddled));

        assertThat(groups).noneMatch(group -> containsBoth(group, orla, freya));
    }

    @Test
    void sameNameCousinsStayTwo() {
        var cousin = child("school", "Orla", "2014-05-03").build();
        var other =
                at("school", "77")
                        .named("Orla", "Penhallow")
                        .born(date("2014-11-21"))
                        .at(place("3 Mill Lane, Westmarsh, WM2 1AA"), always())
                        .build();
        var yearOnly = at("police", "5").named("Orla", "Penhallow").born(date("2014")).build();

        assertThat(groups(List.of(cousin, other, yearOnly))).hasSize(3);
    }

    @Test
    void fatherAndSonOfOneNameStayTwoAlsoThroughAnUndatedRecord() {
        var father = child("housing", "Karim", "1981-02-07").phone("01632 960111").build();
        var son = child("school", "Karim", "2014-05-03").phone("01632 960111").build();
        var undated =
                at("police", "3")
                        .named("Karim", "Penhallow")
                        .at(place(HOME), always())
                        .phone("01632 960111")
                        .build();

        var resolution = people.resolve(List.of(father, son, undated), List.of());

        assertThat(resolution.people()).hasSize(3);
        assertThat(resolution.undecided())
                .allMatch(pair -> pair.touches(undated.record()))
                .hasSize(2);
    }

    @Test
    void oneChildUnderTwoNamesIsOneByIdentifierAndKeepsBothNames() {
        var orla = child("school", "Orla", "2014-05-03").identifier(nhs(1)).build();
        var maja = child("health", "Maja", "2014-05-03").identifier(nhs(1)).build();
        var laterOrla = child("police", "Orla", "2014-05-03").build();
        var laterMaja = child("housing", "Maja", "2014-05-03").build();

        assertThat(groups(List.of(orla, maja, laterOrla, laterMaja))).hasSize(1);
    }

    @Test
    void oneChildUnderTwoNamesWithoutIdentifierIsForAPersonToDecide() {
        var orla = child("school", "Orla", "2014-05-03").build();
        var maja = child("health", "Maja", "2014-05-03").build();
        var alias =
                child("police", "Maja", "2014-05-03")
                        .named(RecordName.Kind.ALIAS, "Orla", "Penhallow")
                        .build();

        var apart = people.resolve(List.of(orla, maja), List.of());
        var joined =
                people.resolve(List.of(orla, maja), List.of(decided(orla, Verdict.JOIN, maja, 0)));

        assertThat(apart.people()).hasSize(2);
        assertThat(apart.undecided()).hasSize(1);
        assertThat(joined.people()).hasSize(1);
        assertThat(joined.people().getFirst().certainty()).isEqualTo(Certainty.CONFIRMED);
        assertThat(groups(List.of(orla, alias))).hasSize(1);
    }

    @Test
    void aChildUsingAnothersNameIsKeptApartByTheirOwnNumber() {
        var owner = child("school", "Orla", "2014-05-03").identifier(nhs(1)).build();
        var user = child("hospital", "Orla", "2014-05-03").identifier(nhs(2)).build();
        var visit = child("gp", "Orla", "2014-05-03").build();

        var resolution = people.resolve(List.of(owner, user, visit), List.of());

        assertThat(resolution.people()).hasSize(3);
        assertThat(resolution.undecided())
                .extracting(UndecidedPair::held)
                .containsExactlyInAnyOrder(Held.FITS_SEVERAL, Held.FITS_SEVERAL, Held.CONTRADICTED);
    }

    @Test
    void aChildUsingAnothersNameIsSeparatedByADecisionThatHolds() {
        var owner = child("school", "Orla", "2014-05-03").build();
        var user = child("hospital", "Orla", "2014-05-03").build();
        var decision = decided(owner, Verdict.NOT_THE_SAME, user, 0);

        assertThat(groups(List.of(owner, user))).hasSize(1);
        assertThat(people.resolve(List.of(owner, user), List.of(decision)).people()).hasSize(2);
        assertThat(people.resolve(List.of(owner, user), List.of(decision)).undecided()).isEmpty();
    }

    @Test
    void anUnbornChildBecomesTheChildWhoIsBorn() {
        var unborn = unborn("maternity", "p1");
        var born = newborn("maternity", "c1", "Orla");

        assertThat(groups(List.of(unborn, born))).hasSize(1);
    }

    @Test
    void anUnbornChildIsNotOneOfTwinsUntilAPersonSaysWhich() {
        var unborn = unborn("maternity", "p1");
        var orla = newborn("maternity", "c1", "Orla");
        var freya = newborn("maternity", "c2", "Freya");
        var all = List.of(unborn, orla, freya);

        assertThat(groups(all)).hasSize(3);
        assertThat(people.resolve(all, List.of(decided(unborn, Verdict.JOIN, orla, 0))).people())
                .hasSize(2);
    }

    @Test
    void anotherAgencysNewbornIsFoundByTheMothersNumber() {
        var unborn =
                at("maternity", "p1")
                        .unborn(due("2026-06-01"))
                        .mother(new Mother(Optional.empty(), List.of(nhs(7))))
                        .build();
        var born =
                at("gp", "g4")
                        .named("Orla", "Penhallow")
                        .born(date("2026-05-20"))
                        .mother(new Mother(Optional.empty(), List.of(nhs(7))))
                        .build();

        assertThat(groups(List.of(unborn, born))).hasSize(1);
    }

    @Test
    void twoPregnancyRecordsOfOneAgencyAreTwins() {
        var first = unborn("maternity", "p1");
        var second = unborn("maternity", "p2");
        var born = newborn("maternity", "c1", "Orla");

        assertThat(groups(List.of(first, second, born))).hasSize(3);
    }

    @Test
    void twoNewbornsWithoutForenameAtOneAgencyAreTwins() {
        var first = newborn("maternity", "c1", "Baby");
        var second = newborn("maternity", "c2", "Baby");

        assertThat(groups(List.of(first, second))).hasSize(2);
    }

    @Test
    void aNewbornWithoutForenameBecomesTheChildWhoIsNamed() {
        var unnamed = newborn("maternity", "c1", "Baby Girl");
        var named = newborn("maternity", "c2", "Orla");

        assertThat(groups(List.of(unnamed, named))).hasSize(1);
    }

    @Test
    void cannotTellKeepsApartAndStaysListed() {
        var a = child("school", "Orla", "2014-05-03").build();
        var b = child("health", "Orla", "2014-05-03").build();

        var resolution =
                people.resolve(List.of(a, b), List.of(decided(a, Verdict.CANNOT_TELL, b, 0)));

        assertThat(resolution.people()).hasSize(2);
        assertThat(resolution.undecided())
                .extracting(UndecidedPair::held)
                .containsExactly(Held.COULD_NOT_TELL);
    }

    @Test
    void aJoinHoldsWhateverSpeaksAgainstIt() {
        var a = child("school", "Orla", "2014-05-03").identifier(nhs(1)).build();
        var b =
                at("police", "4")
                        .named("Derek", "Quill")
                        .born(date("1960-01-01"))
                        .identifier(nhs(2))
                        .build();

        var resolution = people.resolve(List.of(a, b), List.of(decided(a, Verdict.JOIN, b, 0)));

        assertThat(resolution.people()).hasSize(1);
    }

    @Test
    void theNewestDecisionOfAPairHolds() {
        var a = child("school", "Orla", "2014-05-03").build();
        var b = child("health", "Orla", "2014-05-03").build();
        var apart = decided(a, Verdict.NOT_THE_SAME, b, 0);
        var together = decided(b, Verdict.JOIN, a, 1);

        assertThat(people.resolve(List.of(a, b), List.of(together, apart)).people()).hasSize(1);
        assertThat(people.resolve(List.of(a, b), List.of(together, apart)).overruled()).isEmpty();
    }

    @Test
    void ofDecisionsThatContradictThroughAThirdRecordTheNewerHoldAndTheOldestIsReported() {
        var a = child("school", "Orla", "2014-05-03").build();
        var b = child("health", "Orla", "2014-05-03").build();
        var c = child("police", "Orla", "2014-05-03").build();
        var oldest = decided(a, Verdict.JOIN, b, 0);
        var middle = decided(b, Verdict.JOIN, c, 1);
        var newest = decided(a, Verdict.NOT_THE_SAME, c, 2);

        var resolution = people.resolve(List.of(a, b, c), List.of(oldest, middle, newest));

        assertThat(groups(resolution))
                .containsExactlyInAnyOrder(Set.of(a.record()), Set.of(b.record(), c.record()));
        assertThat(resolution.overruled()).containsExactly(oldest);
    }

    @Test
    void mothersWhomSomebodyDecidedToBeOneAreOneForTheirChildren() {
        var dated = child("school", "Orla", "2014-05-03").mother(mother("school:9")).build();
        var undated =
                at("health", "1")
                        .named("Orla", "Penhallow")
                        .at(place(HOME), always())
                        .mother(mother("health:9"))
                        .build();
        var mother = at("school", "9").named("Della", "Penhallow").build();
        var same = at("health", "9").named("Adelaide", "Marsh").build();
        var records = List.of(dated, undated, mother, same);
        var together = decided(mother, Verdict.JOIN, same, 0);
        var apart = decided(mother, Verdict.NOT_THE_SAME, same, 1);

        assertThat(groups(people.resolve(records, List.of())))
                .contains(Set.of(dated.record()), Set.of(undated.record()));
        assertThat(groups(people.resolve(records, List.of(together))))
                .contains(Set.of(dated.record(), undated.record()));
        assertThat(groups(people.resolve(records, List.of(together, apart))))
                .contains(Set.of(dated.record()), Set.of(undated.record()));
    }

    private static RecordDetails.Builder child(String agency, String given, String born) {
        return at(agency, "1").named(given, "Penhallow").born(date(born)).at(place(HOME), always());
    }

    private static RecordDetails unborn(String agency, String id) {
        return at(agency, id)
                .named("Unborn", "Penhallow")
                .unborn(due("2026-06-01"))
                .mother(mother("maternity:m1"))
                .build();
    }

    private static RecordDetails newborn(String agency, String id, String given) {
        return at(agency, id)
                .named(given, "Penhallow")
                .born(date("2026-05-20"))
                .mother(mother("maternity:m1"))
                .build();
    }

    private Set<Set<SourceRecord>> groups(List<RecordDetails> records) {
        return groups(people.resolve(records, List.of()));
    }

    private static Set<Set<SourceRecord>> groups(Resolution resolution) {
        return resolution.people().stream()
                .map(person -> Set.copyOf(person.records()))
                .collect(Collectors.toSet());
    }

    private static boolean containsBoth(Set<SourceRecord> group, RecordDetails a, RecordDetails b) {
        return group.contains(a.record()) && group.contains(b.record());
    }
}
