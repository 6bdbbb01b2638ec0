package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.Account;
import sightline.access.Purpose;
import sightline.access.UserId;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Sensitive;
import sightline.core.upkeep.SiteDutyKind;
import sightline.upkeep.OpenSiteDuty;
import sightline.web.view.PageFrame;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class FramingTest {
    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");

    @Test
    void everyPageSaysSinceWhenThePipelineStands() {
        assertThat(behind(duty(SiteDutyKind.PIPELINE_STANDS, Optional.empty(), 5)))
                .singleElement()
                .asString()
                .contains("Sightline is behind: what was sent since today, 9:55am");
    }

    @Test
    void oneSourceIsNamedAndSeveralAreCounted() {
        OpenSiteDuty hospital =
                duty(SiteDutyKind.NO_HEARTBEAT, Optional.of(new AgencyId("hospital")), 5);
        OpenSiteDuty police =
                duty(SiteDutyKind.MISSING_NUMBERS, Optional.of(new AgencyId("police")), 5);

        assertThat(behind(hospital))
                .containsExactly("hospital is behind: do not read a gap as none.");
        assertThat(behind(hospital, police))
                .containsExactly("2 sources are behind: do not read a gap as none.");
    }

    @Test
    void whatIsNotLateIsNotSaid() {
        assertThat(behind(duty(SiteDutyKind.PIPELINE_STANDS, Optional.empty(), -1))).isEmpty();
    }

    @Test
    void whoSendsDetailsThatCannotBeReadIsNotBehind() {
        var hospital = Optional.of(new AgencyId("hospital"));
        assertThat(
                        behind(
                                duty(SiteDutyKind.DETAILS_SET_ASIDE, hospital, 5),
                                duty(SiteDutyKind.QUARANTINED, hospital, 5)))
                .isEmpty();
    }

    private static List<String> behind(OpenSiteDuty... owed) {
        var account =
                new Account(
                        new UserId("priya"),
                        new AgencyId("council"),
                        Sensitive.of("Priya Nair"),
                        Set.of(AccessRole.SOCIAL_WORKER),
                        Set.of());
        return new Framing(
                        account,
                        Optional.of(Purpose.SECTION_47),
                        new DirectoryBuilder().build(),
                        new PageFrame.Csrf("_csrf", ""),
                        30,
                        new Surroundings(
                                new PageFrame.Desk("the desk", "01632 960 104"), false, List.of()),
                        List.of(owed),
                        NOW,
                        false)
                .of("Work", "Work")
                .behind();
    }

    /** A duty that became late so many minutes ago. */
    private static OpenSiteDuty duty(SiteDutyKind kind, Optional<AgencyId> source, int late) {
        Instant due = NOW.minus(Duration.ofMinutes(late));
        return new OpenSiteDuty(
                "k", kind, source, "", due, due, List.of(), List.of(), 0, NOW, List.of(), NOW);
    }
}
