package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.DevelopmentalStage;
import sightline.core.facts.HealthBody.DevelopmentalStage.Milestone;
import sightline.core.facts.HealthBody.HealthContact;
import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.facts.HealthBody.Mark;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.facts.HealthBody.MedicalCondition;
import sightline.core.facts.HealthBody.MedicalCondition.Condition;
import sightline.core.facts.HealthBody.Site;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The injuries of one child, and whether the child could have moved alone on a day. */
public final class Injuries {
    private static final int MONTHS_NOT_YET_MOBILE = 12;
    private static final int MONTHS_WALKING = 24;
    private static final int DAYS_OF_ONE_INJURY = 1;
    private static final int DAYS_OF_TELLING = 14;
    private static final Set<Milestone> MOVING =
            EnumSet.of(Milestone.CRAWLING, Milestone.CRUISING, Milestone.WALKING);
    private static final Set<Site> BONE_AT_THE_FRONT =
            EnumSet.of(
                    Site.FOREHEAD,
                    Site.CHIN,
                    Site.SHIN,
                    Site.KNEE,
                    Site.ELBOW,
                    Site.HAND,
                    Site.PALM);
    private static final Set<MarkKind> SMALL = EnumSet.of(MarkKind.BRUISE, MarkKind.GRAZE);
    private static final Set<MarkKind> SERIOUS =
            EnumSet.of(
                    MarkKind.FRACTURE,
                    MarkKind.HEAD_INJURY,
                    MarkKind.INTERNAL_INJURY,
                    MarkKind.IMPLEMENT_MARK);
    private static final Set<MarkKind> BURNS = EnumSet.of(MarkKind.BURN, MarkKind.SCALD);

    /** Whether a child moved alone on a day, as recorded. */
    public enum Mobility {
        MOBILE,
        NOT_MOBILE,
        NOT_RECORDED
    }

    private final Individual person;
    private final List<Entry<InjuryObserved>> entries;
    private final List<Injury> all;

    private Injuries(Individual person, List<Entry<InjuryObserved>> entries) {
        this.person = person;
        this.entries =
                entries.stream()
                        .filter(e -> Harms.injury(e.body()))
                        .sorted(
                                Comparator.comparing((Entry<InjuryObserved> e) -> e.received())
                                        .thenComparingLong(e -> e.fact().position()))
                        .toList();
        this.all = grouped();
    }

    /** The injuries of the child of a situation. */
    public static Injuries of(Child child) {
        return child.situation()
                .once(
                        Injuries.class,
                        () ->
                                new Injuries(
                                        child.individual(), child.entries(InjuryObserved.class)));
    }

    /** The injuries of a brother or sister. */
    public static Injuries of(Individual child) {
        return new Injuries(child, child.about(InjuryObserved.class));
    }

    /** Whose injuries they are. */
    Individual person() {
        return person;
    }

    /** Every injury, as received. */
    public List<Injury> all() {
        return all;
    }

    private List<Injury> grouped() {
        List<Injury> found = new ArrayList<>();
        for (Entry<InjuryObserved> entry : entries) {
            Optional<Injury> same = found.stream().filter(i -> same(i, entry)).findFirst();
            if (same.isEmpty()) {
                found.add(new Injury(List.of(entry)));
                continue;
            }
            List<Entry<InjuryObserved>> tellings = new ArrayList<>(same.get().tellings());
            tellings.add(entry);
            found.set(found.indexOf(same.get()), new Injury(tellings));
        }
        return List.copyOf(found);
    }

    /** It cites the other, or is of the same day, or next day elsewhere, with a mark in common. */
    private static boolean same(Injury injury, Entry<InjuryObserved> entry) {
        return injury.tellings().stream().anyMatch(t -> cites(entry, t) || sameMark(t, entry));
    }

    private static boolean cites(Entry<?> entry, Entry<?> other) {
        return entry.fact().references().regarding().contains(other.fact().id().message());
    }

