package sightline.core.library;

import sightline.core.kernel.Sensitive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything of a case and its household that must not be left in what is published: names, dates
 * in every usual spelling, places, postcodes, numbers, rare phrases, initials where they are
 * capitals. A scan reads a text once. It sees through case, accents, spaces within words, hyphens
 * at the ends of lines and characters without width. A canary is known by its number; what it says
 * is never printed.
 */
public final class Canaries {
    /** What a canary is. */
    public enum What {
        NAME("a name"),
        NAME_PART("part of a name"),
        INITIALS("initials"),
        DATE("a date"),
        PLACE("a place"),
        POSTCODE("a postcode"),
        IDENTIFIER("an identifier"),
        TELEPHONE("a telephone number"),
        PHRASE("a rare phrase");

        private final String words;

        What(String words) {
            this.words = words;
        }

        /** In plain words, like "a postcode". */
        public String words() {
            return words;
        }

        /** Whether a hit may be an ordinary word that means nobody, like the flower rose. */
        public boolean mayBeOrdinary() {
            return this == NAME_PART || this == INITIALS;
        }
    }

    /**
     * Something that was found.
     *
     * @param canary its number
     * @param from where it begins in the text that was scanned
     * @param to behind its last character
     */
    public record Hit(int canary, What what, int from, int to) {}

    /** One thing that must not be left, as it is kept in a sealed list. */
    public record Item(What what, String words) {
        @Override
        public String toString() {
            return "Item[" + what + "]";
        }
    }

    /** What must not be left, as it is kept sealed; days are written like 2016-03-04. */
    public record Listed(List<Item> items) {
        public Listed {
            items = List.copyOf(items);
        }

        /** Made ready to scan with. */
        public Canaries canaries() {
            Builder builder = new Builder();
            for (Item item : items) {
                Sensitive<String> words = Sensitive.of(item.words());
                switch (item.what()) {
                    case NAME -> builder.name(words);
                    case NAME_PART ->
                            builder.add(
                                    What.NAME_PART, words, builder.spaced, Set.of(words.value()));
                    case INITIALS ->
                            builder.add(
                                    What.INITIALS, words, builder.closed, Set.of(words.value()));
                    case DATE -> builder.date(Sensitive.of(LocalDate.parse(item.words())));
                    case PLACE -> builder.place(words);
                    case POSTCODE -> builder.postcode(words);
                    case IDENTIFIER -> builder.identifier(words);
                    case TELEPHONE -> builder.telephone(words);
                    case PHRASE -> builder.phrase(words);
                }
            }
            return builder.build();
        }
    }

    private record Canary(What what, Sensitive<String> words) {}

