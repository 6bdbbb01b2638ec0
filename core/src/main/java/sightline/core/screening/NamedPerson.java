package sightline.core.screening;

import sightline.core.facts.JusticeBody.ChildRemoved;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.screening.Finding.Effect;
import sightline.core.screening.KnownRisk.Limb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** AL-02 for one person who is named around the subject. */
final class NamedPerson {
    private static final int EARLIER_CHILD_YEARS = 2;

    /** An occasion, and what on record first met it, when. */
    record Hit(Naming naming, KnownRisk risk, Instant since) {
        static final Comparator<Hit> IN_ORDER =
                Comparator.comparing(Hit::since).thenComparing(h -> h.risk().id());

        private Hit earlier(Hit other) {
            return IN_ORDER.compare(this, other) <= 0 ? this : other;
        }
    }

    private final Situation situation;
    private final Individual person;
    private final List<Naming> namings;
    private final KnownRisks known;
    private final List<KnownRisk> risks;
    private final Agreements agreements;
    private final List<Agreements.Span> spans;
    private final KnownRiskWords words;
    private final List<Finding> found = new ArrayList<>();
    private final List<Instant> again = new ArrayList<>();

    NamedPerson(Situation situation, PersonId id, List<Naming> namings) {
        this(situation, situation.around().person(id), namings);
    }

    /**
     * @param person whose record is read; the one who is named, or somebody who may be that one
     */
    NamedPerson(Situation situation, Individual person, List<Naming> namings) {
        this.situation = situation;
        this.person = person;
        this.namings = namings;
        this.known = new KnownRisks(situation, person);
        this.risks = known.all();
        this.agreements = new Agreements(situation.around(), person, risks);
        this.spans = risks.isEmpty() ? List.of() : agreements.spans();
        this.words = new KnownRiskWords(situation, person, risks);
    }

    Evaluation evaluate() {
        Optional<Instant> adult = Birthdays.adult(person);
        if (adult.isEmpty()) {
            return Evaluation.NOTHING;
        }
        List<Hit> hits = hits(adult.get());
        hits.forEach(h -> take(h, h.naming().item().text(), h.since()));
        later(hits, adult.get());
        lapsed(hits);
        ring(hits);
        shown(adult.get());
        if (!hits.isEmpty()) {
            spans.stream().flatMap(s -> Stream.of(s.from(), s.until())).forEach(this::askAgain);
        }
        return again.stream()
                .map(Evaluation::askAgain)
                .reduce(Evaluation.found(found), Evaluation::and);
    }

    private void askAgain(Instant at) {
        if (at.isAfter(situation.now())) {
            again.add(at);
        }
    }

    /** When something on record of the person first met an occasion. */
    Optional<Hit> first() {
        return Birthdays.adult(person).flatMap(adult -> hits(adult).stream().findFirst());
    }

    /**
     * For each occasion, by whatever bond it reaches the subject, the first moment at which
     * something on record met it.
     */
    private List<Hit> hits(Instant adult) {
        Map<FactId, Hit> first = new LinkedHashMap<>();
        for (Naming naming : namings) {
            risks.stream()
                    .flatMap(r -> hit(naming, r, adult).stream())
                    .min(Hit.IN_ORDER)
                    .ifPresent(h -> first.merge(naming.item(), h, Hit::earlier));
        }
        return first.values().stream().sorted(Hit.IN_ORDER).toList();
    }

    private Optional<Hit> hit(Naming naming, KnownRisk risk, Instant adult) {
        Instant since = Namings.latest(naming.since(), risk.received(), adult);
        LocalDate day = London.day(since);
        boolean counts =
                naming.open().test(day)
                        && risk.current().contains(day)
                        && situation.subject().childOn(day)
                        && (risk.limb() != Limb.EARLIER_CHILD || (infant(day) && earlier(risk)))
                        && !leftOut(risk, day);
        return counts ? Optional.of(new Hit(naming, risk, since)) : Optional.empty();
    }

    /** A child who was removed with the subject, or after it, is no earlier one. */
    private boolean earlier(KnownRisk risk) {
        return situation.subject().entries(ChildRemoved.class).stream()
                .filter(e -> !e.body().returned())
                .noneMatch(e -> risk.day().filter(d -> !d.isBefore(e.day())).isPresent());
    }

    private boolean infant(LocalDate day) {
        Individual child = situation.subject();
        return child.unborn()
                || child.born()
                        .filter(b -> b.ageOn(day).possiblyUnder(EARLIER_CHILD_YEARS))
                        .isPresent();
    }