    private static boolean sameMark(Entry<InjuryObserved> one, Entry<InjuryObserved> other) {
        long days = Math.abs(Order.day(one).toEpochDay() - Order.day(other).toEpochDay());
        boolean elsewhere = !one.fact().source().equals(other.fact().source());
        boolean near = days == 0 || (elsewhere && days <= DAYS_OF_ONE_INJURY);
        return near
                && one.body().marks().stream()
                        .anyMatch(a -> other.body().marks().stream().anyMatch(b -> agree(a, b)));
    }

    private static boolean agree(Mark one, Mark other) {
        return one.kind() == other.kind()
                && (one.site().within(other.site()) || other.site().within(one.site()))
                && one.site() != Site.NOT_RECORDED;
    }

    /** Whether the child moved alone on the day of an injury: the observer's word comes first. */
    public Mobility mobility(Injury injury) {
        Optional<Boolean> seen =
                injury.tellings().stream().flatMap(t -> t.body().mobile().stream()).findFirst();
        return seen.map(m -> m ? Mobility.MOBILE : Mobility.NOT_MOBILE)
                .orElseGet(() -> mobilityOn(injury.day()));
    }

    /** Whether the child was recorded as crawling, cruising or walking by that day. */
    public Mobility mobilityOn(LocalDate day) {
        if (disabled(day)) {
            return Mobility.NOT_MOBILE;
        }
        List<Entry<DevelopmentalStage>> stages =
                person.about(DevelopmentalStage.class).stream()
                        .filter(e -> MOVING.contains(e.body().stage()))
                        .filter(e -> !e.latestDay().isAfter(day))
                        .sorted(Order.OLDEST_FIRST)
                        .toList();
        if (stages.stream().anyMatch(e -> e.body().reached()) || seenMobile(day)) {
            return Mobility.MOBILE;
        }
        return stages.isEmpty() ? Mobility.NOT_RECORDED : Mobility.NOT_MOBILE;
    }

    private boolean seenMobile(LocalDate day) {
        return entries.stream()
                .filter(e -> !Order.day(e).isAfter(day))
                .anyMatch(e -> e.body().mobile().orElse(false));
    }

    private boolean disabled(LocalDate day) {
        return conditions(day)
                .anyMatch(c ->
                        c.body().condition() == Condition.NOT_INDEPENDENTLY_MOBILE_DISABILITY
                                && c.body().present());
    }

    private Stream<Entry<MedicalCondition>> conditions(LocalDate day) {
        return person.about(MedicalCondition.class).stream()
                .filter(c -> !Order.day(c).isAfter(day));
    }

    /**
     * Whether an injury is one of a child who does not move alone: recorded so, or under 12 months
     * with nothing recorded. An older child of whom nothing is recorded is taken to walk.
     */
    public boolean ofNonMobileChild(Injury injury) {
        return doesNotMove(mobility(injury), injury.day());
    }

    /** The same of a day on which nobody who saw an injury said whether the child moves alone. */
    boolean doesNotMoveAloneOn(LocalDate day) {
        return doesNotMove(mobilityOn(day), day);
    }

    private boolean doesNotMove(Mobility mobility, LocalDate day) {
        return switch (mobility) {
            case MOBILE -> false;
            case NOT_MOBILE -> true;
            case NOT_RECORDED ->
                    person.monthsOn(day).map(m -> m < MONTHS_NOT_YET_MOBILE).orElse(false);
        };
    }

    /** Whether the child walked on the day: recorded, seen moving after 12 months, or two years. */
    public boolean walks(Injury injury) {
        LocalDate day = injury.day();
        if (mobility(injury) == Mobility.NOT_MOBILE) {
            return false;
        }
        boolean recorded =
                person.about(DevelopmentalStage.class).stream()
                        .anyMatch(e ->
                                e.body().stage() == Milestone.WALKING
                                        && e.body().reached()
                                        && !e.latestDay().isAfter(day));
        int months = person.monthsOn(day).orElse(0);
        boolean seen = mobility(injury) == Mobility.MOBILE && months >= MONTHS_NOT_YET_MOBILE;
        return recorded || seen || months >= MONTHS_WALKING;
    }

