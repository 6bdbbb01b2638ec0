package sightline.core.screening;

import sightline.core.chronology.Plainly;
import sightline.core.directory.Agency;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.CareBody.Assessment;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.DevelopmentalStage;
import sightline.core.facts.HealthBody.HealthContact;
import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.facts.Kinds;
import sightline.core.facts.PersonBody.ChildsWords;
import sightline.core.facts.PersonRole;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.facts.SystemBody.AlertChanged;
import sightline.core.facts.SystemBody.AlertChanged.AlertChange;
import sightline.core.household.Connection.Kind;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was recorded by a moment that speaks against a decision about a child, who had not been
 * heard and what nobody had answered. It decides nothing and blocks nothing: it is laid before
 * whoever decides, and stands beside what they decided.
 *
 * @param against recorded things, the newest first
 * @param notHeard people and agencies
 * @param unanswered requests, opinions, questions and alerts
 */
public record AgainstDecision(List<Step> against, List<Step> notHeard, List<Step> unanswered) {
    /** How the line of an alert begins; its reference follows. */
    public static final String ALERT = "Not answered: alert ";

    /** The everyday kinds that it looks at. */
    public static final Set<String> READS =
            Stream.of(HealthContact.class, DevelopmentalStage.class, SchoolBody.Concern.class)
                    .map(Kinds::slug)
                    .collect(Collectors.toUnmodifiableSet());

    private static final int MONTHS = 24;
    private static final Set<PersonRole> PARTNERS =
            EnumSet.of(
                    PersonRole.PARTNER,
                    PersonRole.EX_PARTNER,
                    PersonRole.FATHER,
                    PersonRole.STEP_PARENT);

    public AgainstDecision {
        against = List.copyOf(against);
        notHeard = List.copyOf(notHeard);
        unanswered = List.copyOf(unanswered);
    }

    /** Whether there is nothing of the three. */
    public boolean isEmpty() {
        return against.isEmpty() && notHeard.isEmpty() && unanswered.isEmpty();
    }

    /**
     * What speaks against a decision.
     *
     * @param moment what reached us later is left out
     * @param itself the decision, once it was made
     */
    public static AgainstDecision of(
            Situation situation, WeightyDecision decision, Instant moment, Optional<Fact> itself) {
        return new Laid(situation, decision, moment, itself).out();
    }

    /** One laying out. */
    private static final class Laid {
        private final Situation situation;
        private final Child child;
        private final WeightyDecision decision;
        private final Instant moment;
        private final Optional<Fact> itself;
        private final InjuryPattern pattern;
        private final List<Entry<?>> reports;
        private final PathOf notHeard = new PathOf();
        private final PathOf unanswered = new PathOf();

        Laid(Situation situation, WeightyDecision decision, Instant moment, Optional<Fact> itself) {
            this.situation = situation;
            this.child = Child.ofAnyAge(situation);
            this.decision = decision;
            this.moment = moment;
            this.itself = itself;
            this.pattern = InjuryPattern.of(child);
            this.reports = Harms.reports(child).stream().filter(this::known).toList();
        }

        AgainstDecision out() {
            List<Step> against = new ArrayList<>();
            against.addAll(injuries());
            against.addAll(reports());
            against.addAll(restraints());
            against.addAll(risks());
            against.addAll(open());
            against.addAll(dissent());
            against.sort(
                    Comparator.comparing((Step s) -> s.date().latest().orElse(LocalDate.MIN))
                            .reversed());
            childNotHeard();
            familyNotHeard();
            requests();
            opinions();
            questions();
            alerts();
            return new AgainstDecision(against, notHeard.steps(), unanswered.steps());
        }

        /** Known by then, and neither the decision nor said of it. */
        private boolean known(Entry<?> entry) {
            return known(entry.fact());
        }

        private boolean known(Fact fact) {
            boolean before =
                    itself.map(f -> fact.position() < f.position()).orElse(true)
                            || fact.position() == 0;
            return before && !fact.times().received().isAfter(moment);
        }

