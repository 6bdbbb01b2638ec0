package sightline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;

import java.time.Duration;
import java.util.List;

/** A mother who lost one child before birth and bore another: two children, not one. */
final class SecondPregnancyStoryTest {
    private static final String MOTHER =
            """
            {"role":"mother","localId":"m1","names":[{"given":"Maja","family":"Doyle"}],
             "dateOfBirth":"1994-05-02","sex":"female","identifiers":[{"type":"nhs","value":"9990001235"}]}
            """;

    private final Northton world = new Northton("2026-01-05T10:00:00Z");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theSecondChildIsBornOfTheSecondPregnancyAndTheFirstStaysItsOwn() {
        world.with(Northton.staffed());
        booked("2026-07-20");
        world.pass(Duration.ofDays(20));
        world.send(
                Northton.HOSPITAL,
                """
                "kind":"note","when":"2026-01-25","people":[%s],
                "body":{"words":"The pregnancy has ended at nine weeks."}
                """
                        .formatted(MOTHER));
        world.pass(Duration.ofDays(90));
        booked("2026-12-01");
        booked("2026-12-09");
        world.run();

        PersonId lost = person("m1~unborn-2026-07-20");
        PersonId expected = person("m1~unborn-2026-12-01");
        assertThat(expected).isNotEqualTo(lost);
        assertThat(person("m1~unborn-2026-12-09")).isEqualTo(expected);

        world.pass(Duration.ofDays(215));
        world.send(
                Northton.HOSPITAL,
                """
                "kind":"birth","when":"2026-11-26","people":[{"role":"child","localId":"b1",
                "names":[{"given":"Baby","family":"Doyle"}],"dateOfBirth":"2026-11-26","sex":"male"},%s],
                "body":{"marks":[],"injuryAtBirth":false}
                """
                        .formatted(MOTHER));
        world.run();

        assertThat(person("b1")).isEqualTo(person("m1~unborn-2026-12-01"));
        assertThat(person("b1")).isNotEqualTo(person("m1~unborn-2026-07-20"));
    }

    @Test
    void bookingsWithoutAnExpectedDayAreOneChildOnlyWhereTheRecordsSaySo() {
        world.with(Northton.staffed());
        booked("m1", "2026-01-05");
        world.pass(Duration.ofDays(28));
        booked("m1", "2026-02-02");
        world.pass(Duration.ofDays(8));
        booked("m2", "2026-02-10");
        world.pass(Duration.ofDays(364));
        booked("m1", "2027-02-09");

        PersonId first = person("m1~unborn-booked-2026-01-05");
        assertThat(person("m1")).isEqualTo(person("m2"));
        assertThat(person("m1~unborn-booked-2026-02-02")).isEqualTo(first);
        assertThat(person("m2~unborn-booked-2026-02-10")).isNotEqualTo(first);
        assertThat(person("m1~unborn-booked-2027-02-09")).isNotEqualTo(first);
    }

    private void booked(String record, String day) {
        world.send(
                Northton.HOSPITAL,
                """
                "kind":"pregnancy-booked","when":"%s","people":[%s],"body":{"children":1}
                """
                        .formatted(day, MOTHER.replace("m1", record)));
        world.run();
    }

    private void booked(String expected) {
        world.send(
                Northton.HOSPITAL,
                """
                "kind":"pregnancy-booked","when":"%s","people":[%s],
                "body":{"expected":"%s","children":1}
                """
                        .formatted(world.clock.instant(), MOTHER, expected));
        world.run();
    }

    private PersonId person(String record) {
        return world.database
                .transactions()
                .asJob(
                        JobName.RESOLVER,
                        sql ->
                                world.identities
                                        .in(sql)
                                        .peopleOf(
                                                List.of(
                                                        new SourceRecord(
                                                                Northton.HOSPITAL, record)))
                                        .values()
                                        .iterator()
                                        .next());
    }
}
