package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody.Account;
import sightline.core.facts.HealthBody.Mechanism;
import sightline.core.facts.HealthBody.MedicalOpinion;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.London;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.Text;
import sightline.core.screening.Injuries.Mobility;
import sightline.core.screening.InjuryReasons.Reason;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every recorded injury of a child in one row each, and what the row shows when it is read as a
 * whole. What was seen, how it was explained and what a doctor said of it are kept apart. Nothing
 * is concluded: a sign repeats what was recorded, and colour is words that nothing reads.
 *
 * @param injuries the oldest first
 * @param signs what stands out, in the order of the injuries
 * @param otherOpinions medical opinions that name none of the injuries
 */
public record InjuryPattern(
        List<Recorded> injuries, List<Sign> signs, List<Entry<MedicalOpinion>> otherOpinions) {
    /** How the sentence of a repeated mechanism begins, in a path and as a sign. */
    public static final String SAME_EXPLANATION = "The same explanation as for ";

    private static final Set<MedicalOpinion.Fit> NOT_SETTLED =
            EnumSet.of(MedicalOpinion.Fit.AWAITED, MedicalOpinion.Fit.CANNOT_SAY);
    private static final Set<MedicalOpinion.Fit> AGAINST =
            EnumSet.of(MedicalOpinion.Fit.DOES_NOT_FIT, MedicalOpinion.Fit.INFLICTED);

    public InjuryPattern {
        injuries = List.copyOf(injuries);
        signs = List.copyOf(signs);
        otherOpinions = List.copyOf(otherOpinions);
    }

    /** Through what an account reached us. */
    public enum Through {
        ENTRY("the entry of the injury"),
        REFERRAL("a referral"),
        DISCLOSURE("a disclosure"),
        CHILDS_WORDS("the child’s own words");

        private final String words;

        Through(String words) {
            this.words = words;
        }

        /** As a sentence says it. */
        public String words() {
            return words;
        }
    }

    /**
     * One account of how an injury came about.
     *
     * @param entry in which it stands
     * @param givenBy whose it is, where that was recorded
     */
    public record Telling(
            Entry<?> entry,
            Through through,
            Optional<Text> words,
            Optional<Mechanism> mechanism,
            Optional<PersonRole> givenBy) {}

    /** What is known of a medical opinion. */
    public enum Opinion {
        GIVEN,
        /** None, or one that could not say, on an injury that is not ordinary. */
        AWAITED,
        /** None, on an ordinary injury: none is asked for. */
        NOT_ASKED
    }

    /**
     * One injury.
     *
     * @param mobility whether the child moved alone on that day, as recorded
     * @param months the child's age on that day, where the birth is recorded
     * @param tellings every account of it, oldest first
     * @param waited from the latest moment at which it can have happened to the first at which
     *     somebody saw it; empty where either is not known
     * @param late a burn, fracture or injury of the head brought over 12 hours later
     * @param opinions the medical opinions that name it, oldest first
     */
    public record Recorded(
            Injury injury,
            boolean ordinary,
            Mobility mobility,
            Optional<Integer> months,
            List<Telling> tellings,
            Optional<Duration> waited,
            boolean late,
            Opinion opinion,
            List<Entry<MedicalOpinion>> opinions) {
        public Recorded {
            tellings = List.copyOf(tellings);
            opinions = List.copyOf(opinions);
        }

        /** Whether a doctor wrote that the account does not fit, or that it was inflicted. */
        public boolean opinionAgainst() {
            return opinions.stream().anyMatch(o -> AGAINST.contains(o.body().fit()));
        }
    }

    /** What a sign is of. */
    public enum Of {
        REPEATED,
        SAME_MECHANISM,
        IN_BROTHER_OR_SISTER,
        NOT_EXPLAINED,
        CHANGED,
        LATE,
        NOT_MOBILE,
        SELDOM_BY_ACCIDENT
    }

    /**
     * Something that stands out.
     *
     * @param sentence what was recorded; it never names a brother's or sister's home or workers
     * @param injury the key of the injury whose sign it is
     * @param since when it was first complete here
     * @param sideBySide the tellings that differ, where it is of a changed explanation
     */
    public record Sign(
            Of of,
            String sentence,
            String injury,
            Instant since,
            Certainty certainty,
            List<Telling> sideBySide) {
        public Sign {
            sideBySide = List.copyOf(sideBySide);
        }
    }

    /** The pattern of the subject, as far as the situation knows it. */
    public static InjuryPattern of(Situation situation) {
        return of(Child.ofAnyAge(situation));
    }

    static InjuryPattern of(Child child) {
        Injuries injuries = Injuries.of(child);
        InjuryReasons reasons = new InjuryReasons(child, RepeatedOrUnexplainedInjury.ID, injuries);
        List<Entry<MedicalOpinion>> opinions =
                child.entries(MedicalOpinion.class).stream().sorted(Order.OLDEST_FIRST).toList();
        List<Recorded> rows =
                injuries.all().stream()
                        .sorted(
                                Comparator.comparing(Injury::day)
                                        .thenComparing(Injury::first, Order.OLDEST_FIRST))
                        .map(i -> recorded(child, injuries, i, opinions))
                        .toList();
        List<Sign> signs = new ArrayList<>();
        rows.forEach(r -> signs.addAll(signs(injuries, reasons, r)));
        List<Entry<MedicalOpinion>> others =
                opinions.stream()
                        .filter(o -> rows.stream().noneMatch(r -> r.opinions().contains(o)))
                        .toList();
        return new InjuryPattern(rows, signs, others);
    }

    private static Recorded recorded(
            Child child, Injuries injuries, Injury injury, List<Entry<MedicalOpinion>> opinions) {
        List<Entry<MedicalOpinion>> own = opinions.stream().filter(o -> names(o, injury)).toList();
        boolean ordinary = injuries.ordinary(injury);
        return new Recorded(
                injury,
                ordinary,
                injuries.mobility(injury),
                child.individual().monthsOn(injury.day()),
                tellings(child, injury),
                waited(injury),
                injury.presentedLate(),
                opinion(ordinary, own),
                own);
    }

    private static boolean names(Entry<?> entry, Injury injury) {
        List<MessageRef> regarding = entry.fact().references().regarding();
        return injury.tellings().stream()
                .anyMatch(t -> regarding.contains(t.fact().id().message()));
    }

    /** Whether an opinion leaves open whether the account fits. */
    static boolean unsettled(MedicalOpinion.Fit fit) {
        return NOT_SETTLED.contains(fit);
    }

    private static Opinion opinion(boolean ordinary, List<Entry<MedicalOpinion>> own) {
        boolean settled = own.stream().anyMatch(o -> !unsettled(o.body().fit()));
        if (settled) {
            return Opinion.GIVEN;
        }
        return ordinary && own.isEmpty() ? Opinion.NOT_ASKED : Opinion.AWAITED;
    }

    private static List<Telling> tellings(Child child, Injury injury) {
        List<Telling> told = new ArrayList<>();
        injury.tellings().forEach(t -> t.body().accounts().forEach(a -> told.add(telling(t, a))));
        Stream.of(
                        relayed(child, injury, CareBody.Referral.class, Through.REFERRAL),
                        relayed(child, injury, SharedBody.Disclosure.class, Through.DISCLOSURE),
                        relayed(child, injury, PersonBody.ChildsWords.class, Through.CHILDS_WORDS))
                .flatMap(s -> s)
                .forEach(told::add);
        told.sort((a, b) -> Order.OLDEST_FIRST.compare(a.entry(), b.entry()));
        return told;
    }

    private static Telling telling(Entry<?> entry, Account account) {
        return new Telling(
                entry, Through.ENTRY, account.words(), account.mechanism(), account.givenBy());
    }

    private static <B extends sightline.core.facts.Body> Stream<Telling> relayed(
            Child child, Injury injury, Class<B> kind, Through through) {
        return child.entries(kind).stream()
                .filter(e -> names(e, injury))
                .filter(e -> words(e).isPresent())
                .map(e -> new Telling(e, through, words(e), Optional.empty(), Optional.empty()));
    }

    private static Optional<Text> words(Entry<?> entry) {
        return switch (entry.body()) {
            case CareBody.Referral r -> r.words();
            case SharedBody.Disclosure d -> d.reason();
            case PersonBody.ChildsWords w -> Optional.of(w.words());
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> waited(Injury injury) {
        Optional<Instant> happened =
                injury.tellings().stream()
                        .map(t -> t.body().occurred())
                        .flatMap(w -> w.instant().or(() -> w.latest().map(London::endOf)).stream())
                        .max(Comparator.naturalOrder());
        return happened.flatMap(h -> injury.brought().map(b -> Duration.between(h, b)))
                .filter(d -> !d.isNegative());
    }

    private static List<Sign> signs(Injuries injuries, InjuryReasons reasons, Recorded row) {
        Injury injury = row.injury();
        List<Sign> signs = new ArrayList<>();
        if (injuries.ofNonMobileChild(injury)) {
            signs.add(
                    sign(
                            Of.NOT_MOBILE,
                            row.mobility() == Mobility.NOT_RECORDED
                                    ? "Under 12 months, and nobody recorded whether the child moved"
                                            + " alone"
                                    : "The child was recorded as not moving alone",
                            injury,
                            injuries.notMobileKnown(injury)));
        }
        if (injuries.telling(injury)) {
            signs.add(
                    sign(
                            Of.SELDOM_BY_ACCIDENT,
                            "A mark that at this age and place seldom comes by accident",
                            injury,
                            TellingMarks.since(injuries, injury)));
        }
        if (!row.ordinary()) {
            reasons.of(injury).forEach(r -> signs.add(sign(row, r)));
        }
        return signs;
    }

    private static Sign sign(Of of, String sentence, Injury injury, Optional<Instant> since) {
        return new Sign(
                of,
                sentence,
                injury.key(),
                since.orElse(injury.received()),
                injury.first().certainty(),
                List.of());
    }

    private static Sign sign(Recorded row, Reason reason) {
        return new Sign(
                switch (reason.kind()) {
                    case REPEATED -> Of.REPEATED;
                    case SAME_MECHANISM -> Of.SAME_MECHANISM;
                    case IN_BROTHER_OR_SISTER -> Of.IN_BROTHER_OR_SISTER;
                    case NOT_EXPLAINED -> Of.NOT_EXPLAINED;
                    case CHANGED -> Of.CHANGED;
                    case LATE -> Of.LATE;
                },
                reason.text(),
                row.injury().key(),
                reason.since(),
                reason.certainty(),
                reason.kind() == InjuryReasons.Kind.CHANGED ? row.tellings() : List.of());
    }

    /** How many injuries each agency recorded, birthmarks left out: counts, and no score. */
    public SequencedMap<AgencyId, Long> byAgency() {
        SequencedMap<AgencyId, Long> counts = new LinkedHashMap<>();
        injuries.stream()
                .flatMap(r -> r.injury().tellings().stream().map(t -> t.fact().source()).distinct())
                .sorted(Comparator.comparing(AgencyId::value))
                .forEach(a -> counts.merge(a, 1L, Long::sum));
        return counts;
    }
}