        private boolean recent(Entry<?> entry) {
            return !Order.day(entry).isBefore(London.day(moment).minusMonths(MONTHS));
        }

        /** Each injury that is not ordinary, with its signs and what a doctor wrote of it. */
        private List<Step> injuries() {
            PathOf path = new PathOf();
            for (InjuryPattern.Recorded row : pattern.injuries()) {
                Entry<InjuryObserved> first = row.injury().first();
                if (row.ordinary() || !known(first) || !recent(first)) {
                    continue;
                }
                Set<String> also = new LinkedHashSet<>();
                pattern.signs().stream()
                        .filter(s -> s.injury().equals(row.injury().key()))
                        .filter(s -> !s.since().isAfter(moment))
                        .forEach(s -> also.add(s.sentence()));
                row.opinions().stream()
                        .filter(this::known)
                        .forEach(o -> also.add("Medical opinion: " + Found.words(o.body().fit())));
                path.entry(
                        first,
                        "Injury: "
                                + Found.marks(row.injury().marks())
                                + "; "
                                + Found.accounts(row.injury().accounts())
                                + (also.isEmpty() ? "" : ". " + String.join(". ", also)));
            }
            return path.steps();
        }

        /** Other reports of harm: each as it was recorded. */
        private List<Step> reports() {
            PathOf path = new PathOf();
            reports.stream()
                    .filter(r -> !(r.body() instanceof InjuryObserved) && recent(r))
                    .forEach(r -> path.entry(r, Plainly.said(r.fact())));
            return path.steps();
        }

        private Stream<Individual> grownUps() {
            Neighbourhood around = situation.around();
            Map<Object, Individual> found = new LinkedHashMap<>();
            around.parents(child.individual().id()).forEach(p -> found.put(p.id(), p));
            around.household(child.individual().id(), London.day(moment)).stream()
                    .filter(p -> !p.childOn(London.day(moment)))
                    .forEach(p -> found.put(p.id(), p));
            return found.values().stream();
        }

        /** What keeps a parent or somebody at home apart from the child at that moment. */
        private List<Step> restraints() {
            PathOf path = new PathOf();
            grownUps()
                    .flatMap(p -> new Restraints(situation.around(), p).all().stream())
                    .filter(r -> r.inForce(moment) && known(r.fact()))
                    .forEach(r -> path.fact(r.fact(), r.certainty(), r.sentence()));
            return path.steps();
        }

        private List<Step> risks() {
            return grownUps()
                    .flatMap(p -> new KnownRisks(situation, p).all().stream())
                    .filter(r -> known(r.fact()))
                    .map(r -> r.step(situation))
                    .toList();
        }

        /** Matters that somebody else still has open, and for a return home any. */
        private List<Step> open() {
            PathOf path = new PathOf();
            for (Matter matter : Matters.of(child).openAt(moment)) {
                Entry<?> opened = matter.basis().getFirst();
                boolean decidedNow =
                        matter.kind() == Matter.Kind.REFERRAL
                                && decision != WeightyDecision.RETURN_HOME;
                boolean said = reports.stream().anyMatch(r -> Found.id(r).equals(Found.id(opened)));
                if (!decidedNow && !said && known(opened)) {
                    path.entry(opened, "Open: " + matter.kind().words());
                }
            }
            return path.steps();
        }

        /** Whoever disagreed before, and was not answered. */
        private List<Step> dissent() {
            PathOf path = new PathOf();
            List<Entry<SharedBody.ProfessionalChallenge>> all =
                    child.entries(SharedBody.ProfessionalChallenge.class);
            all.stream()
                    .filter(e -> !e.body().resolved() && known(e))
                    .filter(e ->
                            all.stream()
                                    .filter(r -> r.body().resolved() && known(r))
                                    .noneMatch(r -> cites(r, e)))
                    .forEach(e -> path.entry(e, "Disagreement, not resolved"));
            return path.steps();
        }

