package sightline.core.duties;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.core.story.Phrases.convicted;
import static sightline.core.story.Phrases.home;
import static sightline.core.story.Phrases.offence;

import org.junit.jupiter.api.Test;

import sightline.core.alerts.Derivation;
import sightline.core.alerts.Derived;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.Arrest;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.SuspicionEnded;
import sightline.core.facts.JusticeBody.SuspicionEnded.Ending;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.SharedBody;
import sightline.core.register.State;
import sightline.core.screening.Catalogue;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Ordinary life of registered people, and of people who are none: nothing of it is a possible
 * missed notification, and nothing of the register is late. Each is told by several agencies and on
 * several days. Invented people.
 */
final class RegisterNearMissesTest {
    private static final List<String> AGENCIES =
            List.of("housing", "school", "gp", "hospital", "probation", "eastholme/housing");
    private static final List<Integer> DAYS = List.of(0, 1, 2, 9, 40, 200);
    private static final LocalDate MOVE = LocalDate.of(2024, 6, 10);

    private final Derivation derivation = new Derivation(Catalogue.screening(), Clocks.shipped());

    /** One near miss, being told. */
    private static final class Life {
        private final Story story = new Story();
        private final Who man = story.person("man", "1980-01-01");
        private final Who other = story.person("other", "1980-01-01");
        private final Who second = story.person("second", "2018-05-05");
        private final String agency;
        private final LocalDate day;

        Life(String agency, int days) {
            this.agency = agency;
            this.day = MOVE.plusDays(days);
        }

        void registered() {
            told("2024-03-01", NotificationType.ENTERED);
            told("2024-03-02", NotificationType.INITIAL);
            at("2024-03-02", "police", "1 Mill Lane");
        }

        Story.Entry on(String day, String from) {
            return story.at(day + "T10:00").from(from);
        }

        void told(String day, NotificationType type) {
            on(day, "police")
                    .about(man)
                    .says(new RegisterNotification("soa-2003", type, Optional.empty()));
        }

        Fact at(String day, String from, String line) {
            return on(day, from).about(man).place(line).says(home());
        }

        void named(String day, String from, String given, String family) {
            on(day, from).about(man).says(Said.named(given, family));
        }

        void child(String born, String day, String line) {
            Who child = story.person("child", born);
            on(day, agency).about(child).place(line).says(home());
        }

        void stays(String from, String until, String line) {
            on(from, agency)
                    .about(man)
                    .happened(from)
                    .place(line)
                    .says(
                            new PersonBody.Residence(
                                    PersonBody.Stay.STAYING, Optional.of(LocalDate.parse(until))));
        }

        String day() {
            return day.toString();
        }
    }

