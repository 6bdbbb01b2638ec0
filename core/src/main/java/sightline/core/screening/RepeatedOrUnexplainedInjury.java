package sightline.core.screening;

import sightline.core.directory.Role;
import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.screening.Injuries.Tellings;
import sightline.core.screening.InjuryReasons.Reason;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * AL-04: a second injury of this child, or one whose explanation is missing, changed, repeated or
 * late. Ordinary injuries are shown with their count and raise nothing.
 */
public final class RepeatedOrUnexplainedInjury extends ChildRule {
    static final RuleId ID = new RuleId("AL-04");
    private static final int COUNT_MONTHS = 12;
    private static final RuleCard CARD =
            new RuleCard(
                    "A further injury, or one not explained, explained two ways or brought late",
                    "Haringey 2009: four hospitals and surgeries each saw one injury and none the"
                            + " row of them; explanations changed from the stairs to the sofa and"
                            + " the dog. NICE CG89 asks to consider repeated, unexplained and late"
                            + " presentations.",
                    Set.of(
                            HealthBody.InjuryObserved.class,
                            HealthBody.DevelopmentalStage.class,
                            PersonBody.Person.class,
                            PersonBody.Relationship.class,
                            PersonBody.ChildsWords.class,
                            CareBody.Referral.class,
                            SharedBody.Disclosure.class,
                            SharedBody.AlertAnswered.class),
                    "Social care's duty manager, the police supervisor and the paediatrician on"
                            + " call. Ordinary injuries: the safeguarding lead of whoever recorded"
                            + " them, with the count of the year. Tellings in free words: the"
                            + " safeguarding lead of whoever recorded the later one, the same day.",
                    "What each agency saw of this child's injuries and how each was explained; of a"
                            + " brother's or sister's only that the explanation was the same.",
                    "A second injury at any agency (under 1 year: ever; 1 to 3: within 6 months; 4"
                            + " and over: within 3 months), ordinary ones not counted; or one that"
                            + " is not ordinary with the same mechanism again in this child or a"
                            + " brother or sister, without explanation, with an explanation that"
                            + " changed, or brought over 12 hours late (burn, fracture, head).",
                    "Each place sees its own injury; the row is visible only beside the others.",
                    List.of(
                            "One bruise or graze over bone at the front of a child who walks,"
                                    + " explained alike: counted and shown.",
                            "A missing explanation alone on one ordinary injury is a question to"
                                    + " its author.",
                            "Two agencies that see the same mark that day see one injury.",
                            Counted.SENT_TWICE,
                            "Tellings in free words are put before a person, never compared by"
                                    + " machine."),
                    "INF");

    public RepeatedOrUnexplainedInjury() {
        super(ID, CARD);
    }

    @Override
    public List<RuleNumber> numbers() {
        return List.of(
                new RuleNumber(
                        "middle-months",
                        "Months in which injuries of a child of 1 to 3 count together",
                        InjuryReasons.MONTHS_MIDDLE,
                        1,
                        24),
                new RuleNumber(
                        "older-months",
                        "Months in which injuries of a child of 4 and over count together",
                        InjuryReasons.MONTHS_OLDER,
                        1,
                        24));
    }

