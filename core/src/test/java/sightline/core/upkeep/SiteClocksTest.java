package sightline.core.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.directory.Holder;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.directory.StaffId;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.Text;
import sightline.core.reviews.ReviewDuty;
import sightline.core.screening.Recipient;
import sightline.core.upkeep.SiteChange.What;
import sightline.core.upkeep.SiteState.Feed;
import sightline.core.upkeep.SiteState.Owed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class SiteClocksTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final AgencyId POLICE = new AgencyId("westmarsh-police");
    private static final AgencyId PARTNERSHIP = new AgencyId("westmarsh-partnership");
    private static final Recipient SENDER = new Recipient(POLICE, Role.DATA_STEWARD);
    private static final Recipient STEWARD = new Recipient(PARTNERSHIP, Role.DATA_STEWARD);
    private static final Recipient LEAD = new Recipient(PARTNERSHIP, Role.AREA_LEAD);

    private static final Recipient REVIEW_LEAD = new Recipient(PARTNERSHIP, ReviewDuty.REVIEW_LEAD);

    private final SiteClocks clocks = new SiteClocks(SiteLimits.DEFAULT);

    @Test
    void nothingIsOwedByASourceThatKeepsItsPromise() {
        var fresh = feed(Optional.of(NINE), Optional.empty(), Optional.empty());

        assertThat(owed(fresh, NINE.plus(HOUR))).isEmpty();
    }

    @Test
    void aGapIsOwedByItsSenderFromTheMomentItIsSeenAndClimbsToTheNamedLead() {
        var gap = new Owed(NINE, "2 messages are missing: 4 to 5.");
        var feed =
                feed(
                        Optional.of(NINE.plus(Duration.ofDays(3))),
                        Optional.of(gap),
                        Optional.empty());

        var seen = only(feed, NINE);
        assertThat(seen.kind()).isEqualTo(SiteDutyKind.MISSING_NUMBERS);
        assertThat(seen.owedBy()).containsExactly(SENDER);
        assertThat(seen.level()).isZero();
        assertThat(seen.told()).isEmpty();
        assertThat(seen.next().to()).containsExactly(STEWARD);

        var late = only(feed, NINE.plus(Duration.ofHours(4)));
        assertThat(late.due()).isEqualTo(NINE.plus(Duration.ofHours(4)));
        assertThat(late.level()).isEqualTo(1);
        assertThat(late.told()).containsExactly(STEWARD);

        var dayLater = only(feed, NINE.plus(Duration.ofHours(28)));
        assertThat(dayLater.level()).isEqualTo(2);
        assertThat(dayLater.told()).containsExactlyInAnyOrder(STEWARD, LEAD);
    }

    @Test
    void theLadderHasNoSilentTop() {
        var gap = new Owed(NINE, "1 message is missing: 4.");
        var feed =
                feed(
                        Optional.of(NINE.plus(Duration.ofDays(99))),
                        Optional.of(gap),
                        Optional.empty());

        for (var days = 2; days < 90; days++) {
            var now = NINE.plus(Duration.ofHours(5)).plus(Duration.ofDays(days));
            var duty = only(feed, now);
            assertThat(duty.level()).isEqualTo(days + 1);
            assertThat(duty.next().at()).isAfter(now).isBefore(now.plus(Duration.ofDays(1)));
            assertThat(duty.next().to()).contains(LEAD);
        }
    }

    @Test
    void aBrokenPromiseIsLateAtOnceAndEscalates() {
        var feed = feed(Optional.of(NINE), Optional.empty(), Optional.empty());
        var broken = NINE.plus(HOUR);

        assertThat(owed(feed, broken)).isEmpty();
        var late = only(feed, broken.plusSeconds(1));
        assertThat(late.kind()).isEqualTo(SiteDutyKind.NO_HEARTBEAT);
        assertThat(late.starts()).isEqualTo(broken);
        assertThat(late.owedBy()).containsExactly(SENDER);
        assertThat(late.told()).containsExactly(STEWARD);
        assertThat(only(feed, broken.plus(Duration.ofHours(4))).told()).contains(LEAD);
    }

    @Test
    void aSourceThatNeverSaidItIsCompleteOwesItFromItsFirstDayOn() {
        var feed = feed(Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(owed(feed, Instant.parse("2026-03-01T01:00:00Z"))).isEmpty();
        assertThat(only(feed, Instant.parse("2026-03-01T01:00:01Z")).words()).contains("never");
    }

    @Test
    void quarantinedMessagesAreOwedByTheSenderAndTheDataSteward() {
        var aside = new Owed(NINE, "1 message could not be read.");
        var feed =
                feed(
                        Optional.of(NINE.plus(Duration.ofDays(3))),
                        Optional.empty(),
                        Optional.of(aside));

        var duty = only(feed, NINE.plus(HOUR));

        assertThat(duty.kind()).isEqualTo(SiteDutyKind.QUARANTINED);
        assertThat(duty.owedBy()).containsExactlyInAnyOrder(SENDER, STEWARD);
        assertThat(duty.due()).isEqualTo(NINE.plus(Duration.ofDays(2)));
    }

    @Test
    void detailsThatAreSetAsideAreOwedALookByTheSenderAndTheDataSteward() {
        var odd = new Owed(NINE, "Of 12 of its last 12 messages something was set aside.");
        var feed =
                new Feed(
                        POLICE,
                        LocalDate.of(2026, 3, 1),
                        HOUR,
                        Optional.of(NINE.plus(Duration.ofDays(30))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(odd));

        var duty = only(feed, NINE.plus(HOUR));

        assertThat(duty.kind()).isEqualTo(SiteDutyKind.DETAILS_SET_ASIDE);
        assertThat(duty.owedBy()).containsExactlyInAnyOrder(SENDER, STEWARD);
        assertThat(duty.due()).isEqualTo(NINE.plus(Duration.ofDays(2)));
        assertThat(only(feed, NINE.plus(Duration.ofDays(7))).told()).contains(LEAD);
    }

    @Test
    void aPipelineThatStandsIsOwedByTheOperatorAndToldToTheLeads() {
        var feed = feed(Optional.of(NINE), Optional.empty(), Optional.empty());
        var state = new SiteState(List.of(feed), NINE);

        assertThat(clocks.owed(state, westmarsh(), NINE.plus(Duration.ofMinutes(2)))).isEmpty();
        var duty = clocks.owed(state, westmarsh(), NINE.plus(Duration.ofMinutes(20))).getFirst();

        assertThat(duty.kind()).isEqualTo(SiteDutyKind.PIPELINE_STANDS);
        assertThat(duty.owedBy()).containsExactly(SiteClocks.OPERATOR);
        assertThat(duty.told()).containsExactlyInAnyOrder(SiteClocks.OPERATOR, LEAD);
    }

    @Test
    void aTakeOffThatNeverHappensIsOwedAndNeverFallsSilent() {
        var order =
                new SiteState.OfReview(
                        "REV-26-001",
                        PARTNERSHIP,
                        ReviewDuty.REVIEW_LEAD,
                        PARTNERSHIP,
                        new Owed(NINE, "LIB-2026-0001 can still be read."));

        assertThat(undone(order, NINE.plus(Duration.ofMinutes(5)))).isEmpty();
        var late = undone(order, NINE.plus(Duration.ofMinutes(6))).getFirst();
        assertThat(late.key()).isEqualTo("library-not-done|westmarsh-partnership|REV-26-001");
        assertThat(late.owedBy()).containsExactlyInAnyOrder(SiteClocks.OPERATOR, REVIEW_LEAD);
        assertThat(late.told()).containsExactlyInAnyOrder(SiteClocks.OPERATOR, REVIEW_LEAD);
        assertThat(undone(order, NINE.plus(Duration.ofMinutes(66))).getFirst().told())
                .contains(LEAD);
        for (var hours = 2; hours < 400; hours++) {
            var now = NINE.plus(Duration.ofHours(hours));
            var next = undone(order, now).getFirst().next();
            assertThat(next.at()).isAfter(now).isBefore(now.plus(Duration.ofHours(5)));
            assertThat(next.to()).contains(LEAD, SiteClocks.OPERATOR);
        }
    }

    private List<SiteDuty> undone(SiteState.OfReview order, Instant now) {
        var state =
                new SiteState(
                        List.of(),
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        List.of(order),
                        Optional.empty(),
                        Optional.empty());
        Directory people =
                people().add(
                                Post.of(
                                        new PostId("review-lead"),
                                        PARTNERSHIP,
                                        "Review lead",
                                        ReviewDuty.REVIEW_LEAD))
                        .add(
                                new Holder(
                                        new PostId("review-lead"),
                                        new StaffId("mira"),
                                        new Text("Mira"),
                                        Period.always()))
                        .build();
        return clocks.owed(state, people, now);
    }

    @Test
    void whatHappenedIsSaidOnceHoweverLongNobodyLooked() {
        var gap = new Owed(NINE, "1 message is missing: 4.");
        var feed =
                feed(
                        Optional.of(NINE.plus(Duration.ofDays(99))),
                        Optional.of(gap),
                        Optional.empty());
        var open = new ArrayList<SiteDuty>();
        var said = new ArrayList<SiteChange>();

        for (var hours : List.of(0, 1, 5, 6, 7, 30, 24 * 12, 24 * 12 + 1)) {
            var now = NINE.plus(Duration.ofHours(hours));
            var owed = owed(feed, now);
            said.addAll(SiteChange.between(open, owed, now));
            open.clear();
            open.addAll(owed);
        }
        said.addAll(SiteChange.between(open, List.of(), NINE.plus(Duration.ofDays(13))));

        assertThat(said)
                .extracting(SiteChange::what)
                .containsExactly(
                        What.OPENED,
                        What.ESCALATED,
                        What.ESCALATED,
                        What.ESCALATED,
                        What.DISCHARGED);
        assertThat(said).extracting(SiteChange::level).containsExactly(0, 1, 2, 12, 12);
        assertThat(said.getFirst().to()).containsExactly(SENDER);
    }

    @Test
    void whoHasNoPostInTheDirectoryIsStoodInForAndNeverNobody() {
        var feed = feed(Optional.of(NINE), Optional.empty(), Optional.empty());
        var nobody = new DirectoryBuilder().build();
        var state = new SiteState(List.of(feed), NINE.plus(Duration.ofDays(2)));

        var duty = clocks.owed(state, nobody, NINE.plus(Duration.ofDays(2))).getFirst();

        assertThat(duty.owedBy()).containsExactly(SENDER);
        assertThat(duty.told()).containsExactly(SiteClocks.OPERATOR);
    }

    @Test
    void peopleForWhomARuleFailedAreOwedByTheOperatorAndClimbToTheLeads() {
        var feed = feed(Optional.of(NINE), Optional.empty(), Optional.empty());
        var failing = new Owed(NINE, "For 1 person it could not be worked out what follows.");
        var state = new SiteState(List.of(feed), NINE, Optional.of(failing));

        var soon = clocks.owed(state, westmarsh(), NINE.plusSeconds(60)).getFirst();
        var later = clocks.owed(state, westmarsh(), NINE.plus(Duration.ofHours(5)));

        assertThat(soon.kind()).isEqualTo(SiteDutyKind.NOT_WORKED_OUT);
        assertThat(soon.owedBy()).containsExactly(SiteClocks.OPERATOR);
        assertThat(soon.level()).isZero();
        assertThat(later)
                .filteredOn(d -> d.kind() == SiteDutyKind.NOT_WORKED_OUT)
                .allMatch(d -> d.level() == 2 && d.told().size() > 1)
                .hasSize(1);
    }

    @Test
    void earlierDecisionsThatCouldNotBeTakenUpAreTheOperatorsAndClimbToTheLeads() {
        climbs(
                SiteDutyKind.DECISIONS_NOT_TAKEN_UP,
                Optional.of(new Owed(NINE, "For some children it does not count yet.")),
                Optional.empty());
    }

    @Test
    void thatNotAllIsKnownOfWhatWasCorrectedEarlierIsTheOperatorsAndClimbsToTheLeads() {
        climbs(
                SiteDutyKind.CORRECTIONS_NOT_TAKEN_UP,
                Optional.empty(),
                Optional.of(new Owed(NINE, "Of 9,000 facts 2,000 have been read.")));
    }

    private void climbs(SiteDutyKind kind, Optional<Owed> decisions, Optional<Owed> corrections) {
        var state =
                new SiteState(
                        List.of(feed(Optional.of(NINE), Optional.empty(), Optional.empty())),
                        NINE,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        decisions,
                        corrections);

        var soon = clocks.owed(state, westmarsh(), NINE.plusSeconds(60)).getFirst();
        var later = clocks.owed(state, westmarsh(), NINE.plus(Duration.ofDays(2)));

        assertThat(soon.kind()).isEqualTo(kind);
        assertThat(soon.owedBy()).containsExactly(SiteClocks.OPERATOR);
        assertThat(soon.level()).isZero();
        assertThat(later)
                .filteredOn(d -> d.kind() == kind)
                .allMatch(d -> d.level() >= 2 && d.told().size() > 1)
                .hasSize(1);
    }

    @Test
    void whatIsSetAsideOfARegisterIsOwedByItsKeepersAndClimbsToTheLead() {
        var aside =
                new Owed(NINE, "46 rows of uploaded registers set aside, 0 files not confirmed.");
        var state =
                new SiteState(
                        List.of(), NINE, Optional.empty(), Optional.empty(), Map.of(POLICE, aside));

        var soon = clocks.owed(state, westmarsh(), NINE.plusSeconds(60)).getFirst();
        var late = clocks.owed(state, westmarsh(), NINE.plus(Duration.ofDays(11)));

        assertThat(soon.kind()).isEqualTo(SiteDutyKind.ROWS_SET_ASIDE);
        assertThat(soon.owedBy()).containsExactly(new Recipient(POLICE, Role.REGISTER_KEEPER));
        assertThat(soon.level()).isZero();
        assertThat(late)
                .filteredOn(d -> d.kind() == SiteDutyKind.ROWS_SET_ASIDE)
                .allMatch(d -> d.level() >= 2 && d.told().size() > 1)
                .hasSize(1);
    }

    private SiteDuty only(Feed feed, Instant now) {
        var owed = owed(feed, now);
        assertThat(owed).hasSize(1);
        return owed.getFirst();
    }

    private List<SiteDuty> owed(Feed feed, Instant now) {
        return clocks.owed(new SiteState(List.of(feed), now), westmarsh(), now);
    }

    private static Feed feed(
            Optional<Instant> complete, Optional<Owed> missing, Optional<Owed> quarantined) {
        return new Feed(
                POLICE,
                LocalDate.of(2026, 3, 1),
                HOUR,
                complete,
                missing,
                quarantined,
                Optional.empty(),
                Optional.empty());
    }

    private static Directory westmarsh() {
        return people().build();
    }

    private static DirectoryBuilder people() {
        var area = new AreaId("westmarsh");
        return new DirectoryBuilder()
                .add(new Area(area, "Westmarsh", Nation.ENGLAND))
                .add(new Agency(POLICE, "Police", AgencyType.POLICE, area))
                .add(new Agency(PARTNERSHIP, "Partnership", AgencyType.PARTNERSHIP, area))
                .add(Post.of(new PostId("lead"), PARTNERSHIP, "Lead", Role.AREA_LEAD))
                .add(Post.of(new PostId("steward"), PARTNERSHIP, "Steward", Role.DATA_STEWARD));
    }
}
