package sightline.core.classification;

import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.VictimTie;
import sightline.core.kernel.Words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What would change whether a conviction is for violence against a child. Nobody wrote it down
 * beforehand: the same record is judged again with one thing in it different, and whatever makes
 * another answer is said; two together only where no one thing does.
 */
public final class WhatWouldChange {
    private static final int CHILD = 9;
    private static final int ADULT = 18;

    /** Stands for all violence, and for all that is none, where one of a kind is as good. */
    private static final OffenceGroup VIOLENT = OffenceGroup.OTHER_VIOLENCE;

    private static final OffenceGroup AGAINST_CHILDREN = OffenceGroup.CHILD_CRUELTY;
    private static final OffenceGroup NEITHER = OffenceGroup.PUBLIC_ORDER;

    /**
     * One difference.
     *
     * @param says what would be different, after "if"
     * @param record what the record would be
     * @param day the day by which it would be judged
     */
    public record Difference(String says, Conviction record, LocalDate day) {
        /** What it would be then. */
        public Verdict then() {
            return ViolenceAgainstChild.of(record, day);
        }
    }

    private final Conviction conviction;
    private final LocalDate day;
    private final Verdict now;

    private WhatWouldChange(Conviction conviction, LocalDate day) {
        this.conviction = conviction;
        this.day = day;
        this.now = ViolenceAgainstChild.of(conviction, day);
    }

    /** Every difference that makes another answer. */
    public static List<Difference> of(Conviction conviction, LocalDate day) {
        return new WhatWouldChange(conviction, day).differences();
    }

    /** All of it in words, for whoever reads the answer. */
    public static String inWords(Conviction conviction, LocalDate day) {
        return new WhatWouldChange(conviction, day).words();
    }

    private List<Difference> differences() {
        List<Difference> one = new ArrayList<>();
        one.addAll(ages());
        one.addAll(offences());
        one.addAll(charges());
        one.addAll(days());
        List<Difference> telling = one.stream().filter(this::changes).toList();
        return telling.isEmpty() ? both().stream().filter(this::changes).toList() : telling;
    }

    private boolean changes(Difference difference) {
        return difference.then().getClass() != now.getClass();
    }

    private List<Difference> ages() {
        Optional<Integer> age = ViolenceAgainstChild.victimAge(conviction);
        Optional<VictimTie> tie = ViolenceAgainstChild.victimTie(conviction);
        String victim =
                "the victim"
                        + age.map(a -> ", recorded as " + ViolenceAgainstChild.ageGroup(a) + ",")
                                .or(() ->
                                        tie.map(t ->
                                                ", recorded as " + SeriousViolence.words(t) + ","))
                                .orElse("");
        List<Difference> all = new ArrayList<>();
        all.add(
                same(
                        victim + " was under 18 on the day of the offence",
                        found(conviction.offence().group(), Optional.of(CHILD), tie)));
        all.add(
                same(
                        victim + " was 18 or older on the day of the offence",
                        found(conviction.offence().group(), Optional.of(ADULT), tie)));
        if (age.isEmpty()) {
            all.add(
                    same(
                            "the victim was a child in the person's care",
                            found(
                                    conviction.offence().group(),
                                    age,
                                    Optional.of(VictimTie.CHILD_IN_CARE_OF))));
        }
        return all;
    }

    private List<Difference> offences() {
        String offence = "the offence, recorded as " + words(conviction.offence()) + ",";
        Optional<Integer> age = conviction.offence().victimAge();
        Optional<VictimTie> tie = conviction.offence().victimTie();
        return List.of(
                same(offence + " was one of violence or sexual harm", found(VIOLENT, age, tie)),
                same(
                        offence
                                + " was one against children whoever the victim is, such as cruelty",
                        found(AGAINST_CHILDREN, age, tie)),
                same(
                        offence + " was none of violence, sexual harm or cruelty",
                        found(NEITHER, age, tie)));
    }

    private List<Difference> charges() {
        Optional<Offence> charge = conviction.originalCharge();
        String first =
                charge.map(c -> "the first charge, recorded as " + words(c) + ", was ")
                        .orElse("it was charged first, and pleaded down, as ");
        Offence like = charge.orElse(conviction.offence());
        List<Difference> all = new ArrayList<>();
        all.add(same(first + "one of violence or sexual harm", charged(of(like, VIOLENT))));
        all.add(
                same(
                        first + "one against children whoever the victim is, such as cruelty",
                        charged(of(like, AGAINST_CHILDREN))));
        if (charge.isPresent()) {
            all.add(
                    same(
                            first + "none of violence, sexual harm or cruelty",
                            charged(of(like, NEITHER))));
        }
        return all;
    }

    /** A class that stood in other years counts for what it was in those years alone. */
    private List<Difference> days() {
        return OffenceClasses.otherDay(conviction.offence(), day).stream()
                .map(other ->
                        new Difference(
                                "the offence was committed %s %s, when class %s stood"
                                        .formatted(
                                                other.isBefore(day) ? "by" : "from",
                                                Words.day(other),
                                                conviction.offence().homeOfficeClass().orElse("")),
                                conviction,
                                other))
                .toList();
    }

