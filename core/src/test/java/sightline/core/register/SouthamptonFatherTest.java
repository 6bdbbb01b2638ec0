package sightline.core.register;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Phrases.convicted;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.offence;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.Release;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.London;
import sightline.core.kernel.PartialDate;
import sightline.core.register.Coverage.Question;
import sightline.core.register.Obligation.Standing;
import sightline.core.story.Phrases;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A father who broke a baby's bones, convicted of "GBH and battery", under each pack, from the
 * facts of every agency. Invented people.
 */
final class SouthamptonFatherTest {
    private final Story story = new Story();
    private final Who man = story.person("man", "1980-01-01");

    @Test
    void withTheVictimsAgeUnknownTheLocalListAsksAndOnceLearntCoversHim() {
        Fact conviction = convictedWith(Optional.empty());
        assertThat(on("local-risk", "2012-02-01T09:00").state()).isEqualTo(State.NOT_COVERED);
        assertThat(on("local-risk", "2012-02-01T09:00").coverage().questions())
                .extracting(Question::ask)
                .containsExactly("How old was the victim on the day of the offence?");

        story.at("2012-03-05T10:00")
                .from("court")
                .about(man)
                .correcting(conviction)
                .happened("2012-01-09")
                .says(convicted(gbh(Optional.of(0))));

        assertThat(on("local-risk", "2012-03-06T09:00").state()).isEqualTo(State.TOLLED);
        assertThat(on("local-risk", "2012-03-06T09:00").coverage().liabilities())
                .extracting(Liability::because)
                .containsExactly("the victim was a baby under 1");
    }

    @Test
    void noLawOfTodayCoversHimAndThePageCanSayWhy() {
        convictedWith(Optional.of(0));
        for (String law : new String[] {"soa-2003", "ccr-2026", "voo-2008"}) {
            assertThat(on(law, "2012-02-01T09:00").state()).as(law).isEqualTo(State.NOT_COVERED);
        }
        assertThat(on("soa-2003", "2012-02-01T09:00").coverage().reasons())
                .containsExactly("the offence is not one of its list");
    }

    @Test
    void underAnOrderEveryAgencysAddressIsAMoveToBeTold() {
        convictedWith(Optional.of(0));
        story.at("2012-07-02T09:00")
                .from("prison")
                .about(man)
                .says(new Release(true, Optional.empty()));
        story.at("2013-01-07T09:00")
                .from("court")
                .about(man)
                .says(
                        new Supervision(
                                SupervisionType.VIOLENT_OFFENDER_ORDER,
                                SupervisionStage.STARTED,
                                Optional.of(LocalDate.of(2018, 1, 6)),
                                Optional.empty()));
        told("2013-01-08T10:00", NotificationType.INITIAL);
        story.at("2013-01-08T10:00").from("police").about(man).place("1 Mill Lane").says(home());
        assertThat(on("voo-2008", "2013-02-01T09:00").state()).isEqualTo(State.CURRENT);

        story.at("2013-06-10T10:00").from("housing").about(man).place("2 Quay Road").says(home());

        assertThat(on("voo-2008", "2013-06-12T09:00").state()).isEqualTo(State.CURRENT);
        assertThat(on("voo-2008", "2013-06-13T09:00").state()).isEqualTo(State.IN_BREACH);
        assertThat(on("voo-2008", "2013-06-13T09:00").obligations())
                .filteredOn(o -> o.standing() == Standing.MISSED)
                .extracting(Obligation::notice)
                .containsExactly(Notice.HOME);

        told("2013-06-12T17:00", NotificationType.CHANGE_OF_ADDRESS);
        assertThat(on("voo-2008", "2013-06-13T09:00").state()).isEqualTo(State.CURRENT);
        assertThat(on("voo-2008", "2018-01-06T09:00").run().orElseThrow().until())
                .contains(LocalDate.of(2018, 1, 6));
        assertThat(on("voo-2008", "2018-01-07T09:00").state()).isEqualTo(State.ENDED);
    }

    @Test
    void anEntryByThePoliceStandsWhateverTheConvictionSays() {
        story.at("2012-02-01T09:00")
                .from("police")
                .about(man)
                .says(
                        new RegisterNotification(
                                "soa-2003",
                                NotificationType.ENTERED,
                                Optional.of(LocalDate.of(2022, 1, 31))));
        assertThat(on("soa-2003", "2012-02-03T09:00").state()).isEqualTo(State.INITIAL_NOTICE_DUE);
        assertThat(on("voo-2008", "2012-02-03T09:00").state()).isEqualTo(State.NOT_COVERED);
    }

    @Test
    void theVictimOfAnOffenceIsUnderNothing() {
        Who victim = story.person("victim", "1990-01-01");
        story.at("2012-01-09T12:00")
                .from("court")
                .about(man)
                .with(sightline.core.facts.PersonRole.VICTIM, victim)
                .says(Phrases.hurtABaby());
        assertThat(on("local-risk", "2012-02-01T09:00", victim).coverage().covered()).isFalse();
        assertThat(on("local-risk", "2012-02-01T09:00").coverage().covered()).isTrue();
    }

    private Fact convictedWith(Optional<Integer> victimAge) {
        return story.at("2012-01-09T12:00")
                .from("court")
                .about(man)
                .says(convicted(gbh(victimAge)));
    }

    private static sightline.core.facts.JusticeBody.Offence gbh(Optional<Integer> victimAge) {
        return offence("GBH and battery", OffenceGroup.WOUNDING, victimAge, Optional.empty());
    }

    private void told(String london, NotificationType type) {
        story.at(london)
                .from("police")
                .about(man)
                .says(new RegisterNotification("voo-2008", type, Optional.empty()));
    }

    private Registration on(String pack, String london) {
        return on(pack, london, man);
    }

    private Registration on(String pack, String london, Who who) {
        Neighbourhood around = story.situation(who, london).around();
        RegisteredLife life =
                Recorded.life(around.subject(), around.stays(who.id()), Lives.pack(pack));
        assertThat(life.born()).contains(LocalDate.parse(born(around)));
        return Registrations.of(
                Lives.pack(pack), life, Lives.WORKING_DAYS, London.day(Story.instant(london)));
    }

    private static String born(Neighbourhood around) {
        return around.subject().born().map(PartialDate::earliest).orElseThrow().toString();
    }
}
