package sightline.core.household;

import sightline.core.facts.Alone;
import sightline.core.facts.Body;
import sightline.core.facts.HealthBody;
import sightline.core.facts.Kinds;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kinds whose entries a reading may leave out where an entry is {@link Alone}: a form shows no
 * chronology. The newest of each record is read all the same, so that whoever has entries is seen
 * to have them. To ask a person for a kind that was left out is a mistake.
 *
 * @param latest how many of each record, those that happened last, are read all the same
 */
public record LeftOut(Set<String> kinds, int latest) {
    /** Everything is read. */
    public static final LeftOut NOTHING = new LeftOut(Set.of(), 0);

    /** What happens every week in a child's life, and no form asks for. */
    public static final LeftOut EVERYDAY =
            new LeftOut(
                    Stream.of(
                                    HealthBody.HealthContact.class,
                                    HealthBody.Appointment.class,
                                    HealthBody.DevelopmentalStage.class,
                                    SchoolBody.SchoolAbsence.class,
                                    SchoolBody.Concern.class,
                                    SharedBody.Note.class)
                            .map(Kinds::slug)
                            .collect(Collectors.toSet()),
                    0);

    public LeftOut {
        kinds = Set.copyOf(kinds);
    }

    /** The same but for these kinds, which are read. */
    public LeftOut but(Collection<String> asked) {
        return new LeftOut(
                kinds.stream().filter(k -> !asked.contains(k)).collect(Collectors.toSet()), latest);
    }

    /** The same but for so many of each record, which are read: those that happened last. */
    public LeftOut butTheLatest(int number) {
        return new LeftOut(kinds, number);
    }

    void check(Class<? extends Body> kind) {
        for (String each : kinds) {
            check(Kinds.named(each).filter(k -> kind.isAssignableFrom(k.body())).isEmpty(), each);
        }
    }

    void check(String kind) {
        check(!kinds.contains(kind), kind);
    }

    private static void check(boolean read, String kind) {
        if (!read) {
            throw new IllegalStateException(kind + " is asked for and was left out");
        }
    }
}
