package sightline.web;

import sightline.alerts.ChildReading.Child;
import sightline.core.casework.CaseCourse;
import sightline.core.casework.CensusChecks;
import sightline.core.casework.StrategyPack;
import sightline.core.chronology.Plainly;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Meeting;
import sightline.core.facts.CareBody.MeetingStage;
import sightline.core.facts.Fact;
import sightline.core.facts.Kinds;
import sightline.core.facts.MeetingBody;
import sightline.core.household.Entry;
import sightline.core.household.Selves;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Words;
import sightline.web.view.Page;
import sightline.web.view.page.MeetingsPage;
import sightline.web.view.part.Link;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The meetings and plans of one child, as far as its reader may see them. */
record MeetingParts(Visit visit, Child child) {
    private static final int MOST = 50;
    private static final List<Class<? extends Body>> SHOWN =
            List.of(
                    CareBody.Meeting.class,
                    CareBody.StrategyDiscussion.class,
                    CareBody.Conference.class,
                    CareBody.CoreGroup.class,
                    CareBody.Plan.class,
                    CareBody.Visit.class,
                    CareBody.CourtStep.class,
                    MeetingBody.AgreedAction.class,
                    MeetingBody.PlanWritten.class);

    Page page(Optional<MeetingForm> form, String note, List<String> warnings) {
        var parts = new ChildParts(visit, child);
        var coverage = new CoverageParts(visit, child.health());
        return new MeetingsPage(
                visit.frame("Meetings: " + parts.name(), "Children"),
                parts.identity("Meetings", ""),
                form.map(MeetingForm::errors).orElse(List.of()),
                note,
                warnings,
                Stream.concat(
                                Arrays.stream(MeetingForm.Sort.values())
                                        .filter(s -> s.mayBeSentBy(visit))
                                        .map(s ->
                                                Link.to(
                                                        s.heading(),
                                                        parts.address() + "/meetings/" + s.slug())),
                                Stream.of(
                                        Link.to(
                                                "Make a document for somebody",
                                                parts.address() + "/documents")))
                        .toList(),
                coming(),
                held(),
                CensusChecks.broken(CaseCourse.of(subject()), visit.today()).stream()
                        .map(MeetingPages::words)
                        .toList(),
                form.map(f -> new MeetingFields(f).form()).orElse(null),
                form.map(f -> f.sort().heading()).orElse(""),
                coverage.ofForm(child));
    }

    /** The child, and the unborn child whose meetings went on as the child's. */
    private Selves subject() {
        return child.family().around().asOne();
    }

    /** Of each type the newest word, where it says that a meeting is to come. */
    private List<MeetingsPage.Coming> coming() {
        Map<CareBody.MeetingType, Entry<Meeting>> newest =
                new EnumMap<>(CareBody.MeetingType.class);
        subject().about(Meeting.class).stream()
                .sorted(Comparator.comparingLong(e -> e.fact().position()))
                .forEach(e -> newest.put(e.body().type(), e));
        return newest.values().stream()
                .filter(e ->
                        e.body().stage() == MeetingStage.PLANNED
                                || e.body().stage() == MeetingStage.MOVED)
                .filter(e -> e.body().on().filter(d -> !d.isBefore(visit.today())).isPresent())
                .filter(e -> !wasHeld(e))
                .map(this::coming)
                .toList();
    }

    /** A conference or core group that was recorded since is no longer to come. */
    private boolean wasHeld(Entry<Meeting> meeting) {
        List<Fact> held =
                switch (meeting.body().type()) {
                    case INITIAL_CONFERENCE, REVIEW_CONFERENCE ->
                            subject().counting(Kinds.slug(CareBody.Conference.class));
                    case CORE_GROUP -> subject().counting(Kinds.slug(CareBody.CoreGroup.class));
                    case STRATEGY ->
                            subject().counting(Kinds.slug(CareBody.StrategyDiscussion.class));
                    case LEGAL_PLANNING, PROFESSIONALS, DISCHARGE, OTHER -> List.of();
                };
        return held.stream().anyMatch(f -> f.position() > meeting.fact().position());
    }

    private MeetingsPage.Coming coming(Entry<Meeting> meeting) {
        return new MeetingsPage.Coming(
                Wording.capital(Wording.code(meeting.body().type().name()))
                        + ", "
                        + meeting.body().on().map(Words::day).orElse(""),
                meeting.fact().references().addressees().stream()
                        .map(a -> report(a, meeting.fact()))
                        .toList());
    }

    private MeetingsPage.Report report(AgencyId agency, Fact invitation) {
        boolean sent = reports().came(agency, invitation, Long.MAX_VALUE);
        return new MeetingsPage.Report(
                visit.agency(agency), sent ? "Report received" : "No report yet", !sent);
    }

    private ConferenceReports reports() {
        return new ConferenceReports(subject());
    }

    /** Who sent no report to a conference that is recorded now, in words; empty if nobody. */
    String missing() {
        return missing(Long.MAX_VALUE);
    }

    private String missing(long conference) {
        return reports().missing(conference).stream()
                .map(visit::agency)
                .collect(Collectors.joining(", "));
    }

    /** A conference is shown with whose report was missing. */
    private String said(Fact fact) {
        String said = Wording.capital(Plainly.said(fact));
        String missing = fact.body() instanceof CareBody.Conference ? missing(fact.position()) : "";
        return missing.isEmpty() ? said : said + ". No report had come from: " + missing;
    }

    private List<MeetingsPage.Held> held() {
        return SHOWN.stream()
                .flatMap(k -> subject().counting(Kinds.slug(k)).stream())
                .distinct()
                .sorted(
                        Comparator.comparing(StrategyPack::day)
                                .thenComparingLong(Fact::position)
                                .reversed())
                .limit(MOST)
                .map(f ->
                        new MeetingsPage.Held(
                                Wording.capital(f.times().happened().inWords()),
                                said(f),
                                visit.agency(f.source())))
                .toList();
    }

    @Override
    public String toString() {
        return "MeetingParts[redacted]";
    }
}
