package sightline.core.register;

import sightline.core.classification.Verdict;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.kernel.Limit;
import sightline.core.kernel.Period;
import sightline.core.kernel.Provision;
import sightline.core.register.Coverage.Question;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Convicted;
import sightline.core.register.Happening.Died;
import sightline.core.register.Happening.Entered;
import sightline.core.register.Happening.EntryEnded;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Happening.HandedOver;
import sightline.core.register.Happening.Marked;
import sightline.core.register.Happening.Notified;
import sightline.core.register.Happening.OrderEnded;
import sightline.core.register.Happening.Ordered;
import sightline.core.register.Happening.Quashed;
import sightline.core.register.Happening.SetAside;
import sightline.core.register.Liability.Cut;
import sightline.core.register.Trigger.Basis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why somebody is under a pack, and for how long: its triggers and its bands over one life. */
final class Liabilities {
    private static final Set<SentenceKind> CUSTODIAL =
            EnumSet.of(SentenceKind.CUSTODY, SentenceKind.LIFE);

    private static final String ENTERED = "entered";

    private final RegisterPack pack;
    private final RegisteredLife life;
    private final Absences absences;
    private final List<Liability> found = new ArrayList<>();

    /** What put the person under it so far, each conviction once, whoever recorded it. */
    private final Set<One> once = new HashSet<>();

    /** Each that names its conviction is of one alone, and taken away with it. */
    private final List<Quashed> quashed;

    private final List<Question> questions = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    /** One conviction under a trigger. */
    private record One(String trigger, LocalDate day, OffenceGroup group, int number) {
        static One of(Trigger trigger, Convicted convicted) {
            return new One(
                    trigger.name(),
                    convicted.day(),
                    convicted.conviction().offence().group(),
                    convicted.number());
        }
    }

    private Liabilities(RegisterPack pack, RegisteredLife life, Absences absences) {
        this.pack = pack;
        this.life = life;
        this.absences = absences;
        this.quashed = new ArrayList<>(life.of(Quashed.class).toList());
    }

    static Coverage of(RegisterPack pack, RegisteredLife life, Absences absences) {
        var liabilities = new Liabilities(pack, life, absences);
        liabilities.look();
        return new Coverage(liabilities.ended(), liabilities.questions, liabilities.reasons);
    }

    private void look() {
        life.happenings()
                .forEach(happening -> {
                    switch (happening) {
                        case Convicted convicted -> convicted(convicted);
                        case Ordered ordered -> ordered(ordered);
                        case Marked marked -> marked(marked);
                        case Entered entered -> entered(entered);
                        case HandedOver gone -> handedOver(gone.day());
                        default -> {}
                    }
                });
    }

    private void convicted(Convicted convicted) {
        if (!pack.inForce().contains(convicted.day()) || quashed(convicted)) {
            return;
        }
        List<Question> asked = new ArrayList<>();
        List<String> not = new ArrayList<>();
        for (Trigger trigger : on(Basis.CONVICTION).toList()) {
            switch (new Judging(trigger, life).of(convicted)) {
                case Verdict.Yes yes -> {
                    once.add(One.of(trigger, convicted));
                    found.add(liability(trigger, convicted, yes.because()));
                    return;
                }
                case Verdict.Unknown unknown ->
                        asked.add(new Question(unknown.ask(), unknown.wouldChange()));
                case Verdict.No no -> not.add(no.because());
            }
        }
        questions.addAll(asked);
        if (asked.isEmpty()) {
            not.stream().findFirst().ifPresent(reasons::add);
        }
    }

    private boolean quashed(Convicted convicted) {
        Optional<Quashed> mine = quashed.stream().filter(q -> q.of(convicted)).findFirst();
        mine.filter(q -> q.which().isPresent()).ifPresent(quashed::remove);
        return mine.isPresent();
    }

    private Stream<Trigger> on(Basis basis) {
        return pack.triggers().stream().filter(t -> t.basis() == basis);
    }

    private void ordered(Ordered ordered) {
        if (!pack.inForce().contains(ordered.day())) {
            return;
        }
        on(Basis.ORDER)
                .filter(t -> t.orders().contains(ordered.type()))
                .findFirst()
                .ifPresent(t -> ordered(t, ordered));
    }

