package sightline.core.screening;

import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody.Account;
import sightline.core.facts.HealthBody.Mark;
import sightline.core.facts.HealthBody.Side;
import sightline.core.household.Entry;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.core.screening.Matters.Beside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts one finding together, and says what entries show in plain words. */
final class Found {
    private final RuleId rule;
    private final PersonId subject;
    private final String matter;
    private final String item;
    private final PathOf path = new PathOf();
    private final Set<Recipient> first = new LinkedHashSet<>();
    private final List<Text> notShown = new ArrayList<>();
    private Finding.Effect effect = Finding.Effect.ALERT;

    private Found(RuleId rule, PersonId subject, String matter, String item) {
        this.rule = rule;
        this.subject = subject;
        this.matter = matter;
        this.item = item;
    }

    static Found of(Rule rule, Child child, String matter, String item) {
        return new Found(rule.id(), child.individual().id(), matter, item);
    }

    Found entry(Entry<?> entry, String text) {
        path.entry(entry, text);
        return this;
    }

    Found fact(Fact fact, Certainty certainty, String text) {
        path.fact(fact, certainty, text);
        return this;
    }

    Found follows(String text, Instant at, FactId... facts) {
        return follows(text, at, Certainty.CONFIRMED, List.of(facts));
    }

    Found follows(String text, Instant at, Certainty certainty, List<FactId> facts) {
        path.derived(text, at, certainty, facts);
        return this;
    }

    /**
     * That whoever closed the matter beside it did not know of it, where it was told so late.
     *
     * @param what came late: "the move"
     */
    Found late(Beside beside, String what) {
        if (!beside.knownLate()) {
            return this;
        }
        return follows(
                "It was open when %s was written down; it was closed on %s, before %s was known here"
                        .formatted(
                                what,
                                Words.day(London.day(beside.matter().closed().orElseThrow())),
                                what),
                beside.since());
    }

    Found tell(Set<Recipient> recipients) {
        first.addAll(recipients);
        return this;
    }

    Found tell(Recipient recipient) {
        first.add(recipient);
        return this;
    }

    Found notShown(String text) {
        notShown.add(new Text(text));
        return this;
    }

    Found shownOnly() {
        effect = Finding.Effect.SHOWN;
        return this;
    }

    Finding finding(Instant since, String headline, Sharing sharing) {
        return new Finding(
                rule,
                subject,
                matter,
                item,
                since,
                new Text(headline),
                path.steps(),
                first,
                sharing,
                notShown,
                effect);
    }

    static FactId id(Entry<?> entry) {
        return entry.fact().id();
    }

    /** A code as words: {@code FALL_DOWN_STAIRS} is "fall down stairs". */
    static String words(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What was seen: "bruise, cheek (left); graze, chin". */
    static String marks(List<Mark> marks) {
        return marks.isEmpty()
                ? "marks not described"
                : marks.stream().map(Found::mark).distinct().collect(Collectors.joining("; "));
    }

    private static String mark(Mark mark) {
        String side =
                mark.side() == Side.LEFT || mark.side() == Side.RIGHT || mark.side() == Side.BOTH
                        ? " (" + words(mark.side()) + ")"
                        : "";
        String count = mark.count() > 1 ? mark.count() + " x " : "";
        return count + words(mark.kind()) + ", " + words(mark.site()) + side;
    }

    /** How it was explained: "explained as fall", "no explanation recorded". */
    static String accounts(List<Account> accounts) {
        String coded =
                accounts.stream()
                        .flatMap(a -> a.mechanism().stream())
                        .map(Found::words)
                        .distinct()
                        .collect(Collectors.joining(", then "));
        if (!coded.isEmpty()) {
            return "explained as " + coded;
        }
        boolean inWords = accounts.stream().anyMatch(a -> a.words().isPresent());
        return inWords ? "explained in the entry's own words" : "no explanation recorded";
    }
}