        private void childNotHeard() {
            List<Sighting> seen =
                    Sightings.of(child).stream().filter(s -> known(s.entry())).toList();
            Optional<Entry<?>> newest = reports.stream().reduce((_, later) -> later);
            if (newest.isEmpty()) {
                if (seen.isEmpty()) {
                    absent(
                            "Nobody recorded that the child was seen by social care, police or a doctor");
                }
                return;
            }
            Entry<?> report = newest.get();
            String since = " since the newest report, of " + Words.day(Order.day(report));
            if (seen.stream().noneMatch(s -> Order.follows(s.entry(), report))) {
                absent("The child was not seen" + since, report);
            } else if (speaks() && seen.stream().noneMatch(s -> alone(s, report))) {
                absent("The child was not seen alone" + since, report);
            }
            boolean ofInjury =
                    report.body() instanceof InjuryObserved || NotSeenReasons.ofInjury(report);
            boolean looked =
                    seen.stream()
                            .filter(Sighting::marksLookedAt)
                            .anyMatch(s ->
                                    s.answers(report, true)
                                            || Found.id(s.entry()).equals(Found.id(report)));
            if (ofInjury && !looked) {
                absent("Nobody looked at the child’s skin" + since, report);
            }
            boolean spoke =
                    child.entries(ChildsWords.class).stream()
                            .filter(this::known)
                            .anyMatch(w ->
                                    Order.follows(w, report)
                                            || Found.id(w).equals(Found.id(report)));
            if (speaks() && !spoke) {
                absent("No words of the child are recorded" + since, report);
            }
        }

        private static boolean alone(Sighting sighting, Entry<?> report) {
            return sighting.alone() && Order.follows(sighting.entry(), report);
        }

        private boolean speaks() {
            return child.individual()
                    .monthsOn(London.day(moment))
                    .map(m -> m >= NotSeenReasons.SPEAKS_FROM_MONTHS)
                    .orElse(true);
        }

        private void familyNotHeard() {
            List<PersonRole> heard =
                    child.entries(Assessment.class).stream()
                            .filter(this::known)
                            .flatMap(a -> a.body().answers().stream())
                            .flatMap(a -> a.answeredBy().stream())
                            .toList();
            Neighbourhood around = situation.around();
            List<Individual> parents = around.parents(child.individual().id());
            boolean partner =
                    parents.size() > 1
                            || parents.stream()
                                    .anyMatch(p ->
                                            !around.connections(p.id(), Kind.PARTNER).isEmpty());
            if (!parents.isEmpty() && !heard.contains(PersonRole.MOTHER)) {
                absent("No assessment holds an answer of the mother");
            }
            if (partner && heard.stream().noneMatch(PARTNERS::contains)) {
                absent("No assessment holds an answer of the father or partner");
            }
            referrerNotHeard();
        }

        private void referrerNotHeard() {
            boolean not = itself.map(Fact::body).filter(Laid::withoutReferrer).isPresent();
            if (not && !Referrals.of(child).isEmpty()) {
                absent("Whoever referred the child was not spoken to");
            }
        }

        private static boolean withoutReferrer(Body decided) {
            return switch (decided) {
                case CareBody.CaseClosed closed -> !closed.referrerSpokenTo();
                case CareBody.ReferralDecision referral -> !referral.referrerSpokenTo();
                default -> false;
            };
        }

        private void requests() {
            List<Entry<SharedBody.InformationAnswer>> answers =
                    child.entries(SharedBody.InformationAnswer.class).stream()
                            .filter(this::known)
                            .filter(a ->
                                    a.body().outcome()
                                            != SharedBody.InformationAnswer.AnswerOutcome
                                                    .ACKNOWLEDGED)
                            .toList();
            for (var request : child.entries(SharedBody.InformationRequest.class)) {
                if (!known(request)) {
                    continue;
                }
                List<AgencyId> silent =
                        request.fact().references().addressees().stream()
                                .filter(to ->
                                        answers.stream()
                                                .noneMatch(a ->
                                                        a.fact().source().equals(to)
                                                                && cites(a, request)))
                                .toList();
                boolean none =
                        request.fact().references().addressees().isEmpty()
                                && answers.stream().noneMatch(a -> cites(a, request));
                if (!silent.isEmpty() || none) {
                    String asked = Found.words(request.body().asked());
                    unanswered.entry(request, "Asked for " + asked + ", and not answered");
                    silent.forEach(a ->
                            notHeard.entry(
                                    request,
                                    "An agency that was asked has not answered: " + name(a)));
                }
            }
        }