    /** A node of the tree of letters; a word of the text may end anywhere between two letters. */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(2);
        private int ends = -1;
    }

    private final List<Canary> canaries;
    private final Node closed;
    private final Node spaced;

    private Canaries(Builder builder) {
        this.canaries = List.copyOf(builder.canaries);
        this.closed = builder.closed;
        this.spaced = builder.spaced;
    }

    /** How many there are, spellings not counted. */
    public int size() {
        return canaries.size();
    }

    /** What a canary says, for whoever holds the sealed key. */
    public Sensitive<String> words(int canary) {
        return canaries.get(canary).words();
    }

    /** Everything that is found, in the order of the text; none within another. */
    public List<Hit> scan(CharSequence text) {
        List<Folded.Word> words = Folded.words(text);
        Map<Integer, Hit> hits = new TreeMap<>();
        for (int i = 0; i < words.size(); i++) {
            find(closed, words, i, false, hits);
            find(spaced, words, i, true, hits);
        }
        List<Hit> outermost = new ArrayList<>();
        for (Hit hit : hits.values()) {
            if (hit.what() == What.INITIALS && !isInCapitals(text, hit)) {
                continue;
            }
            if (outermost.isEmpty() || hit.to() > outermost.getLast().to()) {
                outermost.add(hit);
            }
        }
        return List.copyOf(outermost);
    }

    private static boolean isInCapitals(CharSequence text, Hit hit) {
        return text.subSequence(hit.from(), hit.to())
                .codePoints()
                .noneMatch(Character::isLowerCase);
    }

    /**
     * Follows the letters from a word on.
     *
     * @param asSpaced whether words must end where those of the canary do
     */
    private void find(
            Node root,
            List<Folded.Word> words,
            int first,
            boolean asSpaced,
            Map<Integer, Hit> hits) {
        Node node = root;
        for (int i = first; i < words.size(); i++) {
            String letters = words.get(i).letters();
            for (int at = 0; at < letters.length(); at++) {
                Node next = node.next.get(letters.charAt(at));
                if (next == null) {
                    return;
                }
                node = next;
                boolean plural =
                        !asSpaced && letters.startsWith("s", at + 1) && at + 2 == letters.length();
                if (node.ends >= 0 && (at + 1 == letters.length() || plural)) {
                    keep(hits, node.ends, words.get(first), words.get(i));
                }
            }
            if (asSpaced) {
                Node next = node.next.get(' ');
                if (next == null) {
                    return;
                }
                node = next;
            }
        }
    }

    private void keep(Map<Integer, Hit> hits, int canary, Folded.Word first, Folded.Word last) {
        Hit hit = new Hit(canary, canaries.get(canary).what(), first.from(), last.to());
        hits.merge(hit.from(), hit, (a, b) -> b.to() >= a.to() ? b : a);
    }

    @Override
    public String toString() {
        return "Canaries[" + canaries.size() + "]";
    }

    /** Gathers what must not be left. */
    public static final class Builder {
        private static final Map<String, String> STREETS =
                Map.of(
                        "street", "st",
                        "road", "rd",
                        "avenue", "ave",
                        "lane", "ln",
                        "close", "cl",
                        "drive", "dr",
                        "court", "ct",
                        "crescent", "cres",
                        "terrace", "terr");
        private static final int PART_LETTERS_MIN = 3;

        private final List<Canary> canaries = new ArrayList<>();
        private final Node closed = new Node();
        private final Node spaced = new Node();

        /**
         * A person's whole name; each of its parts of three letters or more stands alone, too, and
         * so do its initials.
         */
        public Builder name(Sensitive<String> name) {
            add(What.NAME, name, closed, Set.of(name.value()));
            List<Folded.Word> parts = Folded.words(name.value());
            for (Folded.Word part : parts) {
                if (part.letters().length() >= PART_LETTERS_MIN && parts.size() > 1) {
                    String letters = name.value().substring(part.from(), part.to());
                    add(What.NAME_PART, Sensitive.of(letters), spaced, Set.of(letters));
                }
            }
            if (parts.size() > 1) {
                StringBuilder all = new StringBuilder();
                parts.forEach(part -> all.append(part.letters().charAt(0)));
                String outer = all.substring(0, 1) + all.charAt(all.length() - 1);
                add(
                        What.INITIALS,
                        Sensitive.of(all.toString()),
                        closed,
                        among(all.toString(), outer));
            }
            return this;
        }

        /** A day, in figures and in words. */
        public Builder date(Sensitive<LocalDate> date) {
            add(
                    What.DATE,
                    Sensitive.of(date.value().toString()),
                    spaced,
                    DateSpellings.of(date.value()));
            return this;
        }

        /** A street, a house, a school, a ward: with and without its number, with st for street. */
        public Builder place(Sensitive<String> place) {
            Set<String> spellings = new LinkedHashSet<>();
            spellings.add(place.value());
            spellings.add(place.value().replaceFirst("^(?i)(flat \\w+,? )?\\d+\\w?,? ", ""));
            for (String spelling : List.copyOf(spellings)) {
                STREETS.forEach((in, shortly) ->
                        spellings.add(spelling.replaceAll("(?i)\\b" + in + "\\b", shortly)));
            }
            add(What.PLACE, place, spaced, spellings);
            return this;
        }

        public Builder postcode(Sensitive<String> postcode) {
            return add(What.POSTCODE, postcode, closed, Set.of(postcode.value()));
        }

        public Builder identifier(Sensitive<String> identifier) {
            return add(What.IDENTIFIER, identifier, closed, Set.of(identifier.value()));
        }

        /** A number as it is dialled here; its international form is looked for, too. */
        public Builder telephone(Sensitive<String> number) {
            String plain = number.value().replaceAll("[^0-9+]", "");
            String national = plain.replaceFirst("^(\\+44|0044)", "0");
            String rest = national.replaceFirst("^0", "");
            return add(
                    What.TELEPHONE,
                    number,
                    closed,
                    among(plain, national, "44" + rest, "440" + rest, "0044" + rest));
        }

        /**
         * Words by which somebody who knew the case would know it; a name within them stands alone,
         * too, as who tells it otherwise keeps the name.
         */
        public Builder phrase(Sensitive<String> phrase) {
            for (Folded.Word word : Folded.words(phrase.value())) {
                String letters = phrase.value().substring(word.from(), word.to());
                if (word.from() > 0
                        && letters.length() > PART_LETTERS_MIN
                        && Character.isUpperCase(letters.codePointAt(0))) {
                    add(What.NAME_PART, Sensitive.of(letters), spaced, Set.of(letters));
                }
            }
            return add(What.PHRASE, phrase, closed, Set.of(phrase.value()));
        }

        public Canaries build() {
            return new Canaries(this);
        }

        private Builder add(What what, Sensitive<String> words, Node root, Set<String> spellings) {
            String between = root == spaced ? " " : "";
            boolean any = false;
            for (String spelling : spellings) {
                String letters =
                        String.join(
                                between,
                                Folded.words(spelling).stream().map(Folded.Word::letters).toList());
                any |= !letters.isEmpty();
                put(root, letters, canaries.size());
            }
            if (any) {
                canaries.add(new Canary(what, words));
            }
            return this;
        }

        private static void put(Node root, String letters, int number) {
            Node node = root;
            for (int i = 0; i < letters.length(); i++) {
                node = node.next.computeIfAbsent(letters.charAt(i), _ -> new Node());
            }
            if (node != root && node.ends < 0) {
                node.ends = number;
            }
        }

        private static Set<String> among(String... spellings) {
            return new LinkedHashSet<>(List.of(spellings));
        }
    }
}
