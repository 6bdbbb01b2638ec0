package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.facts.HealthBody.MarksJudged;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SchoolBody.Concern.Topic;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.Text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Entries about a child whose free words name the neck, a grip, a belt, a bite or a loop, or say so
 * in other words ({@link MarkVocabulary}); of a child who does not move alone, any bruise, burn,
 * bleeding, fracture or mark, or a concern about an injury. No machine reads what they mean: each
 * is a question to the safeguarding lead of its sender, who answers yes or no. What codes already
 * show is not asked again.
 */
final class WordsOfMarks {
    private static final int DAYS_OF_ONE_INJURY = 1;

    /** An entry that is a question, with the words of the list that it names. */
    record Question(Entry<?> entry, Set<String> named, boolean ofNonMobileChild) {}

    /** A question that the lead answered with yes. */
    record Confirmed(Question question, Entry<MarksJudged> answer) {}

    private final Child child;
    private final Injuries injuries;
    private final List<Question> questions;

    private WordsOfMarks(Child child) {
        this.child = child;
        this.injuries = Injuries.of(child);
        this.questions = asked();
    }

    /** The questions about a child. */
    static WordsOfMarks of(Child child) {
        return child.situation().once(WordsOfMarks.class, () -> new WordsOfMarks(child));
    }

    /** All, answered or not, as received. */
    List<Question> questions() {
        return questions;
    }

    /** Those whose newest answer is yes. */
    List<Confirmed> confirmed() {
        List<Confirmed> confirmed = new ArrayList<>();
        for (Question question : questions) {
            child.entries(MarksJudged.class).stream()
                    .filter(a -> cites(a, question.entry()))
                    .max(Order.OLDEST_FIRST)
                    .filter(a -> a.body().telling())
                    .ifPresent(a -> confirmed.add(new Confirmed(question, a)));
        }
        return confirmed;
    }

    /** The injury that the entry is a telling of, where it is one. */
    Optional<Injury> injuryOf(Question question) {
        return injuries.all().stream().filter(i -> i.isToldBy(question.entry().fact())).findFirst();
    }

    private List<Question> asked() {
        List<Question> found = new ArrayList<>();
        entries()
                .sorted(
                        Comparator.<Entry<?>, Instant>comparing(Entry::received)
                                .thenComparingLong(e -> e.fact().position()))
                .forEach(e -> {
                    boolean still =
                            !inPregnancy(e)
                                    && (injuries.doesNotMoveAloneOn(Order.day(e))
                                            || calledABaby(e));
                    Set<String> named = named(e);
                    if (still) {
                        named.addAll(anyInjury(e));
                    }
                    boolean relayed = found.stream().anyMatch(q -> cites(e, q.entry()));
                    if (!named.isEmpty() && !relayed && !shownByCodes(e)) {
                        found.add(new Question(e, named, still));
                    }
                });
        return List.copyOf(found);
    }

    /** What was written before the birth of a child that was not born is of its mother's body. */
    private boolean inPregnancy(Entry<?> entry) {
        return child.standsAs(PersonRole.UNBORN_CHILD, entry.fact())
                && child.individual()
                        .born()
                        .map(b -> Order.day(entry).isBefore(b.earliest()))
                        .orElse(true);
    }

    /** Nobody recorded how old the child is, and whoever wrote of it called it a baby. */
    private boolean calledABaby(Entry<?> entry) {
        return child.individual().born().isEmpty()
                && Stream.concat(words(entry), routine(entry))
                        .map(Text::value)
                        .anyMatch(MarkVocabulary::speaksOfABaby);
    }

    private Stream<Entry<?>> entries() {
        return Stream.of(
                        InjuryObserved.class,
                        HealthBody.HealthContact.class,
                        CareBody.Referral.class,
                        CareBody.Visit.class,
                        PersonBody.ChildsWords.class,
                        PoliceBody.PoliceIncident.class,
                        SchoolBody.Concern.class,
                        SharedBody.PublicReport.class,
                        SharedBody.Note.class)
                .<Entry<?>>flatMap(kind -> child.entries(kind).stream())
                .filter(e -> !(e.body() instanceof PoliceBody.PoliceIncident && inPregnancy(e)));
    }

