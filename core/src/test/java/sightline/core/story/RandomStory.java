package sightline.core.story;

import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.JusticeBody;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.kernel.London;
import sightline.core.kernel.When;
import sightline.core.screening.Situation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A small random story: one family, a man, a friend, two addresses, and a fortnight of entries of
 * every kind that the rules on households and justice read. The same seed tells the same story.
 */
public final class RandomStory {
    private static final int DAYS = 14;
    private static final int ENTRIES = 30;
    private static final int KINDS = 34;
    private static final LocalDateTime START = LocalDateTime.of(2007, 3, 19, 0, 0);
    private static final List<String> HOMES = List.of("1 Mill Row", "9 Quay Street");

    private final long seed;
    private final Random random;
    private final Story story = new Story();
    private final Who child = story.person("child", "2005-03-01");
    private final Who teen = story.person("teen", "1989-03-25");
    private final Who mother = story.person("mother", "1985-01-01");
    private final Who man = story.person("man", "1980-01-01");
    private final Who friend = story.person("friend", "1970-01-01");
    private final Who she = story.person("she", "1985-01");
    private final Who he = story.person("he", "1980-01");
    private final Who unborn = story.stranger("unborn");
    private final Who baby = story.stranger("baby");
    private final Map<String, Situation> situations = new HashMap<>();
    private final List<Fact> said = new ArrayList<>();
    private final List<Fact> unplaced = new ArrayList<>();

    public RandomStory(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        mayBe().forEach((one, others) -> others.forEach(o -> story.undecided(one, o)));
        at(LocalDateTime.of(2007, 1, 10, 9, 0))
                .from("maternity")
                .about(mother)
                .with(PersonRole.UNBORN_CHILD, unborn)
                .says(Phrases.booking("2007-04-01"));
        at(LocalDateTime.of(2005, 3, 2, 9, 0))
                .from("gp")
                .about(child)
                .with(PersonRole.MOTHER, mother)
                .says(Phrases.note());
        at(LocalDateTime.of(2007, 1, 11, 9, 0))
                .from("gp")
                .about(child)
                .place(HOMES.getFirst())
                .says(Phrases.home());
        List<Integer> minutes = new ArrayList<>();
        random.ints(ENTRIES, 0, DAYS * 24 * 60).sorted().forEach(minutes::add);
        minutes.forEach(m -> tell(START.plusMinutes(m)));
    }

    /** Of whom nobody has decided whether they are one person. */
    public Map<Who, List<Who>> mayBe() {
        return Map.of(
                she, List.of(mother), he, List.of(man), mother, List.of(she), man, List.of(he));
    }

    public long seed() {
        return seed;
    }

    public List<Who> subjects() {
        List<Who> all = List.of(child, unborn, baby, man);
        return all.stream()
                .filter(w ->
                        story.told().stream()
                                .flatMap(f -> f.participants().stream())
                                .anyMatch(p -> p.record().localId().equals(w.label())))
                .toList();
    }

    public List<Fact> facts() {
        return story.told();
    }

    /** The situation then; between two arrivals only the clock differs. */
    public Situation situation(Who subject, Instant now) {
        Instant newest =
                story.told().stream()
                        .map(f -> f.times().received())
                        .filter(r -> !r.isAfter(now))
                        .max(Instant::compareTo)
                        .orElse(now);
        Situation read =
                situations.computeIfAbsent(
                        subject.label() + newest, _ -> story.situation(subject, newest));
        return new Situation(read.around(), now, read.directory(), read.parameters());
    }

    /** From when the subject is known, but no sooner than the fortnight begins. */
    public Instant firstMention(Who who) {
        Instant start = START.atZone(London.ZONE).toInstant();
        return story.told().stream()
                .filter(f ->
                        f.participants().stream()
                                .anyMatch(p -> p.record().localId().equals(who.label())))
                .map(f -> f.times().received())
                .min(Instant::compareTo)
                .filter(start::isBefore)
                .orElse(start);
    }

    public Instant end() {
        return START.plusDays(DAYS + 8).atZone(London.ZONE).toInstant();
    }

    /**
     * Whether to look at this quarter of an hour: all near midnight, and every eighth otherwise.
     */
    public boolean looksAt(Instant now) {
        int minute = London.time(now).toLocalTime().toSecondOfDay() / 60;
        return minute < 30 || minute >= 23 * 60 + 30 || minute / 15 % 8 == 0;
    }

    private Story.Entry at(LocalDateTime when) {
        return story.at(when.toString().length() == 16 ? when + ":00" : when.toString());
    }

    private void tell(LocalDateTime when) {
        Fact fact = tell(random.nextInt(KINDS), at(when), when.toLocalDate());
        said.add(fact);
    }

