package sightline.core.screening;

import static sightline.core.story.Said.CARE;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Harm;
import sightline.core.facts.CareBody.MeetingStage;
import sightline.core.facts.CareBody.MeetingType;
import sightline.core.facts.CareBody.Plan.PlanType;
import sightline.core.facts.CareBody.ReferralDecision.Decision;
import sightline.core.facts.CareBody.VisitReason;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.Appointment.Kept;
import sightline.core.facts.HealthBody.DevelopmentalStage.Milestone;
import sightline.core.facts.HealthBody.GpRecordTransfer.TransferStage;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** A few weeks of one child, told at random by several agencies, late and out of order. */
final class RandomStory {
    static final LocalDate START = LocalDate.parse("2024-03-18");
    private static final List<String> AGENCIES =
            List.of("gp", "hospital", "school", "police", "housing", "eastholme/housing");
    private static final int QUARTERS = 96;

    private final Random random;
    private final int days;
    private final Story story = new Story();
    private final List<Fact> told = new ArrayList<>();
    private final SortedSet<LocalDateTime> receipts = new TreeSet<>();
    private final Who mother = story.person("mother", "1990-03-01");
    private final Who child;
    private final Who brother = story.person("brother", "2019-05-01");

    RandomStory(long seed, int days) {
        this.random = new Random(seed);
        this.days = days;
        this.child =
                story.person(
                        "child",
                        one(List.of("2023-10-01", "2023-04-02", "2021-01-01", "2014-01-01")));
        parents();
        for (LocalDateTime at : moments(8 + random.nextInt(14))) {
            tell(at);
        }
    }

    Story story() {
        return story;
    }

    Who child() {
        return child;
    }

    /** When something was received. */
    SortedSet<LocalDateTime> receipts() {
        return receipts;
    }

    private void parents() {
        for (Who who : List.of(child, brother)) {
            story.at(START.atTime(0, 0).toString())
                    .from("gp")
                    .about(who)
                    .with(PersonRole.MOTHER, mother)
                    .says(
                            new PersonBody.SafeContact(
                                    true, true, true, true, Optional.empty(), Optional.empty()));
        }
        receipts.add(START.atTime(0, 0));
    }

