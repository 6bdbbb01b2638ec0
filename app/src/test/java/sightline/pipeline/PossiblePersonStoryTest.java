package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.core.identity.Decision;
import sightline.core.identity.Verdict;
import sightline.core.kernel.SourceRecord;
import sightline.database.TestDatabase;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A man convicted under both his forenames is named as father under the second: nobody has decided
 * that he is one man. Social care hears that it is possible; what is decided then changes it.
 */
final class PossiblePersonStoryTest {
    private final Northton northton = new Northton();

    @AfterEach
    void close() {
        northton.close();
    }

    @Test
    void whoMayBeTheConvictedManIsToldAsPossibleUntilSomebodyDecides() {
        sendBoth();

        assertThat(northton.run()).contains("Raised AL-02");
        assertThat(toldOf()).noneMatch(r -> r.contains("midwife"));
        assertThat(compare()).isEmpty();

        Decision apart = decision(Verdict.NOT_THE_SAME);
        assertThat(words(northton.pipeline().decide(apart))).contains("Withdrawn AL-02");
        assertThat(compare()).isEmpty();

        northton.clock().moveTo(northton.clock().instant().plusSeconds(60));
        northton.pipeline().undo(apart);
        northton.clock().moveTo(northton.clock().instant().plusSeconds(60));
        northton.pipeline().decide(decision(Verdict.JOIN));
        assertThat(northton.count("alerts.alert WHERE rule = 'AL-02' AND state = 'open'"))
                .isEqualTo(1);
        assertThat(compare()).isEmpty();
    }

    /** What is kept of the conviction is damaged, and mended later. */
    @Test
    void whatRestsOnWhoCannotBeReadStandsAndItIsSaidUntilTheyCanBe() {
        sendBoth();
        northton.run();
        conviction("body || '\\x00'::bytea");
        Pipeline later = northton.newPipeline();
        northton.send(Northton.HOSPITAL, booked("2026-09-04"));

        List<String> said = Northton.run(later);

        assertThat(said)
                .contains("Started rule.look")
                .noneMatch(s -> s.startsWith("Withdrawn") || s.startsWith("Lapsed"));
        assertThat(northton.count("alerts.unevaluated")).isZero();
        assertThat(northton.count("alerts.rule_failed WHERE rule = 'RC-91'")).isEqualTo(1);
        assertThat(northton.count("alerts.alert WHERE rule = 'AL-02' AND state = 'open'"))
                .isEqualTo(1);

        conviction("substring(body FOR octet_length(body) - 1)");
        northton.clock().moveTo(northton.clock().instant().plus(Duration.ofDays(1)));
        assertThat(Northton.run(later))
                .contains("Lapsed rule.look")
                .noneMatch("Withdrawn AL-02"::equals);
        assertThat(northton.count("alerts.rule_failed")).isZero();
        assertThat(northton.count("alerts.alert WHERE rule = 'AL-02' AND state = 'open'"))
                .isEqualTo(1);
    }

    private void conviction(String body) {
        northton.database()
                .owner()
                .sql("UPDATE facts.fact SET body = %s WHERE kind = 'conviction'".formatted(body))
                .update();
    }

    private static String booked(String expected) {
        return """
        "kind":"pregnancy-booked","when":"2026-03-01","people":[{"role":"mother","localId":"m1",
        "names":[{"given":["Una"],"family":"Vale"}],"dateOfBirth":"1994-02-11"},
        {"role":"father","localId":"f1","names":[{"given":["James"],"family":"Smith"}],
        "dateOfBirth":"1990-10-12"}],"body":{"expected":"%s","children":1}
        """
                .formatted(expected);
    }

    private void sendBoth() {
        northton.send(
                Northton.POLICE,
                """
                "kind":"conviction","when":"2019-03-02","people":[{"role":"offender","localId":"p1",
                "names":[{"given":["Peter","James"],"family":"Smith"}],"dateOfBirth":"1990-10-12"}],
                "body":{"offence":{"wording":"Cruelty","group":"child-cruelty","victimAge":4}}
                """);
        northton.send(Northton.HOSPITAL, booked("2026-09-01"));
    }

    private static List<String> words(Pipeline.Batch batch) {
        return batch.occurrences().stream().flatMap(o -> Northton.words(o).stream()).toList();
    }

    private List<String> toldOf() {
        return northton.database()
                .owner()
                .sql("SELECT DISTINCT recipient FROM alerts.telling WHERE rule = 'AL-02'")
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private List<String> compare() {
        try (TestDatabase shadow = TestDatabase.fresh()) {
            return northton.rebuild(shadow).compare().differences().stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    private Decision decision(Verdict verdict) {
        return new Decision(
                SourceRecord.parse("northton-hospital:f1"),
                SourceRecord.parse("northton-police:p1"),
                verdict,
                "dana-cole",
                northton.clock().instant());
    }
}
