package sightline.core.household;

import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.KindSet;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.Standings;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.London;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.When;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One person as all their source records describe them, with every fact that mentions them. */
public final class Individual {
    private static final int ADULT = 18;
    private static final KindSet BIRTH =
            KindSet.of(HealthBody.Birth.class).and(KindSet.of(PersonBody.Person.class));

    private final PersonId id;
    private final Map<SourceRecord, Certainty> records;
    private List<Fact> facts;
    private final Standings standings;
    private final Map<Class<?>, List<Entry<?>>> all = new HashMap<>();
    private final Map<Class<?>, List<Entry<?>>> counting = new HashMap<>();
    private final Map<Class<?>, List<Fact>> byKind = new HashMap<>();
    private final Map<String, List<Fact>> countingByKind = new HashMap<>();
    private final Consumer<KindSet> looked;
    private final LeftOut leftOut;
    private Optional<Optional<PartialDate>> born = Optional.empty();
    private Optional<Boolean> grown = Optional.empty();
    private Optional<List<Fact>> deaths = Optional.empty();

    /**
     * @param looked told which kinds of the person's facts are looked at
     * @param leftOut which of them were not read
     */
    Individual(
            PersonId id,
            List<KnownFacts.Member> members,
            List<Fact> facts,
            Standings standings,
            Consumer<KindSet> looked,
            LeftOut leftOut) {
        this.id = id;
        Map<SourceRecord, Certainty> own = new HashMap<>();
        members.forEach(m -> own.put(m.record(), m.certainty()));
        this.records = Map.copyOf(own);
        this.facts = List.copyOf(facts);
        this.standings = standings;
        this.looked = looked;
        this.leftOut = leftOut;
    }

    public PersonId id() {
        return id;
    }

    /** Facts more, in ledger order, after all others: what Sightline told of the person. */
    void hear(List<Fact> more) {
        List<Fact> known = new ArrayList<>(facts);
        known.addAll(more);
        facts = List.copyOf(known);
        deaths = Optional.empty();
        all.clear();
        counting.clear();
        byKind.clear();
        countingByKind.clear();
    }

    /** Every agency's own record of this person. */
    public Set<SourceRecord> records() {
        return records.keySet();
    }

    /** Whether the record is one of this person's. */
    public boolean has(SourceRecord record) {
        return records.containsKey(record);
    }

    /** How sure it is that the record is this person's. */
    public Certainty certaintyOf(SourceRecord record) {
        return records.getOrDefault(record, Certainty.NOT_KNOWN);
    }

    /** Facts of this kind in which the person takes any part, that count, in ledger order. */
    public <B extends Body> List<Entry<B>> entries(Class<B> kind) {
        leftOut.check(kind);
        looked.accept(KindSet.of(kind));
        List<Entry<?>> known = counting.get(kind);
        if (known == null) {
            known = List.copyOf(all(kind).filter(e -> e.standing().counts()).toList());
            counting.put(kind, known);
        }
        return typed(known);
    }

    /** Facts of a kind, by its name on the wire, that count, in ledger order. */
    public List<Fact> counting(String kind) {
        leftOut.check(kind);
        return countingRead(kind);
    }

    /**
     * The same of what was read: of a kind that was left out, no more than the {@link
     * LeftOut#latest} ask for.
     */
    public List<Fact> countingRead(String kind) {
        looked.accept(KindSet.of(kind));
        if (countingByKind.isEmpty()) {
            for (Fact fact : facts) {
                if (standings.of(fact).counts()) {
                    countingByKind.computeIfAbsent(fact.kind(), _ -> new ArrayList<>()).add(fact);
                }
            }
        }
        return countingByKind.getOrDefault(kind, List.of());
    }

    /** What is kept under a class are entries of that class. */
    @SuppressWarnings("unchecked")
    private static <B extends Body> List<Entry<B>> typed(List<Entry<?>> entries) {
        return (List<Entry<B>>) (List<?>) entries;
    }

    /** Facts of this kind that are about the person (as subject), that count, in ledger order. */
    public <B extends Body> List<Entry<B>> about(Class<B> kind) {
        return entries(kind).stream().filter(this::isSubject).toList();
    }