        private String name(AgencyId agency) {
            return situation.directory().agency(agency).map(Agency::name).orElse(agency.value());
        }

        private static boolean cites(Entry<?> entry, Entry<?> other) {
            return entry.fact().references().regarding().contains(other.fact().id().message());
        }

        private void opinions() {
            pattern.injuries().stream()
                    .filter(r -> !r.ordinary() && known(r.injury().first()))
                    .filter(r -> recent(r.injury().first()))
                    .filter(r ->
                            r.opinions().stream()
                                    .filter(this::known)
                                    .allMatch(o -> InjuryPattern.unsettled(o.body().fit())))
                    .forEach(r ->
                            unanswered.entry(
                                    r.injury().first(),
                                    "A medical opinion is awaited: "
                                            + Found.marks(r.injury().marks())));
        }

        private void questions() {
            UnansweredQuestions.of(child).stream()
                    .filter(q -> known(q.assessment()))
                    .forEach(q ->
                            unanswered.entry(
                                    q.assessment(),
                                    "Question left open (%s): %s"
                                            .formatted(
                                                    Found.words(q.answer().topic()),
                                                    q.why().words())));
        }

        /** Alerts that were raised by then and neither answered nor withdrawn by then. */
        private void alerts() {
            Map<String, Entry<AlertChanged>> raised = new LinkedHashMap<>();
            child.entries(AlertChanged.class).stream()
                    .filter(this::known)
                    .forEach(e -> {
                        if (e.body().change() == AlertChange.RAISED) {
                            raised.put(e.body().alert(), e);
                        } else if (e.body().change() != AlertChange.GREW) {
                            raised.remove(e.body().alert());
                        }
                    });
            child.entries(SharedBody.AlertAnswered.class).stream()
                    .filter(this::known)
                    .forEach(e -> raised.remove(e.body().alert()));
            raised.values().forEach(e -> unanswered.entry(e, ALERT + e.body().alert()));
        }

        private void absent(String text) {
            notHeard.derived(text, moment, Certainty.CONFIRMED, List.of());
        }

        private void absent(String text, Entry<?> report) {
            List<FactId> facts = List.of(Found.id(report));
            notHeard.derived(text, moment, report.certainty(), facts);
        }
    }

    /** A decision that was made, with what spoke against it then. */
    public record Made(
            WeightyDecision decision,
            Entry<?> entry,
            Optional<Text> reason,
            AgainstDecision against,
            List<Entry<SharedBody.ProfessionalChallenge>> dissent) {
        public Made {
            dissent = List.copyOf(dissent);
        }
    }

    /** The decisions that were made about the subject, the newest first. */
    public static List<Made> made(Situation situation) {
        Child child = Child.ofAnyAge(situation);
        List<Made> made = new ArrayList<>();
        for (Class<? extends Body> kind : WeightyDecision.KINDS) {
            child.entries(kind).forEach(e -> made(situation, child, e).ifPresent(made::add));
        }
        made.sort((a, b) -> Order.OLDEST_FIRST.compare(b.entry(), a.entry()));
        return List.copyOf(made);
    }

    private static Optional<Made> made(Situation situation, Child child, Entry<?> entry) {
        return WeightyDecision.of(entry.body())
                .map(d ->
                        new Made(
                                d,
                                entry,
                                WeightyDecision.reason(entry.body()),
                                of(situation, d, entry.received(), Optional.of(entry.fact())),
                                dissentFrom(child, entry)));
    }

    private static List<Entry<SharedBody.ProfessionalChallenge>> dissentFrom(
            Child child, Entry<?> decision) {
        return child.entries(SharedBody.ProfessionalChallenge.class).stream()
                .filter(e ->
                        e.fact().references().regarding().contains(decision.fact().id().message()))
                .sorted(Order.OLDEST_FIRST)
                .toList();
    }
}
