package sightline.core.register;

import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Detained;
import sightline.core.facts.JusticeBody.Release;
import sightline.core.facts.JusticeBody.Sentence;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.FactId;
import sightline.core.kernel.Period;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Recorded.Sourced;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When somebody was held: by sentences, and by whatever else detained them. Held is held, wherever
 * they are taken; a release ends all of it, and a court only what it had ordered.
 */
final class Custody {
    private static final Set<SentenceKind> INSIDE =
            EnumSet.of(SentenceKind.CUSTODY, SentenceKind.LIFE);
    private static final Set<SentenceKind> HOSPITAL =
            EnumSet.of(SentenceKind.HOSPITAL_ORDER, SentenceKind.HOSPITAL_WITH_RESTRICTION);

    /**
     * That somebody is held, or held no longer.
     *
     * @param where where, as it says; nothing where it ends
     * @param of the conviction that holds or held them, where it is one
     */
    private record Held(
            LocalDate day, Entry<?> by, Optional<Away> where, Optional<Entry<Conviction>> of) {
        /** Whoever lets them go lets them go from all that holds them. */
        private boolean release() {
            return where.isEmpty() && of.isEmpty();
        }

        /** Of one day, what a court says comes first: who served it already is released by it. */
        private int rank() {
            return by.body() instanceof Conviction || by.body() instanceof Sentence ? 0 : 1;
        }

        private long position() {
            return by.fact().position();
        }
    }

    private final List<Held> all = new ArrayList<>();
    private final List<Sourced> found = new ArrayList<>();
    private final Set<FactId> holding = new HashSet<>();
    private Optional<Away> inside = Optional.empty();

    private Custody() {}

    /**
     * When somebody went in and came out, in the order of the days.
     *
     * @param sameRelease how far apart two words of a release may be that are of one, where the
     *     register's pack says it
     */
    static List<Sourced> of(
            Individual person,
            Convictions convictions,
            Optional<RegisterPack.SameRelease> sameRelease) {
        var custody = new Custody();
        convictions.all().forEach(c -> custody.sentenced(c, convictions.sentences(c)));
        person.about(Detained.class).forEach(custody::detained);
        person.about(Release.class).forEach(custody::released);
        custody.all.sort(
                Comparator.comparing(Held::day)
                        .thenComparing(Held::rank)
                        .thenComparing(Held::position));
        sameRelease.ifPresent(custody::onceReleased);
        custody.all.forEach(custody::take);
        return List.copyOf(custody.found);
    }

    /** Where a conviction's own sentence holds somebody, if it does. */
    static Optional<Away> held(Conviction body) {
        return body.sentence().flatMap(Custody::held);
    }

    private static Optional<Away> held(SentenceKind kind) {
        return INSIDE.contains(kind)
                ? Optional.of(Away.CUSTODY)
                : Optional.of(Away.HOSPITAL).filter(_ -> HOSPITAL.contains(kind));
    }

    /**
     * Held from the conviction on, as far as that says so; what a later sentence changes, be it the
     * first, on appeal or in breach of a suspended one, it changes from its own day.
     */
    private void sentenced(Entry<Conviction> of, List<Entry<Sentence>> sentences) {
        Optional<Away> held = held(of.body());
        if (held.isPresent()) {
            all.add(new Held(of.day(), of, held, Optional.of(of)));
        }
        for (Entry<Sentence> later : sentences) {
            Optional<Away> now = held(later.body().kind());
            if (now.isPresent() != held.isPresent()) {
                LocalDate day = Period.later(later.day(), of.day());
                all.add(new Held(day, later, now, Optional.of(of)));
            }
            held = now;
        }
    }

    private void detained(Entry<Detained> entry) {
        Away where =
                switch (entry.body().place()) {
                    case PRISON -> Away.CUSTODY;
                    case HOSPITAL -> Away.HOSPITAL;
                };
        all.add(new Held(entry.day(), entry, Optional.of(where), Optional.empty()));
    }

    private void released(Entry<Release> entry) {
        all.add(new Held(entry.day(), entry, Optional.empty(), Optional.empty()));
    }

    /**
     * Of two words of a release, near each other and with nothing between them that held anybody,
     * the later told: further apart, whoever was released had been held again.
     */
    private void onceReleased(RegisterPack.SameRelease same) {
        for (int i = all.size() - 1; i > 0; i--) {
            Held one = all.get(i - 1);
            Held next = all.get(i);
            if (one.release() && next.release() && same.holds(one.day(), next.day())) {
                all.remove(next.position() > one.position() ? i - 1 : i);
            }
        }
    }

    private void take(Held each) {
        if (each.where().isPresent()) {
            each.of().ifPresent(c -> holding.add(c.fact().id()));
            Away where = inside.or(each::where).orElseThrow();
            found.add(Sourced.of(each.by(), new Gone(each.day(), where)));
            inside = Optional.of(where);
            return;
        }
        each.of().ifPresent(c -> holding.remove(c.fact().id()));
        if (each.release() || (inside.isPresent() && holding.isEmpty())) {
            found.add(Sourced.of(each.by(), new Back(each.day(), inside.orElse(Away.CUSTODY))));
            inside = Optional.empty();
            holding.clear();
        }
    }
}
