package sightline.core.screening;

import sightline.core.directory.Directory;
import sightline.core.facts.Fact;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.register.RegisterPack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a rule is given: a neighbourhood, a moment, who works where, and the area's numbers. One
 * evaluation of one subject, by one thread.
 */
public final class Situation {
    private final Neighbourhood around;
    private final Instant now;
    private final Directory directory;
    private final Parameters parameters;
    private final Map<AgencyId, LocalDate> goLive;
    private final List<RegisterPack> packs;
    private final Map<Class<?>, Object> known = new HashMap<>();

    /**
     * @param now the moment of the evaluation; nothing received after it is in the neighbourhood
     * @param goLive from which day each sender sends as things happen: what it recorded before is
     *     history, which counts as evidence and for present risk
     */
    public Situation(
            Neighbourhood around,
            Instant now,
            Directory directory,
            Parameters parameters,
            Map<AgencyId, LocalDate> goLive) {
        this(around, now, directory, parameters, goLive, List.of());
    }

    private Situation(
            Neighbourhood around,
            Instant now,
            Directory directory,
            Parameters parameters,
            Map<AgencyId, LocalDate> goLive,
            List<RegisterPack> packs) {
        this.around = around;
        this.now = now;
        this.directory = directory;
        this.parameters = parameters;
        this.goLive = Map.copyOf(goLive);
        this.packs = List.copyOf(packs);
    }

    /** A situation in which nothing is history. */
    public Situation(
            Neighbourhood around, Instant now, Directory directory, Parameters parameters) {
        this(around, now, directory, parameters, Map.of());
    }

    /** The same, with these registers switched on; as often as asked for the same, the same. */
    public Situation under(List<RegisterPack> registers) {
        if (packs.equals(registers)) {
            return this;
        }
        Situation under = once(Situation.class, () -> with(registers));
        return under.packs.equals(registers) ? under : with(registers);
    }

    /** The same, with these numbers in the place of the area's. */
    Situation with(Parameters numbers) {
        return parameters.equals(numbers)
                ? this
                : new Situation(around, now, directory, numbers, goLive, packs);
    }

    private Situation with(List<RegisterPack> registers) {
        return new Situation(around, now, directory, parameters, goLive, registers);
    }

    /** Where the subject stands under each register that is switched on. */
    public Registers registers() {
        return once(Registers.class, () -> Registers.of(this, packs));
    }

    /** Everybody within reach. */
    public Neighbourhood around() {
        return around;
    }

    /** The moment of the evaluation. */
    public Instant now() {
        return now;
    }

    /** Who works where. */
    public Directory directory() {
        return directory;
    }

    /** The area's numbers. */
    public Parameters parameters() {
        return parameters;
    }

    /** When the sender of a fact went live, if the fact was recorded before that. */
    public Optional<Instant> historyUntil(Fact fact) {
        return Optional.ofNullable(goLive.get(fact.source()))
                .map(London::startOf)
                .filter(live -> fact.times().recorded().isBefore(live));
    }

    /** Whom it is about. */
    public Individual subject() {
        return around.subject();
    }

    /** The local day. */
    public LocalDate today() {
        return London.day(now);
    }

    /** Who is told, worked out from the subject's responsible area and the directory. */
    public Recipients recipients() {
        return once(Recipients.class, () -> new Recipients(this));
    }

    /** What several rules work out of a situation is worked out once: one value a class. */
    <T> T once(Class<T> what, Supplier<T> made) {
        Object held = known.get(what);
        if (held == null) {
            held = made.get();
            known.put(what, held);
        }
        return what.cast(held);
    }
}