    /** Where the conviction and the charge each suffice. */
    private List<Difference> both() {
        Conviction neither =
                with(
                        of(conviction.offence(), NEITHER),
                        conviction.originalCharge().map(c -> of(c, NEITHER)));
        Conviction grown =
                with(
                        of(conviction.offence(), VIOLENT, Optional.of(ADULT)),
                        conviction.originalCharge().map(c -> of(c, VIOLENT, Optional.of(ADULT))));
        Conviction child =
                with(
                        of(conviction.offence(), VIOLENT, Optional.of(CHILD)),
                        conviction.originalCharge());
        return List.of(
                same(
                        "neither the offence, recorded as %s, nor the first charge, recorded as %s, was one of violence, sexual harm or cruelty"
                                .formatted(
                                        words(conviction.offence()),
                                        conviction
                                                .originalCharge()
                                                .map(WhatWouldChange::words)
                                                .orElse("none")),
                        neither),
                same(
                        "both were of another kind of violence and the victim was 18 or older on the day of the offence",
                        grown),
                same(
                        "the offence was one of violence and the victim was under 18 on the day of the offence",
                        child));
    }

    private Difference same(String says, Conviction record) {
        return new Difference(says, record, day);
    }

    private Conviction found(OffenceGroup group, Optional<Integer> age, Optional<VictimTie> tie) {
        Offence old = conviction.offence();
        boolean asCoded = group == old.group();
        return with(
                new Offence(
                        old.wording(),
                        old.code(),
                        asCoded ? old.homeOfficeClass() : Optional.empty(),
                        group,
                        age,
                        tie),
                conviction.originalCharge());
    }

    private Conviction charged(Offence charge) {
        return with(conviction.offence(), Optional.of(charge));
    }

    private static Offence of(Offence like, OffenceGroup group) {
        return of(like, group, like.victimAge());
    }

    private static Offence of(Offence like, OffenceGroup group, Optional<Integer> age) {
        return new Offence(
                like.wording(), Optional.empty(), Optional.empty(), group, age, like.victimTie());
    }

    private Conviction with(Offence offence, Optional<Offence> charge) {
        return new Conviction(
                offence, charge, conviction.caution(), conviction.sentence(), conviction.months());
    }

    private String words() {
        List<Difference> all = differences();
        List<String> sentences = new ArrayList<>();
        for (Class<? extends Verdict> kind :
                List.of(Verdict.Yes.class, Verdict.Unknown.class, Verdict.No.class)) {
            List<String> differences =
                    all.stream()
                            .filter(d -> d.then().getClass() == kind)
                            .map(Difference::says)
                            .toList();
            if (!differences.isEmpty()) {
                sentences.add(answer(kind) + " if " + String.join("; or if ", differences) + ".");
            }
        }
        if (ages().stream().noneMatch(this::changes)) {
            sentences.add("The victim’s age alone, whatever it was, would change nothing.");
        }
        if (!(now instanceof Verdict.No)) {
            sentences.add(
                    conviction.caution()
                            ? "A caution that is taken back counts for nothing."
                            : "A conviction that an appeal quashes counts for nothing.");
        }
        return String.join(" ", sentences);
    }

    private static String answer(Class<? extends Verdict> kind) {
        if (kind == Verdict.Yes.class) {
            return "It would be violence against a child";
        }
        return kind == Verdict.No.class
                ? "It would not be violence against a child"
                : "It would be a question how old the victim was";
    }

    /**
     * What an offence is recorded as, by group and class: the wording may name a home or people.
     */
    private static String words(Offence offence) {
        return offence.homeOfficeClass()
                .filter(_ -> offence.group() == OffenceGroup.OTHER)
                .map(number -> "class " + number.strip())
                .orElseGet(() -> words(offence.group()));
    }

    /** A group of offences in words. */
    static String words(OffenceGroup group) {
        return switch (group) {
            case MURDER -> "murder";
            case MANSLAUGHTER -> "manslaughter";
            case INFANTICIDE -> "infanticide";
            case CAUSING_DEATH_OR_HARM_TO_CHILD -> "causing a child’s death or harm";
            case CHILD_CRUELTY -> "cruelty to a child";
            case ABANDONMENT -> "abandoning a child";
            case ABDUCTION -> "abducting a child";
            case KIDNAP -> "kidnap";
            case WOUNDING_WITH_INTENT -> "wounding with intent";
            case WOUNDING -> "wounding";
            case ACTUAL_BODILY_HARM -> "actual bodily harm";
            case COMMON_ASSAULT -> "common assault";
            case STRANGULATION -> "strangulation";
            case THREATS_TO_KILL -> "threats to kill";
            case ARSON_ENDANGERING_LIFE -> "arson endangering life";
            case SEXUAL -> "a sexual offence";
            case FGM -> "female genital mutilation";
            case TERRORISM -> "terrorism";
            case COERCIVE_CONTROL -> "coercive control";
            case HARASSMENT -> "harassment";
            case ROBBERY -> "robbery";
            case OTHER_VIOLENCE -> "other violence";
            case PROPERTY -> "an offence against property";
            case DRUGS -> "a drugs offence";
            case DRIVING -> "a driving offence";
            case PUBLIC_ORDER -> "a public order offence";
            case OTHER -> "another offence";
        };
    }
}