    /**
     * An ordinary injury: one bruise or graze over bone at the front (forehead, chin, shin, knee,
     * elbow, palm) of a child who walks, explained alike at each telling. A missing explanation
     * alone is a question to the author.
     */
    public boolean ordinary(Injury injury) {
        List<Mark> marks = injury.marks().stream().distinct().toList();
        return marks.size() == 1
                && marks.getFirst().count() <= 1
                && SMALL.contains(marks.getFirst().kind())
                && BONE_AT_THE_FRONT.contains(marks.getFirst().site())
                && !injury.explanationChanged()
                && walks(injury);
    }

    /**
     * A serious injury: fracture, head or internal injury, burn or scald admitted or in two places,
     * any wound by an implement.
     */
    public boolean serious(Injury injury) {
        return injury.has(SERIOUS)
                || (injury.has(BURNS) && (twoPlaces(injury) || admitted(injury)));
    }

    private static boolean twoPlaces(Injury injury) {
        List<Mark> burns = injury.marks().stream().filter(m -> BURNS.contains(m.kind())).toList();
        return burns.stream().map(Mark::site).distinct().count() > 1
                || burns.stream().anyMatch(m -> m.count() > 1);
    }

    private boolean admitted(Injury injury) {
        return person.about(HealthContact.class).stream()
                .filter(c -> c.body().setting() == HealthContact.Setting.WARD)
                .anyMatch(c -> {
                    long days = Order.day(c).toEpochDay() - injury.day().toEpochDay();
                    return days >= 0 && days <= DAYS_OF_ONE_INJURY;
                });
    }

    /** Whether an injury has marks that at this age seldom come by accident. */
    public boolean telling(Injury injury) {
        return !TellingMarks.of(person, injury).isEmpty();
    }

    /** Marks recorded at birth at a site of the injury. */
    public List<Entry<HealthBody.Birth>> atBirth(Injury injury) {
        Set<Site> sites = EnumSet.noneOf(Site.class);
        injury.marks().forEach(m -> sites.add(m.site()));
        sites.remove(Site.NOT_RECORDED);
        return person.about(HealthBody.Birth.class).stream()
                .filter(b ->
                        b.body().injuryAtBirth()
                                || b.body().marks().stream()
                                        .anyMatch(m -> sites.stream().anyMatch(s -> near(s, m))))
                .toList();
    }

    private static boolean near(Site site, Mark atBirth) {
        return site.within(atBirth.site()) || atBirth.site().within(site);
    }

    /** Conditions on record that could explain marks: bleeding, bone, a procedure. */
    public List<Entry<MedicalCondition>> explaining(Injury injury) {
        return conditions(injury.day())
                .filter(c -> c.body().present())
                .filter(c -> c.body().condition() != Condition.NOT_INDEPENDENTLY_MOBILE_DISABILITY)
                .toList();
    }

    /**
     * When it was first known here that the child did not move alone on the day of an injury: by
     * the observer, a condition, a stage not reached, or the age alone.
     */
    public Optional<Instant> notMobileKnown(Injury injury) {
        LocalDate day = injury.day();
        List<Instant> known = new ArrayList<>();
        injury.tellings().stream()
                .filter(t -> t.body().mobile().filter(m -> !m).isPresent())
                .forEach(t -> known.add(t.received()));
        conditions(day)
                .filter(c -> c.body().condition() == Condition.NOT_INDEPENDENTLY_MOBILE_DISABILITY)
                .filter(c -> c.body().present())
                .forEach(c -> known.add(c.received()));
        person.about(DevelopmentalStage.class).stream()
                .filter(e -> MOVING.contains(e.body().stage()) && !e.body().reached())
                .filter(e -> !e.latestDay().isAfter(day))
                .forEach(e -> known.add(e.received()));
        if (person.monthsOn(day).filter(m -> m < MONTHS_NOT_YET_MOBILE).isPresent()) {
            birthKnown().ifPresent(known::add);
        }
        return known.stream().min(Comparator.naturalOrder());
    }

