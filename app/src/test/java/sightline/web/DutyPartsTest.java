package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.Account;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.alerts.DutyRow;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Sensitive;
import sightline.web.view.PageFrame;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class DutyPartsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-11-28T13:20:00Z");
    private static final AgencyId SCHOOL = new AgencyId("mere-school");
    private static final String LEAD = "mere-school/safeguarding-lead";
    private static final AreaId SOUTH = new AreaId("southfen");
    private static final Directory DIRECTORY =
            new DirectoryBuilder()
                    .add(new Area(SOUTH, "Southfen", Nation.ENGLAND))
                    .add(new Agency(SCHOOL, "Mere School", AgencyType.SCHOOL, SOUTH))
                    .add(
                            new Agency(
                                    new AgencyId("csc-southfen"),
                                    "Southfen Social Care",
                                    AgencyType.CHILDRENS_SOCIAL_CARE,
                                    SOUTH))
                    .build();

    private final DutyParts parts = new DutyParts(visit());

    @Test
    void whoeverRecordedItIsNamedAlsoWhereItWasPassedOn() {
        String passed = "; manager at Southfen Social Care: nobody holds the post";

        assertThat(parts.because(because("information request: history")))
                .isEqualTo("Information request: history, recorded by Southfen Social Care");
        assertThat(parts.because(because("information request: history", passed)))
                .isEqualTo(
                        "Information request: history, recorded by Southfen Social Care" + passed);
    }

    @Test
    void whoWasToldIsNamedWhereNothingFollows() {
        DutyRow duty = told("2026-11-28T09:00:00Z", "2026-11-29T09:00:00Z");

        assertThat(parts.told(duty))
                .isEqualTo(
                        "Told today, 9am, and each day until it is done: Safeguarding lead, Mere"
                                + " School.");
        assertThat(parts.toldInShort(duty))
                .isEqualTo("Told today, 9am, and each day: your safeguarding lead.");
        assertThat(parts.toldBriefly(duty)).isEqualTo("Told today, 9am, and each day:");
        assertThat(parts.nextBriefly(duty)).startsWith("Your safeguarding lead: 29 November");
    }

    @Test
    void theEndOfADayIsToldAsPeopleSayIt() {
        assertThat(parts.toldBriefly(told("2026-11-28T00:00:00Z")))
                .isEqualTo("Told at the end of 27 November 2026: your safeguarding lead.");
    }

    private static DutyRow because(String what, String... more) {
        return duty(
                "{\"because\":\"%s, recorded by csc-southfen%s\"}"
                        .formatted(what, String.join("", more)));
    }

    /** A duty whose rungs stand at these moments. */
    private static DutyRow told(String... at) {
        var rungs = new StringBuilder();
        for (int i = 0; i < at.length; i++) {
            rungs.append(i == 0 ? "" : ",")
                    .append(
                            "{\"rung\":%d,\"at\":\"%s\",\"to\":[\"%s\"]}"
                                    .formatted(i + 1, at[i], LEAD));
        }
        return duty("{\"rungs\":[" + rungs + "]}");
    }

    private static DutyRow duty(String content) {
        return new DutyRow(
                new PersonId("child"),
                "key",
                "hash",
                "info.request",
                "Answer the request",
                NOW.minus(Duration.ofDays(6)),
                NOW.minus(Duration.ofDays(1)),
                "open",
                1,
                Optional.empty(),
                JSON.readTree(content));
    }

    private static Visit visit() {
        var account =
                new Account(
                        new UserId("sam"),
                        SCHOOL,
                        Sensitive.of("Sam Whitlock"),
                        Set.of(AccessRole.SAFEGUARDING_LEAD),
                        Set.of());
        var reader =
                new ReaderContext(
                        "session",
                        account.id(),
                        SCHOOL,
                        account.roles(),
                        Set.of(),
                        Set.of(LEAD),
                        Purpose.SECTION_17);
        var framing =
                new Framing(
                        account,
                        Optional.of(Purpose.SECTION_17),
                        DIRECTORY,
                        new PageFrame.Csrf("_csrf", ""),
                        30,
                        new Surroundings(
                                new PageFrame.Desk("the desk", "01632 960 104"), false, List.of()),
                        List.of(),
                        NOW,
                        false);
        return new Visit(account, Optional.of(reader), DIRECTORY, NOW, framing);
    }
}
