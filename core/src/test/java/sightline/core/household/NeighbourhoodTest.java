package sightline.core.household;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.facts.PersonRole.CHILD;
import static sightline.core.facts.PersonRole.FATHER;
import static sightline.core.facts.PersonRole.MOTHER;
import static sightline.core.facts.PersonRole.OCCUPANT;
import static sightline.core.facts.PersonRole.OTHER;
import static sightline.core.facts.PersonRole.PARTNER;
import static sightline.core.facts.PersonRole.UNBORN_CHILD;

import org.junit.jupiter.api.Test;

import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SharedBody;
import sightline.core.facts.Standing;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class NeighbourhoodTest {
    private final Story story = new Story();
    private final Who child = story.person("child", "2006-03-01");
    private final Who mother = story.person("mother", "1985-01-01");
    private final Who man = story.person("man", "1980-01-01");

    @Test
    void aPersonNamedAsMotherIsAParent() {
        story.at("2006-03-02T09:00")
                .from("maternity")
                .about(child)
                .with(MOTHER, mother)
                .says(note());

        assertThat(reach("2006-04-01")).containsExactly("mother PARENT");
    }

    @Test
    void aMothersPartnerIsTwoHopsAway() {
        story.at("2006-03-02T09:00")
                .from("maternity")
                .about(child)
                .with(MOTHER, mother)
                .says(note());
        story.at("2006-05-02T09:00").from("gp").about(mother).with(PARTNER, man).says(note());

        assertThat(reach("2006-06-01")).contains("man PARTNER_OF_PARENT");
    }

    @Test
    void whoeverSharesTheAddressIsOfTheHouseholdUntilTheyMove() {
        lives(child, "2006-03-01", "1 Mill Row");
        lives(man, "2006-05-01", "1 Mill Row");
        lives(man, "2006-07-01", "9 Quay Street");

        assertThat(reach("2006-05-02")).contains("man HOUSEHOLD");
        assertThat(reach("2006-07-02")).doesNotContain("man HOUSEHOLD");
    }

    @Test
    void anOldAddressRepeatedDoesNotOvertakeANewerOne() {
        lives(child, "2006-03-01", "1 Mill Row");
        story.at("2006-06-01T09:00")
                .from("housing")
                .about(child)
                .place("9 Quay Street")
                .says(home());
        story.at("2006-08-01T09:00").from("gp").about(child).place("1 Mill Row").says(home());

        List<Stay> open =
                around("2006-09-01").stays(child.id()).stream()
                        .filter(s -> s.openOn(LocalDate.parse("2006-09-01")))
                        .toList();

        assertThat(open).hasSize(1);
        assertThat(open.getFirst().place().value()).contains("quay");
    }

    @Test
    void aSourceThatFoundThemElsewhereAndSaysTheOldAddressAgainTellsOfAReturn() {
        lives(man, "2006-01-01", "1 Mill Row");
        lives(child, "2006-03-01", "1 Mill Row");
        lives(child, "2006-06-01", "9 Quay Street");
        assertThat(reach("2006-07-01")).doesNotContain("man HOUSEHOLD");
        lives(child, "2006-08-01", "1 Mill Row");

        assertThat(reach("2006-08-02")).contains("man HOUSEHOLD");
    }

    @Test
    void aVisitElsewhereMakesAnOldAddressRepeatedNoReturn() {
        lives(child, "2006-03-01", "1 Mill Row");
        story.at("2006-06-01T09:00")
                .from("housing")
                .about(child)
                .place("9 Quay Street")
                .says(home());
        story.at("2006-07-01T09:00")
                .from("gp")
                .about(child)
                .place("3 Dock Road")
                .says(
                        new PersonBody.Residence(
                                PersonBody.Stay.VISITING,
                                Optional.of(LocalDate.parse("2006-07-01"))));
        story.at("2006-08-01T09:00").from("gp").about(child).place("1 Mill Row").says(home());

        assertThat(around("2006-09-01").stays(child.id()))
                .filteredOn(s -> s.openOn(LocalDate.parse("2006-09-01")))
                .singleElement()
                .satisfies(s -> assertThat(s.place().value()).contains("quay"));
    }

    @Test
    void moreThanTwentyAtOneAddressTransmitNoReach() {
        lives(child, "2006-03-01", "Harbour Hostel");
        for (int i = 0; i < 21; i++) {
            lives(story.person("guest" + i, "1980-01-01"), "2006-03-02", "Harbour Hostel");
        }

        assertThat(reach("2006-04-01")).noneMatch(r -> r.contains("HOUSEHOLD"));
    }

    @Test
    void anUnbornChildIsKnownAgainAfterBirth() {
        Who unborn = story.stranger("unborn");
        story.at("2010-11-01T09:00")
                .from("maternity")
                .with(MOTHER, mother)
                .with(UNBORN_CHILD, unborn)
                .with(FATHER, man)
                .says(
                        new HealthBody.PregnancyBooked(
                                Optional.of(LocalDate.parse("2011-06-20")), 2));
        Who twin = story.stranger("twin");
        story.at("2011-06-10T09:00")
                .from("maternity")
                .about(twin)
                .with(MOTHER, mother)
                .happened("2011-06-09")
                .says(new HealthBody.Birth(List.of(), false));

        Neighbourhood around = story.situation(twin, "2011-06-11T09:00").around();

        assertThat(around.formerSelves()).extracting(Individual::id).containsExactly(unborn.id());
        assertThat(around.siblings()).isEmpty();
        assertThat(story.situation(unborn, "2011-06-11T09:00").around().becameBorn())
                .extracting(Individual::id)
                .containsExactly(twin.id());
    }

    @Test
    void whoeverABookingIsAboutIsTheMotherOfTheUnbornChild() {
        Who unborn = story.stranger("unborn");
        story.at("2010-11-01T09:00")
                .from("maternity")
                .about(mother)
                .with(UNBORN_CHILD, unborn)
                .with(FATHER, man)
                .says(new HealthBody.PregnancyBooked(Optional.empty(), 1));

        Neighbourhood around = story.situation(unborn, "2010-11-02T09:00").around();

        assertThat(around.parents(unborn.id()))
                .extracting(Individual::id)
                .containsExactly(mother.id(), man.id());
    }

    @Test
    void aBookingWithoutARecordOfTheChildMakesNobodyTheMothersFather() {
        story.at("2010-11-01T09:00")
                .from("maternity")
                .about(mother)
                .with(FATHER, man)
                .says(new HealthBody.PregnancyBooked(Optional.empty(), 1));

        Neighbourhood around = story.situation(mother, "2010-11-02T09:00").around();

        assertThat(around.connections(mother.id()))
                .extracting(Connection::kind)
                .containsExactly(Connection.Kind.NAMED_WITH);
    }

    @Test
    void thoseWhoApplyForAHomeTogetherAreNamedWithEachOther() {
        story.at("2010-11-01T09:00")
                .from("housing")
                .about(man)
                .with(OCCUPANT, mother)
                .with(CHILD, child)
                .says(new HousingBody.HousingApplication(Optional.empty()));

        assertThat(reach("2010-11-02")).contains("man NAMED_FOR_HOUSEHOLD");
        assertThat(
                        around("2010-11-02")
                                .connected(man.id(), mother.id(), Connection.Kind.NAMED_WITH))
                .isTrue();
    }

    @Test
    void aChildWhoGoesBackToSomebodyIsInTheirCare() {
        story.at("2006-06-01T09:00")
                .from("childrens-social-care")
                .about(child)
                .with(OTHER, man)
                .says(new CareBody.ReturnedHome(Optional.empty()));

        assertThat(reach("2006-06-02")).contains("man CARER");
    }

    private void lives(Who who, String from, String address) {
        story.at(from + "T09:00").from("gp").about(who).happened(from).place(address).says(home());
    }

    @Test
    void anEntryThatItsSenderMovesToAnotherChildNoLongerCountsForTheFirst() {
        Who other = story.person("other", "2007-03-01");
        Fact wrong = story.at("2006-05-02T09:00").from("gp").about(child).says(note());
        story.at("2006-05-03T09:00").from("gp").about(other).correcting(wrong).says(note());

        assertThat(notes("2006-05-02")).containsExactly(Standing.STANDS);
        assertThat(notes("2006-05-04")).containsExactly(Standing.CORRECTED);
        assertThat(around("2006-05-04").subject().entries(SharedBody.Note.class)).isEmpty();
        assertThat(reach("2006-05-04")).isEmpty();
        assertThat(
                        story.situation(other, "2006-05-04T12:00")
                                .around()
                                .subject()
                                .entries(SharedBody.Note.class))
                .hasSize(1);
    }

    @Test
    void aCorrectionByAnotherSenderMovesNothing() {
        Who other = story.person("other", "2007-03-01");
        Fact said = story.at("2006-05-02T09:00").from("gp").about(child).says(note());
        story.at("2006-05-03T09:00").from("maternity").about(other).correcting(said).says(note());

        assertThat(notes("2006-05-04")).containsExactly(Standing.STANDS);
    }

    private List<Standing> notes(String day) {
        return around(day).subject().all(SharedBody.Note.class).map(Entry::standing).toList();
    }

    private static PersonBody.Residence home() {
        return new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty());
    }

    private static SharedBody.Note note() {
        return new SharedBody.Note(new Text("seen"));
    }

    private Neighbourhood around(String day) {
        return story.situation(child, day + "T12:00").around();
    }

    private List<String> reach(String day) {
        return around(day).reach(LocalDate.parse(day)).stream()
                .map(r -> label(r.person().id()) + " " + r.why())
                .toList();
    }

    private static String label(PersonId id) {
        return id.value().substring(2);
    }
}