    /** When the child's date of birth was first known here; none when it is not. */
    public Optional<Instant> birthKnown() {
        List<Entry<?>> known = new ArrayList<>(person.about(HealthBody.Birth.class));
        person.about(PersonBody.Person.class).stream()
                .filter(e -> e.body().dateOfBirth().isPresent())
                .forEach(known::add);
        return known.stream().map(Entry::received).min(Comparator.naturalOrder());
    }

    /** Several tellings of one injury of which one at the least stands in free words. */
    public record Tellings(Injury injury, List<Entry<?>> told) {
        public Tellings {
            told = List.copyOf(told);
        }

        /**
         * When the second of them was received, or the entry that holds both: a person compares
         * them the same day.
         */
        public Instant since() {
            return told.stream()
                    .map(Entry::received)
                    .sorted()
                    .skip(Math.min(1, told.size() - 1))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Injuries with several tellings that only a person can compare: in an entry's own words, two
     * accounts in one entry among them, a referral, a disclosure or the child's words that name the
     * injury or follow it within 14 days. What codes already show as changed is left to AL-04.
     */
    public List<Tellings> toCompare() {
        List<Tellings> found = new ArrayList<>();
        for (Injury injury : all) {
            List<Entry<?>> told = new ArrayList<>(inWords(injury));
            told.addAll(relayed(injury));
            boolean onlyCodes = told.stream().allMatch(e -> coded(e));
            if (tellsOtherwise(told, injury) && !onlyCodes && !injury.explanationChanged()) {
                told.sort(Order.OLDEST_FIRST);
                found.add(new Tellings(injury, told));
            }
        }
        return found;
    }

    /** Whether there is more than one thing to read: the same words again are none. */
    private static boolean tellsOtherwise(List<Entry<?>> told, Injury injury) {
        return told.stream().map(Injuries::said).distinct().count() > 1
                || injury.accounts().stream().distinct().count() > 1;
    }

    private static Object said(Entry<?> entry) {
        return entry.body() instanceof InjuryObserved seen ? seen.accounts() : entry.body();
    }

    private static boolean coded(Entry<?> entry) {
        return entry.body() instanceof InjuryObserved seen
                && seen.accounts().stream().allMatch(a -> a.mechanism().isPresent());
    }

    private static List<Entry<InjuryObserved>> inWords(Injury injury) {
        return injury.tellings().stream().filter(t -> !t.body().accounts().isEmpty()).toList();
    }

    private List<Entry<?>> relayed(Injury injury) {
        List<Entry<?>> told = new ArrayList<>();
        person.entries(CareBody.Referral.class).stream()
                .filter(e -> e.body().words().isPresent() && Harms.alleged(e.fact()))
                .forEach(told::add);
        person.entries(SharedBody.Disclosure.class).stream()
                .filter(e -> e.body().reason().isPresent())
                .forEach(told::add);
        person.about(PersonBody.ChildsWords.class).stream()
                .filter(e -> e.body().ofHarm())
                .forEach(told::add);
        told.removeIf(e ->
                injury.tellings().stream().noneMatch(t -> cites(e, t)) && !soonAfter(e, injury));
        return told;
    }

    private static boolean soonAfter(Entry<?> entry, Injury injury) {
        long days = Order.day(entry).toEpochDay() - injury.day().toEpochDay();
        return entry.fact().references().regarding().isEmpty()
                && days >= 0
                && days <= DAYS_OF_TELLING;
    }
}