    /** What cannot be made of somebody so young was another order, miswritten. */
    private void ordered(Trigger trigger, Ordered ordered) {
        Optional<Integer> least = trigger.offenderAtLeast();
        if (least.filter(l -> youngerThan(l, ordered.day())).isPresent()) {
            reasons.add("the person was under " + least.get());
            return;
        }
        found.add(byOrder(trigger, ordered.day(), ordered.lastDay(), ended(ordered)));
    }

    private boolean youngerThan(int years, LocalDate on) {
        return life.ageOn(on).filter(age -> age < years).isPresent();
    }

    private Optional<LocalDate> ended(Ordered ordered) {
        return life.of(OrderEnded.class)
                .filter(e -> e.type() == ordered.type() && !e.day().isBefore(ordered.day()))
                .map(OrderEnded::day)
                .findFirst();
    }

    private void marked(Marked marked) {
        on(Basis.MARKER)
                .findFirst()
                .ifPresent(t ->
                        found.add(byOrder(t, marked.day(), marked.review(), Optional.empty())));
    }

    /** Whoever keeps the register entered the person: that is known, even where the why is not. */
    private void entered(Entered entered) {
        Optional<LocalDate> ended =
                life.of(EntryEnded.class)
                        .map(EntryEnded::day)
                        .filter(day -> !day.isBefore(entered.day()))
                        .findFirst();
        Optional<LocalDate> last =
                Stream.concat(entered.lastDay().stream(), ended.stream()).min(LocalDate::compareTo);
        found.add(
                new Liability(
                        ENTERED,
                        "The police entered the person on this register",
                        "the entry says so",
                        entered.day(),
                        days(entered.day(), last),
                        Optional.empty(),
                        false,
                        new Provision("the entry itself", "C"),
                        Optional.empty()));
    }

    /**
     * Whatever put the person under it until then runs elsewhere: an order, a conviction and an
     * entry alike. What comes after begins here anew.
     */
    private void handedOver(LocalDate day) {
        found.replaceAll(l -> l.days().endedBefore(day) ? l : l.ending(day, Cut.By.HANDED_OVER));
    }

    private static Period days(LocalDate from, Optional<LocalDate> last) {
        return new Period(Optional.of(from), last.map(day -> day.isBefore(from) ? from : day));
    }

    private Liability byOrder(
            Trigger trigger,
            LocalDate made,
            Optional<LocalDate> lastDay,
            Optional<LocalDate> ended) {
        Band band = band(trigger, made, Optional.empty(), Optional.empty()).orElseThrow();
        Optional<LocalDate> last =
                Stream.concat(lastDay.stream(), ended.stream()).min(LocalDate::compareTo);
        return new Liability(
                trigger.name(),
                trigger.says(),
                trigger.says(),
                made,
                days(made, last),
                Optional.of(band.length()),
                false,
                band.law(),
                Optional.empty());
    }

    private Liability liability(Trigger trigger, Convicted convicted, String because) {
        Optional<SentenceKind> kind = kind(convicted);
        Optional<Band> band = band(trigger, convicted.day(), kind, convicted.conviction().months());
        if (band.isEmpty()) {
            questions.add(
                    new Question(
                            "What was the sentence, and how long?",
                            "It sets for how long the person is under it; until it is known, no end"
                                    + " is set."));
        }
        boolean young = young(convicted.day());
        Optional<LocalDate> from = begins(convicted, kind);
        Period days =
                from.map(first -> days(first, band, young, convicted))
                        .orElseGet(() -> Period.from(convicted.day()));
        return new Liability(
                trigger.name(),
                trigger.says(),
                because,
                convicted.day(),
                days,
                band.map(Band::length),
                young && band.filter(b -> b.length() instanceof Length.Fixed).isPresent(),
                band.map(Band::law).orElse(trigger.law()),
                Optional.empty());
    }

    private static Optional<SentenceKind> kind(Convicted convicted) {
        return convicted
                .conviction()
                .sentence()
                .or(() ->
                        convicted.conviction().caution()
                                ? Optional.of(SentenceKind.CAUTION)
                                : Optional.empty());
    }

    /** Where a pack counts from release, the first day out after the sentence, once it is known. */
    private Optional<LocalDate> begins(Convicted convicted, Optional<SentenceKind> kind) {
        LocalDate first = pack.fromSentence() ? convicted.dealt() : convicted.day();
        boolean inside = kind.filter(CUSTODIAL::contains).isPresent();
        if (!pack.fromRelease() || !inside) {
            return Optional.of(first);
        }
        return life.of(Back.class)
                .filter(b -> b.where() != Away.ABROAD)
                .map(Back::day)
                .filter(day -> !day.isBefore(first))
                .findFirst()
                .or(() -> absences.on(first) ? Optional.empty() : Optional.of(first));
    }