    private SortedSet<LocalDateTime> moments(int count) {
        SortedSet<LocalDateTime> moments = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            LocalTime time = LocalTime.MIN.plusMinutes(15L * random.nextInt(QUARTERS));
            moments.add(START.plusDays(random.nextInt(days)).atTime(time));
        }
        return moments;
    }

    private void tell(LocalDateTime at) {
        if (!told.isEmpty() && random.nextInt(12) == 0) {
            Fact wrong = one(told);
            told.add(
                    story.at(at.toString())
                            .from(agency(wrong))
                            .about(one(List.of(child, brother, mother)))
                            .correcting(wrong)
                            .says(wrong.body()));
        } else if (!told.isEmpty() && random.nextInt(12) == 0) {
            Fact wrong = one(told);
            told.add(
                    story.at(at.toString())
                            .from(agency(wrong))
                            .about(one(List.of(child, brother)))
                            .regarding(wrong)
                            .says(Said.retraction()));
        } else {
            Body body = body(at.toLocalDate());
            Who who =
                    body instanceof HealthBody.InjuryObserved && random.nextInt(4) == 0
                            ? brother
                            : child;
            Story.Entry entry = story.at(at.toString()).from(sender(body)).about(who);
            when(entry, at.toLocalDate());
            if (random.nextInt(3) > 0) {
                entry.to(CARE);
            }
            if (!told.isEmpty() && random.nextInt(4) == 0) {
                entry.regarding(one(told));
            }
            if (body instanceof PersonBody.Residence) {
                entry.place(one(List.of("1 Mill Row", "9 Quay Street", "4 Hill View")));
            }
            told.add(entry.says(body));
        }
        receipts.add(at);
    }

    private static String agency(Fact fact) {
        String source = fact.source().value();
        int dash = source.indexOf('-');
        return source.substring(0, dash) + "/" + source.substring(dash + 1);
    }

    private void when(Story.Entry entry, LocalDate day) {
        switch (random.nextInt(8)) {
            case 0 -> entry.happened(day.toString());
            case 1 -> entry.happened(day.minusDays(random.nextInt(20)).toString());
            case 2 -> entry.happened(day.toString().substring(0, 7));
            default -> {}
        }
    }

    private String sender(Body body) {
        boolean ofCare =
                body instanceof CareBody
                        && !(body instanceof CareBody.Referral)
                        && random.nextInt(5) > 0;
        return ofCare ? CARE : one(AGENCIES);
    }

    private Body body(LocalDate day) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> Said.referral(one(List.of(Harm.INJURY, Harm.NEGLECT, Harm.NOT_STATED)));
            case 2 ->
                    random.nextInt(3) == 0
                            ? Said.malicious(random.nextBoolean(), random.nextBoolean())
                            : Said.decision(one(List.of(Decision.values())));
            case 3 ->
                    Said.visit(
                            one(List.of(VisitOutcome.values())),
                            one(List.of(VisitReason.values())));
            case 4 ->
                    new CareBody.VisitPlanned(day.plusDays(random.nextInt(5)), VisitReason.PLANNED);
            case 5, 6 -> injury();
            case 7 -> Said.plan(one(List.of(PlanType.values())), random.nextInt(3) > 0);
            case 8 ->
                    random.nextBoolean()
                            ? Said.enquiry(random.nextBoolean())
                            : Said.closed(random.nextBoolean(), random.nextBoolean());
            case 9 -> Said.appointment(one(List.of(Kept.NOT_BROUGHT, Kept.NOT_BROUGHT, Kept.KEPT)));
            case 10 -> gp();
            case 11 -> new PersonBody.Residence(PersonBody.Stay.HOME, Optional.empty());
            case 12 -> meeting(day);
            case 13 -> school();
            case 14 ->
                    random.nextBoolean()
                            ? Said.publicReport(random.nextBoolean(), Harm.NEGLECT)
                            : new CareBody.ReferralAgreed(Optional.empty());
            default ->
                    switch (random.nextInt(5)) {
                        case 3 -> Said.evidence();
                        case 4 -> Said.allocated();
                        case 0 -> Said.reached(one(List.of(Milestone.values())));
                        case 1 -> Said.judged(random.nextBoolean());
                        default ->
                                Said.answered(
                                        one(List.of("ALR-01-7F3A", "ALR-04-90BC", "ALR-22-1A2B")));
                    };
        };
    }

    private Body injury() {
        Mechanism[] said =
                random.nextInt(3) == 0
                        ? new Mechanism[0]
                        : new Mechanism[] {one(List.of(Mechanism.FALL, Mechanism.HOT_LIQUID))};
        return Said.injury(
                Said.mark(
                        one(
                                List.of(
                                        MarkKind.BRUISE,
                                        MarkKind.FRACTURE,
                                        MarkKind.BURN,
                                        MarkKind.GRIP_MARK)),
                        one(List.of(Site.SHIN, Site.FACE, Site.BACK))),
                said);
    }

    private Body gp() {
        return random.nextBoolean()
                ? new HealthBody.GpRegistration(Optional.of(Story.agency("northfield/gp")), false)
                : new HealthBody.GpRecordTransfer(
                        one(List.of(TransferStage.values())), Optional.empty(), Optional.empty());
    }

    private Body meeting(LocalDate day) {
        MeetingStage stage = one(List.of(MeetingStage.values()));
        Optional<LocalDate> on =
                stage == MeetingStage.PLANNED || stage == MeetingStage.MOVED
                        ? Optional.of(day.plusDays(random.nextInt(9)))
                        : Optional.empty();
        return new CareBody.Meeting(
                MeetingType.LEGAL_PLANNING, stage, on, Optional.empty(), Optional.empty());
    }

    private Body school() {
        return switch (random.nextInt(3)) {
            case 0 ->
                    Said.concern(
                            one(List.of(Topic.values())), one(List.of("a bite mark", "tired")));
            case 1 -> Said.concernClosed(random.nextBoolean());
            default -> new SchoolBody.HomeEducation(true);
        };
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
