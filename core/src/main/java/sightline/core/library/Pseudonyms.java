package sightline.core.library;

import sightline.core.kernel.Sensitive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sealed key: who is called what in a review. A letter is drawn and never the initial of the
 * one whom it stands for; twins get letters that follow each other.
 */
public final class Pseudonyms {
    /** Whom a pseudonym stands for. */
    public enum Kind {
        CHILD("Child"),
        TWIN("Twin"),
        ADULT("Adult"),
        WORKER("Worker");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * Somebody of the case.
     *
     * @param names the whole name first, then others by which the text may call them
     */
    public record Somebody(Kind kind, List<Sensitive<String>> names) {
        public Somebody {
            names = List.copyOf(names);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("nobody is named.\nGive a name.");
            }
        }
    }

    private record Entry(Pattern name, String pseudonym) {}

    private record Named(Sensitive<String> name, String pseudonym) {}

    private final List<Named> named;
    private final List<String> given;
    private final List<Entry> entries;

    private Pseudonyms(List<Named> named) {
        this.named = List.copyOf(named);
        this.given = named.stream().map(Named::pseudonym).distinct().toList();
        this.entries = entries(named);
    }

    /**
     * Keys that were sealed, opened: the lines of {@link #sealed}, the newest key's first, so that
     * who has two pseudonyms has the newest.
     */
    public static Pseudonyms opened(List<Sensitive<String>> lines) {
        return new Pseudonyms(
                lines.stream()
                        .map(l -> l.value().split("\t", 2))
                        .map(l -> new Named(Sensitive.of(l[1]), l[0]))
                        .toList());
    }

    /** Gives everybody a pseudonym; the same seed gives the same ones. */
    public static Pseudonyms of(List<Somebody> people, long seed) {
        List<Character> letters = new ArrayList<>();
        for (char c = 'A'; c <= 'Z'; c++) {
            if (c != 'I' && c != 'O') {
                letters.add(c);
            }
        }
        Collections.shuffle(letters, new Random(seed));
        Set<String> taken = new HashSet<>();
        List<String> given = new ArrayList<>();
        char before = 0;
        for (Somebody one : people) {
            char after = one.kind() == Kind.TWIN && before != 0 ? (char) (before + 1) : 0;
            String letter = letter(one, letters, taken, after);
            before = one.kind() == Kind.TWIN ? letter.charAt(0) : 0;
            taken.add(letter);
            given.add(one.kind().word + " " + letter);
        }
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            String pseudonym = given.get(i);
            people.get(i).names().forEach(n -> named.add(new Named(n, pseudonym)));
        }
        return new Pseudonyms(named);
    }

    private static String letter(
            Somebody one, List<Character> letters, Set<String> taken, char preferred) {
        Set<Character> initials = new HashSet<>();
        one.names()
                .forEach(name ->
                        Folded.words(name.value())
                                .forEach(w ->
                                        initials.add(
                                                w.letters().toUpperCase(Locale.ROOT).charAt(0))));
        if (letters.contains(preferred)
                && !initials.contains(preferred)
                && !taken.contains(Character.toString(preferred))) {
            return Character.toString(preferred);
        }
        for (int round = 0; ; round++) {
            for (char letter : letters) {
                String name = letter + (round == 0 ? "" : Integer.toString(round + 1));
                if (!initials.contains(letter) && !taken.contains(name)) {
                    return name;
                }
            }
        }
    }

    private static List<Entry> entries(List<Named> named) {
        return named.stream()
                .sorted(Comparator.comparingInt((Named n) -> n.name().value().length()).reversed())
                .map(n -> new Entry(pattern(n.name().value()), n.pseudonym()))
                .toList();
    }

    private static Pattern pattern(String name) {
        List<String> words = List.of(name.strip().split("\\s+"));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])"
                        + String.join("[\\s\\p{Z}]+", words.stream().map(Pattern::quote).toList())
                        + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What they are called in the text, in the order in which they were named. */
    public List<String> given() {
        return given;
    }

    /** The text with pseudonyms in place of names, the longest name first. */
    public String applied(String text) {
        String replaced = text;
        for (Entry entry : entries) {
            replaced =
                    entry.name()
                            .matcher(replaced)
                            .replaceAll(Matcher.quoteReplacement(entry.pseudonym()));
        }
        return replaced;
    }

    /** The key itself, for whoever seals it: name and pseudonym. */
    public List<Sensitive<String>> sealed() {
        return named.stream()
                .map(n -> Sensitive.of(n.pseudonym() + "\t" + n.name().value()))
                .toList();
    }

    @Override
    public String toString() {
        return "Pseudonyms[" + given.size() + "]";
    }
}
