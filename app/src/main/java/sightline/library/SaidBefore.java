package sightline.library;

import sightline.core.library.PublishedReview.Reference;
import sightline.library.Library.Similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of all recommendations as they were at one moment, and by each word who has it: which
 * are alike is answered for one after another without asking the database, as {@link
 * Library#similar} answers it for one.
 */
public final class SaidBefore {
    private record Said(Reference reference, int number) {}

    private final Map<String, String> readable;
    private final List<Said> said;
    private final List<String> texts;
    private final Map<Said, Integer> places = new HashMap<>();

    /** Of each recommendation its words, the rarest first. */
    private final int[][] words;

    /** Of each word the recommendations that have it. */
    private final int[][] having;

    private final double[] weights;

    private SaidBefore(Builder builder) {
        readable = Map.copyOf(builder.readable);
        said = List.copyOf(builder.said);
        texts = List.copyOf(builder.texts);
        for (int i = 0; i < said.size(); i++) {
            places.put(said.get(i), i);
        }
        words = builder.words.toArray(int[][]::new);
        having = having(words, builder.numbers.size());
        weights =
                Arrays.stream(having)
                        .mapToDouble(h -> Math.log1p((double) said.size() / h.length))
                        .toArray();
        for (int i = 0; i < words.length; i++) {
            words[i] =
                    Arrays.stream(words[i])
                            .boxed()
                            .sorted(Comparator.comparingInt(w -> having[w].length))
                            .mapToInt(Integer::intValue)
                            .toArray();
        }
    }

    private static int[][] having(int[][] words, int count) {
        int[] lengths = new int[count];
        for (int[] some : words) {
            for (int word : some) {
                lengths[word]++;
            }
        }
        int[][] having = Arrays.stream(lengths).mapToObj(int[]::new).toArray(int[][]::new);
        for (int place = words.length - 1; place >= 0; place--) {
            for (int word : words[place]) {
                having[word][--lengths[word]] = place;
            }
        }
        return having;
    }

    /** Those of other reviews that say much the same, most alike first. */
    public List<Similar> of(Reference reference, int number) {
        return Optional.ofNullable(places.get(new Said(reference, number)))
                .map(this::alike)
                .orElse(List.of());
    }

    private List<Similar> alike(int own) {
        boolean[] mine = new boolean[weights.length];
        double all = 0;
        for (int word : words[own]) {
            mine[word] = true;
            all += weights[word];
        }
        boolean[] tried = new boolean[said.size()];
        List<Similar> alike = new ArrayList<>();
        double rest = all;
        for (int word : words[own]) {
            if (rest <= Recommended.ALIKE * all) {
                // Whoever has none of the words so far has no more than the rest.
                break;
            }
            for (int other : having[word]) {
                if (!tried[other]) {
                    tried[other] = true;
                    compared(own, other, mine, all).ifPresent(alike::add);
                }
            }
            rest -= weights[word];
        }
        return alike.stream()
                .sorted(
                        Comparator.comparingInt(Similar::sharedOfHundred)
                                .reversed()
                                .thenComparing(Similar::reference)
                                .thenComparingInt(Similar::number))
                .limit(Library.SIMILAR_MAX)
                .toList();
    }

    private Optional<Similar> compared(int own, int other, boolean[] mine, double all) {
        double shared = 0;
        for (int word : words[other]) {
            shared += mine[word] ? weights[word] : 0;
        }
        Said there = said.get(other);
        String pseudonym = readable.get(there.reference().value());
        if (shared <= Recommended.ALIKE * all
                || pseudonym == null
                || there.reference().equals(said.get(own).reference())) {
            return Optional.empty();
        }
        return Optional.of(
                new Similar(
                        there.reference().value(),
                        pseudonym,
                        there.number(),
                        texts.get(other),
                        (int) Math.rint(100 * (shared / all))));
    }

    /** Gathers them; each recommendation once, each of its words once. */
    static final class Builder {
        private final Map<String, String> readable;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Said> said = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private final List<int[]> words = new ArrayList<>();

        /**
         * Begins.
         *
         * @param readable the pseudonyms of the reviews that can be read, by their references
         */
        Builder(Map<String, String> readable) {
            this.readable = readable;
        }

        void add(Reference reference, int number, String text, String[] its) {
            said.add(new Said(reference, number));
            texts.add(text);
            words.add(
                    Arrays.stream(its)
                            .mapToInt(w -> numbers.computeIfAbsent(w, _ -> numbers.size()))
                            .toArray());
        }

        SaidBefore build() {
            return new SaidBefore(this);
        }
    }
}