    /** Facts of this kind in which the person stands in the role, that count. */
    public <B extends Body> List<Entry<B>> as(PersonRole role, Class<B> kind) {
        return entries(kind).stream().filter(e -> e.fact().in(role).anyMatch(this::has)).toList();
    }

    /** Facts of this kind whatever their standing, for pages and paths that show endings. */
    public <B extends Body> Stream<Entry<B>> all(Class<B> kind) {
        leftOut.check(kind);
        looked.accept(KindSet.of(kind));
        List<Entry<?>> known = all.get(kind);
        if (known == null) {
            known = List.copyOf(read(kind));
            all.put(kind, known);
        }
        return Individual.<B>typed(known).stream();
    }

    /** Most kinds are a record: its facts are found at once; a group is looked through. */
    private <B extends Body> List<Entry<B>> read(Class<B> kind) {
        if (byKind.isEmpty()) {
            facts.forEach(f ->
                    byKind.computeIfAbsent(f.body().getClass(), _ -> new ArrayList<>()).add(f));
        }
        List<Fact> own = kind.isInterface() ? facts : byKind.getOrDefault(kind, List.of());
        return own.stream()
                .filter(f -> kind.isInstance(f.body()))
                .map(f -> new Entry<>(f, kind.cast(f.body()), standings.of(f), certainty(f)))
                .toList();
    }

    /** One fact that is known of already, as it stands, seen from this person. */
    public Entry<Body> entry(Fact fact) {
        return new Entry<>(fact, fact.body(), standings.of(fact), certainty(fact));
    }

    /** Whether the person is the one who is said to have done it; never the victim or a witness. */
    public boolean did(Fact fact) {
        List<SourceRecord> named =
                Stream.concat(fact.in(PersonRole.OFFENDER), fact.in(PersonRole.SUSPECT)).toList();
        if (!named.isEmpty()) {
            return named.stream().anyMatch(this::has);
        }
        return fact.participants().stream()
                .limit(1)
                .filter(p -> p.role() == PersonRole.SUBJECT)
                .anyMatch(p -> has(p.record()));
    }

    private boolean isSubject(Entry<?> entry) {
        return entry.fact().subject().filter(this::has).isPresent();
    }