    private Fact tell(int kind, Story.Entry entry, LocalDate day) {
        return switch (kind) {
            case 0 -> entry.from("court").about(someMan()).says(Phrases.hurtABaby());
            case 1 -> entry.from("court").about(someMan()).says(Phrases.hurtAFormerPartner());
            case 2 ->
                    entry.from("gp")
                            .about(mother)
                            .with(PersonRole.PARTNER, someMan())
                            .says(Phrases.note());
            case 3 ->
                    entry.from("gp")
                            .about(mother)
                            .with(PersonRole.OTHER, someMan())
                            .says(Phrases.tie(PersonBody.Tie.EX_PARTNER));
            case 4, 5, 6 ->
                    entry.from(pick("gp", "housing", "childrens-social-care"))
                            .about(pick(child, mother, man, friend, teen))
                            .happened(day.plusDays(random.nextInt(4)).toString())
                            .place(pick(HOMES))
                            .says(Phrases.home());
            case 7 -> {
                Story.Entry application = entry.from("housing").about(someMan());
                yield application.with(PersonRole.OCCUPANT, mother).says(Phrases.application());
            }
            case 8 ->
                    entry.from("maternity")
                            .about(mother)
                            .with(PersonRole.UNBORN_CHILD, unborn)
                            .with(PersonRole.FATHER, someMan())
                            .says(Phrases.booking("2007-04-01"));
            case 9 ->
                    entry.from("maternity")
                            .about(baby)
                            .with(PersonRole.MOTHER, mother)
                            .with(PersonRole.FATHER, someMan())
                            .says(Phrases.birth());
            case 10 ->
                    entry.from("childrens-social-care")
                            .about(child)
                            .with(PersonRole.OTHER, pick(friend, man, mother))
                            .says(
                                    Phrases.carer(
                                            pick(
                                                    CareBody.CarerArranged.Arrangement.TEMPORARY,
                                                    CareBody.CarerArranged.Arrangement.SUPERVISOR,
                                                    CareBody.CarerArranged.Arrangement.ENDED)));
            case 11 ->
                    entry.from("childrens-social-care")
                            .about(child)
                            .with(PersonRole.OTHER, pick(mother, man))
                            .says(Phrases.returned());
            case 12, 13 ->
                    entry.from("police")
                            .with(PersonRole.PARTY, mother)
                            .with(PersonRole.PARTY, someMan())
                            .place(pick(HOMES))
                            .says(
                                    new PoliceBody.PoliceIncident(
                                            PoliceBody.LogClass.NOISE,
                                            random.nextInt(5) == 0,
                                            false,
                                            false,
                                            Optional.empty()));
            case 14 ->
                    regarding(entry.from("police").about(mother))
                            .says(
                                    new PoliceBody.IncidentDecided(
                                            random.nextBoolean(), Optional.empty()));
            case 15 ->
                    entry.from("police")
                            .about(pick(mother, man))
                            .with(PersonRole.VICTIM, child)
                            .says(new JusticeBody.Arrest(Phrases.hurtABaby().offence()));
            case 16 -> bail(entry, day);
            case 17 -> entry.from(pick("hospital", "gp", "police")).about(mother).says(injury());
            case 18 -> supervision(entry, day);
            case 19, 24, 25, 26 -> care(entry);
            case 20 ->
                    entry.from("childrens-social-care")
                            .about(child)
                            .with(PersonRole.OTHER, someMan())
                            .says(
                                    Phrases.agreed(
                                            random.nextInt(4) > 0,
                                            day.plusDays(random.nextInt(5)).toString()));
            case 21 ->
                    regarding(entry.from(pick("police", "gp", "housing", "court")).about(man))
                            .says(Phrases.takesBack());
            case 22 ->
                    entry.from("housing")
                            .about(mother)
                            .place(pick(HOMES))
                            .says(new HousingBody.OccupantReported(false, Optional.empty()));
            case 27 -> unplaced(entry);
            case 28 -> decidedOfItsParties(entry);
            case 29 ->
                    entry.from("housing")
                            .about(pick(she, he))
                            .place(pick(HOMES))
                            .says(Phrases.home());
            case 30, 31 -> corrected(entry);
            case 32, 33 -> takenBack(entry);
            default ->
                    entry.from("police")
                            .about(man)
                            .says(
                                    new JusticeBody.RegisterNotification(
                                            "SOA-2003",
                                            pick(
                                                    JusticeBody.RegisterNotification
                                                            .NotificationType.ENTERED,
                                                    JusticeBody.RegisterNotification
                                                            .NotificationType.PERIODIC,
                                                    JusticeBody.RegisterNotification
                                                            .NotificationType.ENDED),
                                            Optional.of(day.plusDays(random.nextInt(6)))));
        };
    }

