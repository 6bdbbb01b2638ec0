package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;

/**
 * A case that a council held for an unborn child, once twins are born of the pregnancy: the page of
 * each opens to the same people, tells what was planned before the birth, and opens to nobody else.
 * Invented people.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BornTwinsStoryTest {
    private static final String MOTHER =
            """
            {"role":"mother","localId":"%s-tamsin","sex":"female","dateOfBirth":"1999-02-11",
             "names":[{"given":"Tamsin","family":"Orrell"}],
             "identifiers":[{"type":"nhs","value":"9990001413"}]}
            """;

    private final Westmarsh world = Westmarsh.start();
    private final LocalDate today = world.today();

    @AfterAll
    void leave() {
        world.close();
    }

    @Test
    @Order(1)
    void whoeverHadTheCaseOfTheUnbornChildOpensThePageOfEachTwin() throws Exception {
        world.told(
                Westmarsh.HOSPITAL,
                "booked",
                "pregnancy-booked",
                """
                "when":"%s","people":[%s,{"role":"unborn-child","localId":"h-unborn","expected":"%s"}],
                "body":{"expected":"%s","children":2}
                """
                        .formatted(
                                today.minusDays(90),
                                MOTHER.formatted("h"),
                                expected(),
                                expected()));
        said("plan", "plan", "{\"type\":\"protection\",\"started\":true,\"category\":\"neglect\"}");
        said("core", "core-group", "{\"decided\":\"The cot stands in her room.\"}");
        assertThat(status("priya", world.whose(council("unborn")))).isEqualTo(200);
        born("elder", "1");
        born("younger", "2");
        PersonId elder = world.whose(hospital("elder"));
        PersonId younger = world.whose(hospital("younger"));
        assertThat(elder).isNotEqualTo(younger);
        for (PersonId twin : new PersonId[] {elder, younger}) {
            assertThat(status("priya", twin)).isEqualTo(200);
            assertThat(status("amal", twin)).isEqualTo(status("amal", elder)).isEqualTo(403);
            assertThat(page("priya", twin, "/meetings"))
                    .contains("Protection plan started")
                    .contains("The cot stands");
        }
    }

    private String expected() {
        return today.plusDays(20).toString();
    }

    private void said(String id, String kind, String body) {
        world.told(
                Westmarsh.COUNCIL,
                id,
                kind,
                """
                "when":"%s","people":[{"role":"unborn-child","localId":"c-unborn","expected":"%s"},%s],"body":%s
                """
                        .formatted(today.minusDays(30), expected(), MOTHER.formatted("c"), body));
    }

    private void born(String record, String order) {
        world.told(
                Westmarsh.HOSPITAL,
                "birth-" + record,
                "birth",
                """
                "when":"%s","people":[{"role":"child","localId":"h-%s","dateOfBirth":"%s","sex":"female",
                "names":[{"given":"Baby %s","family":"Orrell"}]},%s],
                "body":{"marks":[],"injuryAtBirth":false}
                """
                        .formatted(
                                today.minusDays(1),
                                record,
                                today.minusDays(1),
                                order,
                                MOTHER.formatted("h")));
    }

    private static SourceRecord council(String record) {
        return new SourceRecord(Westmarsh.COUNCIL, "c-" + record);
    }

    private static SourceRecord hospital(String record) {
        return new SourceRecord(Westmarsh.HOSPITAL, "h-" + record);
    }

    private int status(String reader, PersonId child) throws Exception {
        return visitor(reader).get("/children/" + child.value()).statusCode();
    }

    private String page(String reader, PersonId child, String page) throws Exception {
        return visitor(reader).get("/children/" + child.value() + page).body();
    }

    private PlainVisitor visitor(String reader) throws Exception {
        var visitor = new PlainVisitor(world);
        visitor.signIn(reader, "s47");
        return visitor;
    }
}