    /** Codes of the same days, or of what the entry cites, already ask for a paediatrician. */
    private boolean shownByCodes(Entry<?> entry) {
        return injuries.all().stream()
                .filter(i -> injuries.telling(i) || injuries.ofNonMobileChild(i))
                .anyMatch(i ->
                        near(entry, i) || i.tellings().stream().anyMatch(t -> cites(entry, t)));
    }

    private static boolean near(Entry<?> entry, Injury injury) {
        long days = Order.day(entry).toEpochDay() - injury.day().toEpochDay();
        return Math.abs(days) <= DAYS_OF_ONE_INJURY;
    }

    private static boolean cites(Entry<?> entry, Entry<?> other) {
        return entry.fact().references().regarding().contains(other.fact().id().message());
    }

    private Set<String> named(Entry<?> entry) {
        Set<String> named = new TreeSet<>();
        words(entry).map(Text::value).map(MarkVocabulary::telling).forEach(named::addAll);
        return named;
    }

    /** Any injury of a child who does not move alone, named and not denied in its sentence. */
    private Set<String> anyInjury(Entry<?> entry) {
        Set<String> named = new TreeSet<>();
        Stream.concat(words(entry), routine(entry))
                .map(Text::value)
                .map(MarkVocabulary::anyInjury)
                .forEach(named::addAll);
        if (named.isEmpty()
                && entry.body() instanceof SchoolBody.Concern concern
                && concern.topic() == Topic.INJURY) {
            named.add("injury");
        }
        return named;
    }

    /** Of what is written of several people the sentences that speak of a child, or name this. */
    private Stream<Text> ofTheChild(Text narrative) {
        return MarkVocabulary.sentences(narrative.value())
                .filter(s ->
                        MarkVocabulary.speaksOfAChild(s) || Likeness.named(child.individual(), s))
                .map(Text::new);
    }

    /** Contacts, logs and notes in which a mark is written down beside something else. */
    private Stream<Text> routine(Entry<?> entry) {
        return switch (entry.body()) {
            case HealthBody.HealthContact contact -> contact.reason().stream();
            case SharedBody.Note note -> Stream.of(note.words());
            case PoliceBody.PoliceIncident log ->
                    log.narrative().stream().flatMap(this::ofTheChild);
            default -> Stream.empty();
        };
    }

    private Stream<Text> words(Entry<?> entry) {
        return switch (entry.body()) {
            case InjuryObserved seen when Harms.injury(seen) ->
                    Stream.concat(
                            seen.marks().stream().flatMap(m -> m.description().stream()),
                            seen.accounts().stream().flatMap(a -> a.words().stream()));
            case HealthBody.HealthContact contact ->
                    contact.reason().stream().filter(r -> MarkVocabulary.marked(r.value()));
            case CareBody.Referral referral -> referral.words().stream();
            case CareBody.Visit visit -> visit.found().stream();
            case PersonBody.ChildsWords words -> Stream.of(words.words());
            case PoliceBody.PoliceIncident log
                    when child.standsAs(PersonRole.VICTIM, entry.fact()) ->
                    log.narrative().stream();
            case PoliceBody.PoliceIncident log ->
                    log.narrative().stream()
                            .flatMap(this::ofTheChild)
                            .filter(s -> MarkVocabulary.marked(s.value()));
            case SchoolBody.Concern concern -> concern.words().stream();
            case SharedBody.PublicReport report -> report.words().stream();
            case SharedBody.Note note when MarkVocabulary.marked(note.words().value()) ->
                    Stream.of(note.words());
            default -> Stream.empty();
        };
    }
}