    /** A log without a place, of who may be the mother and the man. */
    private Fact unplaced(Story.Entry entry) {
        Fact log =
                entry.from("police")
                        .with(PersonRole.VICTIM, she)
                        .with(PersonRole.SUSPECT, he)
                        .with(PersonRole.CALLER, pick(friend, mother))
                        .says(
                                new PoliceBody.PoliceIncident(
                                        PoliceBody.LogClass.ASSAULT,
                                        random.nextBoolean(),
                                        false,
                                        false,
                                        Optional.empty()));
        unplaced.add(log);
        return log;
    }

    /** A decision on such a log; a log, where there is none yet. */
    private Fact decidedOfItsParties(Story.Entry entry) {
        if (unplaced.isEmpty()) {
            return unplaced(entry);
        }
        Fact log = unplaced.get(random.nextInt(unplaced.size()));
        Story.Entry decision = entry.from("police").regarding(log);
        log.participants()
                .forEach(p -> decision.with(p.role(), story.stranger(p.record().localId())));
        return decision.says(
                new PoliceBody.IncidentDecided(random.nextBoolean(), Optional.empty()));
    }

    /** What its sender told before, told again of some of those whom it named, and of another. */
    private Fact corrected(Story.Entry entry) {
        if (said.isEmpty()) {
            return unplaced(entry);
        }
        Fact wrong = said.get(random.nextInt(said.size()));
        Story.Entry right = entry.from(agency(wrong)).correcting(wrong);
        Participant first = wrong.participants().getFirst();
        right.with(
                first.role(),
                random.nextInt(3) > 0
                        ? story.stranger(first.record().localId())
                        : pick(child, mother, man, friend));
        wrong.participants().stream()
                .skip(1)
                .filter(_ -> random.nextBoolean())
                .forEach(p -> right.with(p.role(), story.stranger(p.record().localId())));
        if (random.nextInt(3) == 0) {
            right.with(PersonRole.OTHER, pick(mother, man, friend));
        }
        wrong.place().ifPresent(_ -> right.place(pick(HOMES)));
        return right.says(wrong.body());
    }

    /** What its sender told before, taken back by an entry that may name others. */
    private Fact takenBack(Story.Entry entry) {
        if (said.isEmpty()) {
            return unplaced(entry);
        }
        Fact wrong = said.get(random.nextInt(said.size()));
        return entry.from(agency(wrong))
                .about(pick(child, mother, man, friend))
                .regarding(wrong)
                .says(Phrases.takesBack());
    }

    private static String agency(Fact fact) {
        return fact.source().value().replaceFirst("-", "/");
    }

    private Fact bail(Story.Entry entry, LocalDate day) {
        return entry.from("police")
                .about(pick(mother, man))
                .says(
                        new JusticeBody.Bail(
                                pick(JusticeBody.Bail.BailStage.values()),
                                List.of(JusticeBody.Bail.BailCondition.NOT_LIVE_WITH_CHILD),
                                Optional.of(day.plusDays(random.nextInt(5))),
                                Optional.empty()));
    }

    private Fact supervision(Story.Entry entry, LocalDate day) {
        return entry.from("probation")
                .about(man)
                .says(
                        new JusticeBody.Supervision(
                                pick(
                                        JusticeBody.Supervision.SupervisionType.PROBATION,
                                        JusticeBody.Supervision.SupervisionType.LICENCE),
                                pick(JusticeBody.Supervision.SupervisionStage.values()),
                                Optional.of(day.plusDays(random.nextInt(5))),
                                Optional.empty()));
    }

    private Fact care(Story.Entry entry) {
        Story.Entry own = entry.from("childrens-social-care").about(child);
        return switch (random.nextInt(3)) {
            case 0 ->
                    own.with(PersonRole.OCCUPANT, pick(mother, man, friend))
                            .place(pick(HOMES))
                            .says(
                                    new PersonBody.HouseholdMemberSeen(
                                            PersonBody.Stay.HOME, Optional.empty()));
            case 1 ->
                    own.says(
                            new CareBody.Plan(
                                    CareBody.Plan.PlanType.PROTECTION, random.nextInt(3) > 0));
            default -> own.says(new CareBody.Enquiry(true, false, Optional.empty()));
        };
    }

    private static HealthBody.InjuryObserved injury() {
        return new HealthBody.InjuryObserved(
                List.of(),
                List.of(),
                new When.Unknown(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private Story.Entry regarding(Story.Entry entry) {
        return said.isEmpty() ? entry : entry.regarding(said.get(random.nextInt(said.size())));
    }

    private Who someMan() {
        return pick(man, man, man, friend, teen);
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