    private Period days(LocalDate from, Optional<Band> band, boolean young, Convicted convicted) {
        Optional<LocalDate> last =
                band.flatMap(b ->
                        switch (b.length()) {
                            case Length.Indefinite() -> Optional.empty();
                            case Length.Fixed(Limit limit) ->
                                    last(from, young ? Lengths.half(limit) : limit);
                            case Length.OfSentence() ->
                                    convicted
                                            .conviction()
                                            .months()
                                            .filter(months -> months > 0)
                                            .map(months ->
                                                    Lengths.lastDay(from, Limit.months(months)));
                            case Length.OfOrder() -> Optional.empty();
                        });
        return new Period(Optional.of(from), last);
    }

    /** The last day; none while custody holds them that came in it and starts it again. */
    private Optional<LocalDate> last(LocalDate from, Limit limit) {
        LocalDate last = Lengths.lastDay(from, limit);
        if (pack.restart().isEmpty()) {
            return Optional.of(last);
        }
        boolean inside = false;
        for (Happening happening : life.happenings()) {
            LocalDate day = happening.day();
            if (happening instanceof Gone(var _, Away where) && where == Away.CUSTODY) {
                inside |= !day.isBefore(from) && !day.isAfter(last);
            } else if (inside && happening instanceof Back(var _, Away w) && w == Away.CUSTODY) {
                inside = false;
                last = Lengths.lastDay(day, limit);
            }
        }
        return inside ? Optional.empty() : Optional.of(last);
    }

    private boolean young(LocalDate relevant) {
        return pack.young().filter(y -> youngerThan(y.under(), relevant)).isPresent();
    }

    /** The first that fits; none where the records do not say enough to tell. */
    private Optional<Band> band(
            Trigger trigger,
            LocalDate relevant,
            Optional<SentenceKind> kind,
            Optional<Integer> months) {
        for (Band band : pack.bands()) {
            boolean mine = band.of().isEmpty() || band.of().contains(trigger.name());
            if (!mine || !history(band, relevant)) {
                continue;
            }
            boolean open = !band.sentences().isEmpty() && kind.isEmpty();
            boolean fits =
                    band.sentences().isEmpty()
                            || kind.filter(band.sentences()::contains).isPresent();
            if (open || (fits && !band.months().any() && months.isEmpty())) {
                return Optional.empty();
            }
            if (fits && months.map(band.months()::contains).orElse(true)) {
                return Optional.of(band);
            }
        }
        throw new IllegalStateException("the pack " + pack.key() + " has a hole");
    }

    private boolean history(Band band, LocalDate relevant) {
        boolean aged =
                band.agedAtLeast()
                        .map(least -> life.ageOn(relevant).map(age -> age >= least).orElse(true))
                        .orElse(true);
        long number =
                once.stream()
                        .filter(o -> band.of().isEmpty() || band.of().contains(o.trigger()))
                        .count();
        boolean often = band.number() <= 1 || number >= band.number();
        return aged && often && noticeBefore(band, relevant);
    }

    private boolean noticeBefore(Band band, LocalDate relevant) {
        if (band.afterNoticeUnder().isEmpty()) {
            return true;
        }
        return found.stream()
                .filter(l -> band.afterNoticeUnder().contains(l.trigger()))
                .anyMatch(l ->
                        life.of(Notified.class)
                                .anyMatch(n ->
                                        l.days().contains(n.day()) && n.day().isBefore(relevant)));
    }

    /** Cut where the entry was set aside; a later trigger begins anew. */
    private List<Liability> ended() {
        List<SetAside> aside = life.of(SetAside.class).toList();
        Optional<LocalDate> died = life.of(Died.class).map(Died::day).findFirst();
        return found.stream()
                .filter(l -> died.filter(day -> day.isBefore(l.relevant())).isEmpty())
                .map(l ->
                        died.filter(day -> !l.days().endedBefore(day))
                                .map(day -> l.ending(day, Cut.By.DIED))
                                .orElse(l))
                .map(l ->
                        aside.stream()
                                .filter(a -> !a.day().isBefore(l.relevant()))
                                .filter(a -> !l.days().endedBefore(a.day()))
                                .findFirst()
                                .map(a -> l.ending(a.day(), Cut.By.SET_ASIDE))
                                .orElse(l))
                .toList();
    }
}
