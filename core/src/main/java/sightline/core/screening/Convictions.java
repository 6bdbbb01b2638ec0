package sightline.core.screening;

import sightline.core.classification.SeriousViolence;
import sightline.core.classification.Verdict;
import sightline.core.classification.ViolenceAgainstChild;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.Sentence;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.Period;
import sightline.core.screening.KnownRisk.Limb;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The convictions and cautions of one person, judged and put into words that may be told. */
final class Convictions {
    private static final Set<String> CHILD_WORDS = Set.of("child", "baby", "infant", "young");
    private static final int LONGEST_WORDING = 120;
    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b");

    private final Individual person;

    Convictions(Individual person) {
        this.person = person;
    }

    /** Limbs (b) and (c), oldest first as received. */
    List<KnownRisk> risks() {
        return own().flatMap(e -> risk(e).stream()).toList();
    }

    /** Those of which the record does not say whether they are of limb (b) or (c). */
    List<Entry<Conviction>> unclear() {
        return own().filter(e -> risk(e).isEmpty() && unknown(e)).toList();
    }

    private Stream<Entry<Conviction>> own() {
        return person.entries(Conviction.class).stream().filter(e -> person.did(e.fact()));
    }

    private Optional<KnownRisk> risk(Entry<Conviction> entry) {
        if (ViolenceAgainstChild.of(entry.body(), entry.day()).yes()) {
            String phrase =
                    entry.body().caution()
                            ? "with a caution for an offence against a child"
                            : "with a conviction for an offence against a child";
            return Optional.of(risk(entry, Limb.CHILD_VIOLENCE, phrase));
        }
        if (toFamily(entry).yes()) {
            return Optional.of(
                    risk(
                            entry,
                            Limb.FAMILY_VIOLENCE,
                            "with a conviction for serious violence in the family"));
        }
        return Optional.empty();
    }

    private Verdict toFamily(Entry<Conviction> entry) {
        return SeriousViolence.toFamily(entry.body(), sentences(entry), entry.day());
    }

    private boolean unknown(Entry<Conviction> entry) {
        return ViolenceAgainstChild.of(entry.body(), entry.day()) instanceof Verdict.Unknown
                || toFamily(entry) instanceof Verdict.Unknown;
    }

    private List<Sentence> sentences(Entry<Conviction> entry) {
        return person.entries(Sentence.class).stream()
                .filter(s ->
                        s.fact().references().regarding().contains(entry.fact().id().message()))
                .map(Entry::body)
                .toList();
    }

    private KnownRisk risk(Entry<Conviction> entry, Limb limb, String phrase) {
        return new KnownRisk(
                limb,
                entry.fact(),
                entry.certainty(),
                Period.always(),
                sentence(entry) + KnownRisks.disputed(entry),
                phrase);
    }

    private String sentence(Entry<Conviction> entry) {
        Conviction body = entry.body();
        String verb = body.caution() ? "Cautioned" : "Convicted";
        String found = verb + year(entry) + " of an offence recorded as " + wording(body.offence());
        String charge =
                body.originalCharge().map(c -> "; first charged as " + wording(c)).orElse("");
        return found + charge + victim(body) + sentenced(entry) + "." + hidden(body, entry.day());
    }

    private static String year(Entry<Conviction> entry) {
        return entry.fact()
                .times()
                .happened()
                .earliest()
                .map(LocalDate::getYear)
                .map(y -> " in " + y)
                .orElse(", year not recorded,");
    }

    /** As recorded; a wording with a postcode in it, or a long one, could name a home or people. */
    private static String wording(Offence offence) {
        String words = offence.wording().strip();
        boolean plain =
                !words.isEmpty()
                        && words.length() <= LONGEST_WORDING
                        && !POSTCODE.matcher(words).find();
        return plain ? "'" + words + "'" : group(offence.group());
    }

    private static String group(OffenceGroup group) {
        return group.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String victim(Conviction body) {
        Optional<Integer> age = ViolenceAgainstChild.victimAge(body);
        String tie =
                ViolenceAgainstChild.victimTie(body)
                        .map(t -> ", " + SeriousViolence.words(t))
                        .orElse("");
        return age.map(a -> "; the victim was " + ViolenceAgainstChild.ageGroup(a) + tie)
                .orElse("; the victim's age is not recorded" + tie);
    }

    private String sentenced(Entry<Conviction> entry) {
        boolean custody =
                Stream.concat(
                                entry.body().sentence().stream(),
                                sentences(entry).stream().map(Sentence::kind))
                        .anyMatch(k -> k == SentenceKind.CUSTODY || k == SentenceKind.LIFE);
        return custody ? "; sentenced to custody" : "";
    }

    private static String hidden(Conviction body, LocalDate day) {
        String title = body.offence().wording().toLowerCase(Locale.ROOT);
        boolean says = CHILD_WORDS.stream().anyMatch(title::contains);
        return !says && ViolenceAgainstChild.of(body, day).yes()
                ? " The title of the record does not say that the victim was a child."
                : "";
    }

    /** Whether a risk is an old conviction of the lowest level, which an area may leave out. */
    static boolean lowLevel(KnownRisk risk) {
        return risk.fact().body() instanceof Conviction c
                && c.originalCharge().isEmpty()
                && (c.offence().group() == OffenceGroup.COMMON_ASSAULT || c.caution())
                && c.offence().group() != OffenceGroup.SEXUAL
                && c.sentence()
                        .filter(k -> k == SentenceKind.CUSTODY || k == SentenceKind.LIFE)
                        .isEmpty();
    }
}