    /** An area may leave out an old, single conviction of the lowest level, with its reason. */
    private boolean leftOut(KnownRisk risk, LocalDate day) {
        int years = situation.parameters().number(KnownRiskJoinsChild.ID, "lowLevelYears", 0);
        return years > 0
                && risks.size() == 1
                && Convictions.lowLevel(risk)
                && risk.day().filter(d -> d.isBefore(day.minusYears(years))).isPresent();
    }

    /** What is learnt of the person after the alert first stood makes it grow. */
    private void later(List<Hit> hits, Instant adult) {
        if (hits.isEmpty()) {
            return;
        }
        Instant first = hits.getFirst().since();
        for (KnownRisk risk : risks) {
            if (risk.received().isAfter(first)) {
                namings.stream()
                        .flatMap(n -> hit(n, risk, adult).stream())
                        .filter(h -> h.since().equals(risk.received()))
                        .findFirst()
                        .ifPresent(h -> take(h, "risk:" + risk.id().text(), h.since()));
            }
        }
    }

    /** An agreement that ends while the person is named asks anew. */
    private void lapsed(List<Hit> hits) {
        for (Agreements.Span span : spans) {
            hits.stream()
                    .findFirst()
                    .filter(h -> h.since().isBefore(span.from()))
                    .filter(_ -> !agreedNow() && !span.until().isAfter(situation.now()))
                    .ifPresent(h ->
                            take(h, "lapsed:" + span.entry().fact().id().text(), span.until()));
        }
    }

    private boolean agreedNow() {
        return spans.stream().anyMatch(s -> s.covers(situation.now()));
    }

    /** Adds the finding, or asks again when it will be so. */
    private void take(Hit hit, String item, Instant at) {
        boolean agreed = agreedNow();
        Instant since = agreed ? at : settled(at);
        if (since.isAfter(situation.now())) {
            askAgain(since);
            return;
        }
        Optional<Agreements.Span> span =
                spans.stream().filter(s -> s.covers(situation.now())).findFirst();
        found.add(
                new Finding(
                        KnownRiskJoinsChild.ID,
                        situation.subject().id(),
                        words.matter(),
                        item,
                        since,
                        words.headline(hit, span),
                        words.path(hit, agreements, spans),
                        words.told(hit),
                        words.sharing(),
                        KnownRiskWords.NOT_SHOWN,
                        agreed ? Effect.SHOWN : Effect.ALERT));
    }

    /** What first stood while an agreement was in force asks from the agreement's end. */
    private Instant settled(Instant at) {
        Instant since = at;
        for (Agreements.Span span : spans) {
            since = span.covers(since) ? span.until() : since;
        }
        return since;
    }

    /** Until two people have confirmed a link to the register, the midwife is told only to ring. */
    private void ring(List<Hit> hits) {
        Optional<Instant> raised =
                found.stream()
                        .filter(Finding::alerts)
                        .map(Finding::since)
                        .min(Comparator.naturalOrder());
        if (words.onRegister() && situation.subject().unborn()) {
            raised.ifPresent(since -> found.add(words.ring(hits.getFirst().naming(), since)));
        }
    }

    /** What is visible on the record and asks nobody to act. */
    private void shown(Instant adult) {
        known.incompleteMarkers().forEach(e -> show(e, adult, Shown.MARKER));
        known.unclear().forEach(e -> show(e, adult, Shown.VICTIM_NOT_RECORDED));
        if (situation.subject().unborn()) {
            known.unexplained().forEach(e -> show(e, adult, Shown.UNEXPLAINED));
        }
    }

    /** What is only shown: how its item begins, and what it says. */
    enum Shown {
        MARKER(
                "marker:",
                "A marker of risk to children without setter, reason or review date: whoever set it"
                        + " completes or lifts it."),
        VICTIM_NOT_RECORDED(
                "ask:",
                "A conviction for violence does not say who the victim was: how old, and who to the"
                        + " person convicted? A victim under 18, or of the family, would make it an"
                        + " alert."),
        UNEXPLAINED(
                "unexplained:",
                "An earlier child died or was harmed and nobody found why. It says nothing against"
                        + " anybody.");

        final String prefix;
        final String sentence;

        Shown(String prefix, String sentence) {
            this.prefix = prefix;
            this.sentence = sentence;
        }
    }

    private void show(Entry<?> entry, Instant adult, Shown what) {
        for (Naming naming : namings) {
            Instant since = Namings.latest(naming.since(), entry.received(), adult);
            if (naming.open().test(London.day(since))) {
                if (since.isAfter(situation.now())) {
                    askAgain(since);
                } else {
                    found.add(words.shown(naming, entry, since, what));
                }
                return;
            }
        }
    }
}