    private static Map<String, Consumer<Life>> misses() {
        Map<String, Consumer<Life>> misses = new LinkedHashMap<>();
        misses.put(
                "a child with whom he lived when he was first registered",
                l -> {
                    l.registered();
                    l.child("2015-01-01", "2024-02-01", "1 Mill Lane");
                });
        misses.put(
                "a name that another agency spells in its own way",
                l -> {
                    l.registered();
                    l.named("2024-03-02", "police", "Colin", "Ashworth");
                    l.named(l.day(), l.agency, "Col", "Ashworht");
                });
        misses.put(
                "a name by which he was known before he was registered",
                l -> {
                    l.named("2024-02-01", "police", "Lee", "Granger");
                    l.named("2024-02-02", "police", "Colin", "Ashworth");
                    l.registered();
                    l.named(l.day(), l.agency, "Lee", "Granger");
                });
        misses.put(
                "a visit to a home with a child, within a day",
                l -> {
                    l.registered();
                    l.child("2015-01-01", "2024-02-01", "9 Quay Road");
                    l.stays(l.day(), l.day(), "9 Quay Road");
                });
        misses.put(
                "a grown daughter who comes to live with him",
                l -> {
                    l.registered();
                    l.child("2000-01-01", l.day(), "1 Mill Lane");
                });
        misses.put(
                "a child who comes to live with him, told on the third day",
                l -> {
                    l.registered();
                    l.child("2015-01-01", l.day(), "1 Mill Lane");
                    l.told(l.day.plusDays(2).toString(), NotificationType.CHILD_IN_HOUSEHOLD);
                });
        misses.put(
                "a second child where he told of the first",
                l -> {
                    l.registered();
                    l.child("2015-01-01", "2024-04-01", "1 Mill Lane");
                    l.told("2024-04-02", NotificationType.CHILD_IN_HOUSEHOLD);
                    l.on(l.day(), l.agency).about(l.second).place("1 Mill Lane").says(home());
                });
        misses.put(
                "a namesake of the same birthday moves",
                l -> {
                    l.registered();
                    l.on(l.day(), l.agency).about(l.other).place("9 Quay Road").says(home());
                });
        misses.put(
                "the home that he notified, recorded by another agency too",
                l -> {
                    l.registered();
                    l.at(l.day(), l.agency, "1 Mill Lane");
                });
        misses.put(
                "a former home written down again without a day",
                l -> {
                    l.registered();
                    l.told("2024-04-01", NotificationType.CHANGE_OF_ADDRESS);
                    l.at("2024-04-01", "police", "2 Quay Road");
                    l.on(l.day(), l.agency)
                            .happened("unknown")
                            .about(l.man)
                            .place("1 Mill Lane")
                            .says(home());
                });
        misses.put(
                "a move that is told on its third day",
                l -> {
                    l.registered();
                    l.at(l.day(), l.agency, "2 Quay Road");
                    l.told(l.day.plusDays(2).toString(), NotificationType.CHANGE_OF_ADDRESS);
                });
        misses.put(
                "a move that was told two days ahead",
                l -> {
                    l.registered();
                    l.on(l.day.minusDays(2).toString(), "police")
                            .about(l.man)
                            .says(
                                    new RegisterNotification(
                                            "soa-2003",
                                            NotificationType.CHANGE_OF_ADDRESS,
                                            Optional.empty(),
                                            Optional.of(l.day),
                                            false,
                                            Optional.empty()));
                    l.at(l.day(), l.agency, "2 Quay Road");
                });
        misses.put(
                "a home that was recorded and taken back",
                l -> {
                    l.registered();
                    Fact wrong = l.at(l.day(), l.agency, "2 Quay Road");
                    l.on(l.day(), l.agency)
                            .about(l.man)
                            .regarding(wrong)
                            .says(new SharedBody.Retraction(Optional.empty()));
                });
        misses.put(
                "six days with a friend",
                l -> {
                    l.registered();
                    l.on(l.day(), l.agency)
                            .about(l.man)
                            .place("5 Hill View")
                            .says(
                                    new PersonBody.Residence(
                                            PersonBody.Stay.STAYING,
                                            Optional.of(l.day.plusDays(5))));
                });
        misses.put(
                "a move after the entry ended",
                l -> {
                    l.registered();
                    l.told("2024-06-01", NotificationType.ENDED);
                    l.at(l.day(), l.agency, "2 Quay Road");
                });
        misses.put(
                "a move of somebody who was arrested and not charged",
                l -> {
                    Fact arrest =
                            l.on("2024-03-01", "police").about(l.man).says(new Arrest(rape()));
                    l.on("2024-04-01", "police")
                            .about(l.man)
                            .regarding(arrest)
                            .says(new SuspicionEnded(Ending.NO_FURTHER_ACTION, Optional.empty()));
                    moves(l);
                });
        misses.put(
                "a move of somebody whose conviction was quashed",
                l -> {
                    Fact found =
                            l.on("2024-03-01", "court")
                                    .about(l.man)
                                    .says(
                                            new Conviction(
                                                    rape(),
                                                    Optional.empty(),
                                                    false,
                                                    Optional.of(SentenceKind.COMMUNITY),
                                                    Optional.empty()));
                    l.on("2024-03-02", "court")
                            .about(l.man)
                            .regarding(found)
                            .says(new SuspicionEnded(Ending.ACQUITTED, Optional.empty()));
                    moves(l);
                });
        misses.put(
                "a move of the victim",
                l -> {
                    l.on("2024-03-01", "court")
                            .with(PersonRole.OFFENDER, l.other)
                            .with(PersonRole.VICTIM, l.man)
                            .says(convicted(rape()));
                    moves(l);
                });
        return misses;
    }

    private static sightline.core.facts.JusticeBody.Offence rape() {
        return offence("rape", OffenceGroup.SEXUAL, Optional.of(30), Optional.empty());
    }

    private static void moves(Life life) {
        life.at("2024-03-02", life.agency, "1 Mill Lane");
        life.at(life.day(), life.agency, "2 Quay Road");
    }

