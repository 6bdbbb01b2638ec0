package sightline.identity;

import sightline.core.identity.LearntModel;
import sightline.core.identity.People;
import sightline.core.identity.PersonIds;
import sightline.core.identity.Resolution;
import sightline.core.identity.ResolvedPerson;
import sightline.population.PersonId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Prints how right identity is on an invented population's records, nobody deciding anything:
 * {@code SEED RECORDS}; with a file as third, it learns the model anew from them first.
 */
final class IdentityBench {
    private IdentityBench() {}

    public static void main(String[] arguments) throws IOException {
        var world = new Invented(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
        if (arguments.length > 2) {
            Files.writeString(Path.of(arguments[2]), LearntModel.learnt(world.records));
            return;
        }
        System.out.println(Figures.of(world));
    }

    /**
     * How right people are.
     *
     * @param pairs pairs of records that are truly of one person
     * @param found those of them that are together
     * @param wrong pairs that are together and of two people
     * @param asked pairs in the review queue
     * @param rightlyAsked those of them that are of one person
     */
    record Figures(long pairs, long found, long wrong, long asked, long rightlyAsked) {
        static Figures of(Invented world) {
            var resolution =
                    new People(new PersonIds(new byte[32])).resolve(world.records, List.of());
            long found = 0;
            long made = 0;
            for (var person : resolution.people()) {
                made += pairs(person.records().size());
                found += pairsOfOne(truths(world, person));
            }
            return new Figures(
                    pairsOfOne(world.truth.values()),
                    found,
                    made - found,
                    resolution.undecided().size(),
                    rightlyAsked(world, resolution));
        }

        private static List<PersonId> truths(Invented world, ResolvedPerson person) {
            return person.records().stream()
                    .map(record -> Objects.requireNonNull(world.truth.get(record)))
                    .toList();
        }

        private static long rightlyAsked(Invented world, Resolution resolution) {
            return resolution.undecided().stream()
                    .filter(pair ->
                            Objects.equals(
                                    world.truth.get(pair.first()), world.truth.get(pair.second())))
                    .count();
        }

        private static long pairsOfOne(Collection<PersonId> truths) {
            Map<PersonId, Integer> counts = new HashMap<>();
            truths.forEach(person -> counts.merge(person, 1, Integer::sum));
            return counts.values().stream().mapToLong(Figures::pairs).sum();
        }

        private static long pairs(int records) {
            return (long) records * (records - 1) / 2;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d true pairs, %d found (%.4f), %d wrong; %d asked, %d of them rightly",
                    pairs,
                    found,
                    (double) found / pairs,
                    wrong,
                    asked,
                    rightlyAsked);
        }
    }
}