    @Override
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        Injuries injuries = Injuries.of(child);
        InjuryReasons reasons = new InjuryReasons(child, ID, injuries);
        for (Injury injury : reasons.counted()) {
            List<Reason> why = reasons.of(injury);
            Optional<Instant> first =
                    why.stream()
                            .map(Reason::since)
                            .min(Comparator.naturalOrder())
                            .filter(child::under18At);
            first.ifPresent(at -> found.from(at, t -> finding(child, injuries, injury, why, t)));
            injury.changedAt()
                    .filter(at -> first.filter(at::isAfter).isPresent())
                    .ifPresent(at -> found.from(at, t -> changed(child, injuries, injury, t)));
        }
        injuries.all().stream()
                .filter(injuries::ordinary)
                .filter(i -> child.under18At(i.received()))
                .forEach(i -> found.from(i.received(), t -> shown(child, injuries, i, t)));
        injuries.all().stream()
                .filter(i -> injuries.ordinary(i) && i.unexplained())
                .filter(i -> child.under18At(i.received()))
                .forEach(i -> found.from(i.received(), t -> question(child, i, t)));
        injuries.toCompare().stream()
                .filter(c -> !injuries.ordinary(c.injury()))
                .filter(c -> child.under18At(c.since()))
                .forEach(c -> found.from(c.since(), t -> compare(child, c, t)));
        return found.evaluation();
    }

    private Finding finding(
            Child child, Injuries injuries, Injury injury, List<Reason> why, Instant since) {
        String matter = Answers.of(child).since(ID, "injuries", since);
        Found found = Found.of(this, child, matter, injury.key());
        seen(found, injury);
        for (Reason reason : why) {
            found.follows(reason.text(), reason.since(), reason.certainty(), reason.facts());
        }
        return told(found, child, injuries, injury)
                .finding(
                        since,
                        "An injury that must be looked at together with what else is recorded: "
                                + why.getFirst().text().toLowerCase(java.util.Locale.ROOT),
                        Told.ofInjury());
    }

    /** Who was told of an injury hears that it was explained otherwise since. */
    private Finding changed(Child child, Injuries injuries, Injury injury, Instant since) {
        String matter = Answers.of(child).since(ID, "injuries", since);
        Found found = Found.of(this, child, matter, Finding.of(injury.key(), "changed"));
        seen(found, injury);
        return told(found, child, injuries, injury)
                .finding(
                        since,
                        "The explanation of an injury that is looked at changed since",
                        Told.ofInjury());
    }

    private static Found told(Found found, Child child, Injuries injuries, Injury injury) {
        // A mark that is on the birth record asks for a paediatric look, and accuses nobody.
        if (injuries.atBirth(injury).isEmpty()) {
            found.tell(Told.police(child));
        }
        return found.tell(Told.socialCareManager(child, injury.tellings()))
                .tell(Told.paediatrician(child, injury))
                .notShown("Whether each explanation fits its injury: a medical opinion says.")
                .notShown("Injuries that nobody recorded.");
    }

    private static void seen(Found found, Injury injury) {
        for (Entry<HealthBody.InjuryObserved> telling : injury.tellings()) {
            found.entry(
                    telling,
                    "Seen: "
                            + Found.marks(telling.body().marks())
                            + "; "
                            + Found.accounts(telling.body().accounts()));
        }
    }

    /** A missing explanation alone on one ordinary injury is a question to its author. */
    private Finding question(Child child, Injury injury, Instant since) {
        Found found = Found.of(this, child, "question-to-author", injury.key());
        seen(found, injury);
        return found.shownOnly()
                .tell(new Recipient(injury.first().fact().source(), new Role("practitioner")))
                .notShown("Whether anybody asked how it came about.")
                .finding(
                        since,
                        "How did it come about? An ordinary injury without an explanation",
                        Told.ofOwner());
    }

    /**
     * Raises nothing: the clock explanation.compare of whoever recorded the later telling starts on
     * it. What was said is read on the record; no words are copied into the path.
     */
    private Finding compare(Child child, Tellings tellings, Instant since) {
        Found found = Found.of(this, child, "tellings", tellings.injury().key());
        tellings.told().forEach(e -> found.entry(e, "Told: " + told(e)));
        Entry<?> later =
                tellings.told().stream()
                        .filter(e -> !e.received().isAfter(since))
                        .max(Comparator.comparing(Entry::received))
                        .orElseThrow();
        return found.shownOnly()
                .tell(Told.leadOf(later))
                .notShown("Whether the tellings differ: no machine compares free words.")
                .finding(
                        since,
                        "Several tellings of one injury, not all in codes: compare them today",
                        Told.ofInjury());
    }

    private static String told(Entry<?> entry) {
        return entry.body() instanceof HealthBody.InjuryObserved seen
                ? Found.accounts(seen.accounts())
                : entry.fact().kind().replace('-', ' ') + ", in its own words";
    }

    private Finding shown(Child child, Injuries injuries, Injury injury, Instant since) {
        long count =
                injuries.all().stream()
                        .filter(i -> !i.received().isAfter(since))
                        .filter(i -> !i.day().isAfter(injury.day()))
                        .filter(i -> !i.day().isBefore(injury.day().minusMonths(COUNT_MONTHS)))
                        .count();
        Found found = Found.of(this, child, "ordinary-injuries", injury.key());
        seen(found, injury);
        return found.shownOnly()
                .tell(Told.leadOf(injury.first()))
                .notShown("Anything that calls for more than keeping the count.")
                .finding(
                        since,
                        "An ordinary injury; injuries recorded in 12 months: " + count,
                        Told.ofOwner());
    }
}