    @Test
    void nothingOfOrdinaryLifeIsAMissedNotification() {
        int told = 0;
        for (var miss : misses().entrySet()) {
            for (String agency : AGENCIES) {
                for (int days : DAYS) {
                    Life life = new Life(agency, days);
                    miss.getValue().accept(life);
                    quiet(life, "%s, %s, %d days on".formatted(miss.getKey(), agency, days));
                    told++;
                }
            }
        }
        assertThat(told).isGreaterThan(200);
    }

    private void quiet(Life life, String what) {
        String later = life.day.plusDays(20) + "T12:00";
        Derived derived = derivation.derive(life.story.situation(life.man, later));

        assertThat(derived.alerts()).as(what).noneMatch(a -> a.rule().value().equals("RG-01"));
        assertThat(derived.duties())
                .as(what)
                .noneMatch(d ->
                        d.clock().value().equals("register.notice")
                                && d.state() instanceof Duty.State.Overdue);
        assertThat(derived.registers()).as(what).noneMatch(e -> e.state() == State.IN_BREACH);
    }

    /** A deed poll that he told nobody of: who recorded the name is said, but for health. */
    @Test
    void aNewNameThatOnlyAnotherAgencyRecordedIsAFinding() {
        for (String agency : AGENCIES) {
            Life life = new Life(agency, 0);
            life.registered();
            life.named("2024-03-02", "police", "Colin", "Ashworth");
            life.named(life.day(), agency, "Lee", "Granger");
            Derived derived =
                    derivation.derive(
                            life.story.situation(life.man, life.day.plusDays(3) + "T12:00"));
            String said =
                    derived.alerts().stream()
                            .filter(a -> a.rule().value().equals("RG-01"))
                            .flatMap(a -> a.findings().stream())
                            .flatMap(f -> f.path().stream())
                            .map(step -> step.text().value())
                            .collect(java.util.stream.Collectors.joining(" "));

            assertThat(said)
                    .as(agency)
                    .contains("is told by 12 June 2024 at the latest")
                    .doesNotContain("Granger");
            boolean health = agency.equals("gp") || agency.equals("hospital");
            assertThat(said.contains("Name differs, source health")).as(agency).isEqualTo(health);
        }
    }

    @Test
    void theSameLivesFireWhereNoticeIsMissing() {
        for (String agency : AGENCIES) {
            Life life = new Life(agency, 0);
            life.registered();
            life.at(life.day(), agency, "2 Quay Road");
            Derived derived =
                    derivation.derive(life.story.situation(life.man, MOVE.plusDays(4) + "T12:00"));
            assertThat(derived.alerts()).as(agency).anyMatch(a -> a.rule().value().equals("RG-01"));
        }
    }

    /** Twelve hours in a household with a child are a change to be told; health is not named. */
    @Test
    void aChildAtHomeOrANightWhereAChildLivesIsToBeTold() {
        for (String agency : AGENCIES) {
            Life joins = new Life(agency, 0);
            joins.registered();
            joins.child("2015-01-01", joins.day(), "1 Mill Lane");
            Life night = new Life(agency, 0);
            night.registered();
            night.child("2015-01-01", "2024-02-01", "9 Quay Road");
            night.stays(night.day(), night.day.plusDays(1).toString(), "9 Quay Road");

            assertThat(raised(joins, MOVE.plusDays(2) + "T23:00")).as(agency).isEmpty();
            assertThat(raised(joins, MOVE.plusDays(3) + "T00:00")).as(agency).hasSize(1);
            assertThat(raised(night, MOVE.plusDays(3) + "T23:00")).as(agency).isEmpty();
            assertThat(raised(night, MOVE.plusDays(4) + "T00:00")).as(agency).hasSize(1);
            String said = raised(joins, MOVE.plusDays(3) + "T00:00").getFirst();
            if (agency.equals("gp") || agency.equals("hospital")) {
                assertThat(said).contains("source health").doesNotContain("Mill Lane");
            } else {
                assertThat(said).contains("Living or staying with a child");
            }
        }
    }

    private List<String> raised(Life life, String at) {
        return derivation.derive(life.story.situation(life.man, at)).alerts().stream()
                .filter(a -> a.rule().value().equals("RG-01"))
                .map(a ->
                        a.newest().path().stream()
                                .map(step -> step.text().value())
                                .collect(java.util.stream.Collectors.joining(" ")))
                .toList();
    }
}
