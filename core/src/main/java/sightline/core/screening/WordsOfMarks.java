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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Entries about a child whose free words name the neck, a grip, a belt, a bite or a loop; of a
 * child who does not move alone, any bruise, burn, bleeding, fracture or mark, or a concern about
 * an injury. No machine reads what they mean: each is a question to the safeguarding lead of its
 * sender, who answers yes or no. What codes already show is not asked again.
 */
final class WordsOfMarks {
    private static final Pattern NAMED =
            Pattern.compile(
                    "\\b(?<!seat[ -])(neck|grip|belt|bit(?:e|ten|ing)|loop)"
                            + "(?:s|d|ed|ped|ping|ing)?(?:[ -]?marks?)?\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKED =
            Pattern.compile(
                    "\\b(?:bruis|mark|scratch|graz|wound|injur|burn|hurt|hit)",
                    Pattern.CASE_INSENSITIVE);

    /** Marks, and not somebody of that name: it counts where nothing says that it is a name. */
    private static final String MARKS =
            "(?!(?<=(?:partner|father|dad|husband|boyfriend|uncle|grandad) )(?-i:Mark ))"
                    + "(?!(?-i:Mark) (?:at (?:home|work)|to (?:collect|attend|bring)|on (?:shift|holiday)))"
                    + "(?<!birth[ -]|stretch[ -])marks?"
                    + " (?:on|to|across|along|at|under|a?round|behind|above|below|over|near)";

    private static final Pattern OF_WHO_DOES_NOT_MOVE =
            Pattern.compile(
                    "\\b(bruis(?!\\w*\\s+(?:very |so )?easily)|burn(?=s|t|ed|\\b)|scald|fractur"
                            + "|bleed(?!ing disorder)|black eye|swollen|swelling|fren(?:ul)?um|"
                            + MARKS
                            + ")",
                    Pattern.CASE_INSENSITIVE);

    /** A denial that reaches the word: "not explained", "no concerns, a bruise" deny nothing. */
    private static final Pattern DENIED =
            Pattern.compile(
                    "(?:\\b(?:no|not|nil|nor|never|without|denie[sd]|free of)|n['’]t)\\b"
                            + "(?:[\\h,/]+(?:any|(?<![,/]\\s{0,2})an?|visible|obvious|apparent|external|new|fresh|old|other"
                            + "|further|signs?|evidence|of|or|and|be|been|ha[sd]|have|having|(?:see|seen|find"
                            + "|found)\\b(?!\\s*,)|bruis\\w*|burn\\w*|marks?|scratch\\w*|scald\\w*|swell\\w*|swollen"
                            + "|bleed\\w*|cuts?|graz\\w*|fractur\\w*|injur\\w*|wounds?|rash\\w*)\\b){0,12}+"
                            + "[\\h,/]+$",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern OR =
            Pattern.compile("[^.;:!?]*?\\b(?:or|nor)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE = Pattern.compile("[.;!?]+\\s*");
    private static final Pattern A_CHILD =
            Pattern.compile(
                    "\\b(?:bab(?:y|ies)|infants?|newborns?|child(?:ren)?|kids?|toddlers?|sons?|daughters?"
                            + "|boys?|girls?|twins?)\\b",
                    Pattern.CASE_INSENSITIVE);
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
        return injuries.all().stream()
                .filter(i ->
                        i.tellings().stream()
                                .anyMatch(t -> t.fact().id().equals(question.entry().fact().id())))
                .findFirst();
    }

    private List<Question> asked() {
        List<Question> found = new ArrayList<>();
        entries()
                .sorted(
                        Comparator.<Entry<?>, Instant>comparing(Entry::received)
                                .thenComparingLong(e -> e.fact().position()))
                .forEach(e -> {
                    boolean still = !inPregnancy(e) && injuries.doesNotMoveAloneOn(Order.day(e));
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
                        .filter(b -> Order.day(entry).isBefore(b.earliest()))
                        .isPresent();
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
                .flatMap(kind -> child.entries(kind).stream());
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
        words(entry)
                .map(Text::value)
                .forEach(text -> {
                    Matcher matcher = NAMED.matcher(text);
                    while (matcher.find()) {
                        String word = matcher.group(1).toLowerCase(Locale.ROOT);
                        named.add(word.startsWith("bit") ? "bite" : word);
                    }
                });
        return named;
    }

    /** Any injury of a child who does not move alone, named and not denied in its sentence. */
    private Set<String> anyInjury(Entry<?> entry) {
        Set<String> named = new TreeSet<>();
        Stream.concat(words(entry), routine(entry))
                .map(Text::value)
                .forEach(text -> {
                    Matcher matcher = OF_WHO_DOES_NOT_MOVE.matcher(text);
                    while (matcher.find()) {
                        if (!denied(text, matcher)) {
                            named.add(plain(matcher.group(1)));
                        }
                    }
                });
        if (named.isEmpty()
                && entry.body() instanceof SchoolBody.Concern concern
                && concern.topic() == Topic.INJURY) {
            named.add("injury");
        }
        return named;
    }

    /** Denied, and of a list all of it: "no cuts, bruise on his cheek" tells of a bruise. */
    private static boolean denied(String text, Matcher word) {
        Matcher denial = DENIED.matcher(text.substring(0, word.start()));
        if (!denial.find()) {
            return false;
        }
        int comma = denial.group().lastIndexOf(',');
        return comma < 0
                || OR.matcher(denial.group().substring(comma) + text.substring(word.end()))
                        .lookingAt();
    }

    /** The listed word that a stem stands for. */
    private static String plain(String found) {
        String word = found.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "bruis" -> "bruise";
            case "fractur" -> "fracture";
            case "bleed" -> "bleeding";
            case "swollen" -> "swelling";
            default -> word.startsWith("mark") ? "mark" : word;
        };
    }

    /** Of what is written of several people the sentences that speak of a child. */
    private static Stream<Text> ofTheChild(Text narrative) {
        return SENTENCE.splitAsStream(narrative.value())
                .filter(s -> A_CHILD.matcher(s).find())
                .map(Text::new);
    }

    /** Contacts, logs and notes in which a mark is written down beside something else. */
    private static Stream<Text> routine(Entry<?> entry) {
        return switch (entry.body()) {
            case HealthBody.HealthContact contact -> contact.reason().stream();
            case SharedBody.Note note -> Stream.of(note.words());
            case PoliceBody.PoliceIncident log ->
                    log.narrative().stream().flatMap(WordsOfMarks::ofTheChild);
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
                    contact.reason().stream().filter(r -> MARKED.matcher(r.value()).find());
            case CareBody.Referral referral -> referral.words().stream();
            case CareBody.Visit visit -> visit.found().stream();
            case PersonBody.ChildsWords words -> Stream.of(words.words());
            case PoliceBody.PoliceIncident log
                    when child.standsAs(PersonRole.VICTIM, entry.fact()) ->
                    log.narrative().stream();
            case SchoolBody.Concern concern -> concern.words().stream();
            case SharedBody.PublicReport report -> report.words().stream();
            case SharedBody.Note note when MARKED.matcher(note.words().value()).find() ->
                    Stream.of(note.words());
            default -> Stream.empty();
        };
    }
}
