package sightline.core.classification;

import sightline.core.classification.Sign.Group;
import sightline.core.kernel.Text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands in the words of a log that speaks for or against an incident between connected
 * people. It says what was found and where; whether that is enough is {@link Judgement}'s.
 *
 * @param found in the order in which it stands, nothing twice in one place
 */
public record LogReading(Text log, List<FoundWords> found) {
    /** At most so many characters of a log are read; it is longer than any that was written. */
    private static final int MOST_CHARACTERS = 20_000;

    private static final Pattern NOT =
            Pattern.compile(
                    "\\b(?:no|not|nor|never|without|nil|neither|n't|didn['’]t|wasn['’]t|weren['’]t|isn['’]t"
                            + "|hadn['’]t|haven['’]t|cannot say)\\b(?! longer| only)[^.,;:]{0,28}$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BUT =
            Pattern.compile(
                    "\\b(?:but|however|because|though|and then)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARS =
            Pattern.compile(
                    "^[^.;]{0,24}?\\b(?:aged? |is |, ?|\\()?(1[0-5]|[1-9])(?:\\)|,|\\.| ?-?year|yrs?|\\b)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARS_BEFORE =
            Pattern.compile("\\b(1[0-5]|[1-9])[- ]years?[- ]old\\b[^.;]{0,12}$");

    public LogReading {
        found = List.copyOf(found);
    }

    /** Reads a log. */
    public static LogReading of(Text log) {
        String words =
                log.value().length() > MOST_CHARACTERS
                        ? log.value().substring(0, MOST_CHARACTERS)
                        : log.value();
        List<FoundWords> found = new ArrayList<>();
        for (Sign sign : Signs.all()) {
            Matcher matcher = sign.words().matcher(words);
            while (matcher.find()) {
                if (!ofAChild(sign, words, matcher)) {
                    found.add(found(sign, words, matcher));
                }
            }
        }
        found.sort(
                Comparator.comparingInt(FoundWords::from)
                        .thenComparing(f -> -f.to())
                        .thenComparing(f -> f.sign().meaning()));
        return new LogReading(log, apart(found));
    }

    private static FoundWords found(Sign sign, String words, Matcher matcher) {
        return new FoundWords(
                matcher.start(),
                matcher.end(),
                new Text(matcher.group()),
                sign,
                sign.group() != Group.CALM
                        && !sign.group().against()
                        && sign.group() != Group.GUARDED
                        && negated(words, matcher.start()));
    }

    /** "No threats were made", "was not pushed"; a "but" between ends what is denied. */
    private static boolean negated(String words, int start) {
        Matcher not = NOT.matcher(words.substring(Math.max(0, start - 40), start));
        return not.find() && !BUT.matcher(not.group()).find();
    }

    /** A relative whom the log says to be under 16 is no party in law. */
    private static boolean ofAChild(Sign sign, String words, Matcher matcher) {
        if (sign.group() != Group.RELATIVE) {
            return false;
        }
        String after = words.substring(matcher.end(), Math.min(words.length(), matcher.end() + 40));
        String before = words.substring(Math.max(0, matcher.start() - 30), matcher.end());
        return YEARS.matcher(after).find() || YEARS_BEFORE.matcher(before).find();
    }

    /** Of those that overlap in one group, the longest. */
    private static List<FoundWords> apart(List<FoundWords> found) {
        List<FoundWords> kept = new ArrayList<>();
        for (FoundWords next : found) {
            if (kept.stream()
                    .noneMatch(k ->
                            k.from() < next.to()
                                    && next.from() < k.to()
                                    && (k.sign().group() == next.sign().group()
                                            || k.to() - k.from() >= next.to() - next.from()))) {
                kept.add(next);
            }
        }
        return kept;
    }

    /** Those that speak for it, in the order in which they stand. */
    public List<FoundWords> suggesting() {
        return found.stream().filter(FoundWords::suggests).toList();
    }

    /** Those that speak against it. */
    public List<FoundWords> against() {
        return found.stream().filter(FoundWords::speaksAgainst).toList();
    }

    boolean has(Group group) {
        return in(group).findAny().isPresent();
    }

    /** Whether one sentence speaks of both. */
    boolean together(Group one, Group other) {
        return in(one).anyMatch(f -> in(other).anyMatch(o -> oneSentence(f, o)));
    }

    private Stream<FoundWords> in(Group group) {
        return found.stream().filter(f -> !f.negated() && f.sign().group() == group);
    }

    private boolean oneSentence(FoundWords one, FoundWords other) {
        int from = Math.min(one.to(), other.to());
        int to = Math.max(one.from(), other.from());
        return from >= to || log.value().substring(from, to).indexOf('.') < 0;
    }
}