    private Certainty certainty(Fact fact) {
        return fact.participants().stream()
                .map(p -> records.get(p.record()))
                .filter(java.util.Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(Certainty.NOT_KNOWN);
    }

    /** Every fact that mentions the person, in ledger order. */
    public List<Fact> facts() {
        looked.accept(KindSet.ALL);
        return facts;
    }

    /** The date of birth most precisely and most often recorded; a birth message comes first. */
    public Optional<PartialDate> born() {
        looked.accept(BIRTH);
        Optional<PartialDate> known =
                born.orElseGet(() ->
                        birthDay().<PartialDate>map(PartialDate.Day::new).or(this::recordedBirth));
        born = Optional.of(known);
        return known;
    }

    private Optional<LocalDate> birthDay() {
        return about(HealthBody.Birth.class).stream()
                .map(e -> e.fact().times().happened())
                .filter(w -> w instanceof When.Day || w instanceof When.At)
                .flatMap(w -> w.earliest().stream())
                .findFirst();
    }

    private Optional<PartialDate> recordedBirth() {
        Map<PartialDate, Long> counts = new HashMap<>();
        about(PersonBody.Person.class).stream()
                .flatMap(e -> e.body().dateOfBirth().stream())
                .forEach(d -> counts.merge(d, 1L, Long::sum));
        return counts.entrySet().stream()
                .max(
                        Comparator.<Map.Entry<PartialDate, Long>>comparingInt(
                                        e -> precision(e.getKey()))
                                .thenComparing(Map.Entry::getValue)
                                .thenComparing(e -> e.getKey().text()))
                .map(Map.Entry::getKey);
    }

    private static int precision(PartialDate date) {
        return -(int) (date.latest().toEpochDay() - date.earliest().toEpochDay());
    }

    /** The expected date of birth, while the person is recorded as not yet born. */
    public Optional<LocalDate> expected() {
        return about(PersonBody.Person.class).stream()
                .flatMap(e -> e.body().expected().stream())
                .reduce((_, later) -> later);
    }

    /** Whether every record of the person is of a child not yet born. */
    public boolean unborn() {
        looked.accept(KindSet.STRUCTURE);
        return born().isEmpty()
                && facts.stream().anyMatch(f -> f.in(PersonRole.UNBORN_CHILD).anyMatch(this::has));
    }

    /** The day of death, where recorded; the day of a fatal incident counts. */
    public Optional<LocalDate> died() {
        Optional<LocalDate> recorded =
                about(PersonBody.Person.class).stream()
                        .flatMap(e -> e.body().died().stream())
                        .findFirst();
        return recorded.or(() ->
                about(CareBody.SeriousIncident.class).stream()
                        .filter(e -> e.body().died())
                        .map(Entry::day)
                        .findFirst());
    }

    /** The first fact after a ledger position that records the person's death. */
    public Optional<Fact> deathAfter(long position) {
        looked.accept(KindSet.of(Body.class));
        List<Fact> known = deaths.orElseGet(this::recordedDeaths);
        deaths = Optional.of(known);
        return known.stream().filter(f -> f.position() > position).findFirst();
    }

    /** In ledger order: every clock of the person asks for them. */
    private List<Fact> recordedDeaths() {
        return about(Body.class).stream()
                .filter(e ->
                        switch (e.body()) {
                            case PersonBody.Person p -> p.died().isPresent();
                            case CareBody.SeriousIncident s -> s.died();
                            default -> false;
                        })
                .map(Entry::fact)
                .toList();
    }

    /** Whether the person is under 18 on that day, or unborn, or only ever recorded as a child. */
    public boolean childOn(LocalDate day) {
        return born().map(b -> b.ageOn(day).possiblyUnder(ADULT))
                .orElseGet(this::onlyRecordedAsChild);
    }

    /**
     * Whether somebody records a child, with a date of birth of one, whatever others record:
     * whoever may be a child is treated as one until their age is assessed (Modern Slavery Act 2015
     * section 51).
     */
    public boolean mayBeChildOn(LocalDate day) {
        return childOn(day)
                || about(PersonBody.Person.class).stream()
                        .filter(e -> e.fact().in(PersonRole.CHILD).anyMatch(this::has))
                        .flatMap(e -> e.body().dateOfBirth().stream())
                        .anyMatch(b -> b.ageOn(day).possiblyUnder(ADULT));
    }

    private boolean onlyRecordedAsChild() {
        looked.accept(KindSet.STRUCTURE);
        return unborn() || facts.stream().anyMatch(f -> f.in(PersonRole.CHILD).anyMatch(this::has));
    }

    /**
     * Whether the person was 18, and not only recorded as a child, before anything that is recorded
     * of them: nothing of it is of a childhood.
     */
    public boolean alwaysGrown() {
        looked.accept(KindSet.ALL);
        boolean known = grown.orElseGet(this::grownAtFirst);
        grown = Optional.of(known);
        return known;
    }

    private boolean grownAtFirst() {
        LocalDate first = LocalDate.MAX;
        for (Fact fact : facts()) {
            first = earlier(first, London.day(fact.times().received()));
            first = earlier(first, London.day(fact.times().recorded()));
        }
        return !childOn(first);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other.isBefore(one) ? other : one;
    }

    /** Age in whole years on that day, at the most; empty when no date of birth is recorded. */
    public Optional<Integer> yearsOn(LocalDate day) {
        return born().map(b -> b.ageOn(day).max());
    }

    /** Age in whole months on that day, counted from the earliest possible birth. */
    public Optional<Integer> monthsOn(LocalDate day) {
        return born().map(
                        b -> (int) java.time.temporal.ChronoUnit.MONTHS.between(b.earliest(), day));
    }

    @Override
    public String toString() {
        return "Individual[" + id.value() + ", " + records.size() + " records]";
    }
}
