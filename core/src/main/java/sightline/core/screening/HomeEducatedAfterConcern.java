package sightline.core.screening;

import sightline.core.directory.AgencyType;
import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SchoolBody.HomeEducation;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.screening.Concerns.OpenConcern;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * AL-08: withdrawn to home education within 90 days after a concern that is open or was closed with
 * the child unseen. One finding a concern; the withdrawal is the matter.
 */
public final class HomeEducatedAfterConcern extends ChildRule {
    static final RuleId ID = new RuleId("AL-08");
    private static final int DAYS = 90;
    private static final RuleCard CARD =
            new RuleCard(
                    "Withdrawn to home education after a concern that nobody resolved",
                    "Birmingham 2010: a child whom the school had reported for hunger was withdrawn"
                            + " within days, and those who saw the child daily saw the child no"
                            + " more.",
                    Set.of(
                            SchoolBody.HomeEducation.class,
                            SchoolBody.Concern.class,
                            SchoolBody.ConcernClosed.class,
                            CareBody.Referral.class,
                            CareBody.ReferralDecision.class,
                            SharedBody.PublicReport.class),
                    "Social care's duty manager and the council's education lead.",
                    "That the child was withdrawn, and that a concern came before.",
                    "A concern or referral at most 90 days before the withdrawal that was open on"
                            + " that day, or had been closed without the child being seen.",
                    "Education sees the withdrawal and social care the concern; neither sees"
                            + " both.",
                    List.of(
                            "Home education alone is never a concern.",
                            "A concern that was closed after the child was seen.",
                            "A concern 91 days before, or one that came after the withdrawal."),
                    "INF");

    public HomeEducatedAfterConcern() {
        super(ID, CARD);
    }

    @Override
    public List<RuleNumber> numbers() {
        return List.of(
                new RuleNumber(
                        "days",
                        "Days after a concern in which taking out of school counts",
                        DAYS,
                        14,
                        365));
    }

    @Override
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        for (Entry<HomeEducation> withdrawal : child.entries(HomeEducation.class)) {
            if (!withdrawal.body().started()) {
                continue;
            }
            for (OpenConcern concern : Concerns.withReferrals(child)) {
                Instant at = Order.later(withdrawal.received(), concern.entry().received());
                if (unresolved(child, concern, withdrawal) && child.under18At(at)) {
                    found.from(at, t -> finding(child, withdrawal, concern, t));
                }
            }
        }
        return found.evaluation();
    }

    private static boolean unresolved(
            Child child, OpenConcern concern, Entry<HomeEducation> withdrawal) {
        LocalDate day = Order.day(withdrawal);
        long days = ChronoUnit.DAYS.between(Order.day(concern.entry()), day);
        int limit = child.situation().parameters().number(ID, "days", DAYS);
        if (days < 0 || days > limit || !Order.follows(withdrawal, concern.entry())) {
            return false;
        }
        return concern.openOn(day) || (!concern.childSeen() && !seenBetween(child, concern));
    }

    private static boolean seenBetween(Child child, OpenConcern concern) {
        return concern.closing().isPresent()
                && Sightings.of(child).stream()
                        .anyMatch(s ->
                                Order.follows(s.entry(), concern.entry())
                                        && Order.follows(
                                                concern.closing().orElseThrow(), s.entry()));
    }

    private Finding finding(
            Child child, Entry<HomeEducation> withdrawal, OpenConcern concern, Instant since) {
        Found found =
                Found.of(
                        this, child, Found.id(withdrawal).text(), Found.id(concern.entry()).text());
        found.entry(concern.entry(), concernText(concern));
        concern.closing()
                .filter(c -> Order.follows(withdrawal, c))
                .ifPresent(c -> found.entry(c, "Closed; the child was not recorded as seen"));
        return found.entry(withdrawal, "Withdrawn from school to be taught at home")
                .tell(Told.socialCareManager(child))
                .tell(
                        child.situation()
                                .recipients()
                                .at(AgencyType.COUNCIL_EDUCATION, Role.EDUCATION_LEAD))
                .notShown("Why the family chose home education, and how the child is taught.")
                .finding(
                        since,
                        "Withdrawn to home education with a concern unresolved",
                        Told.ofCase());
    }

    private static String concernText(OpenConcern concern) {
        return concern.entry().body() instanceof SchoolBody.Concern c
                ? "Concern recorded: " + Found.words(c.topic())
                : "Referred to social care";
    }
}
