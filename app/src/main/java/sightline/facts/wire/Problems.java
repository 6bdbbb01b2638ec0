package sightline.facts.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects everything that is wrong with a message, and what was not understood but does no harm.
 */
final class Problems {
    private static final int MOST = 50;

    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Problem> asides = new ArrayList<>();

    void add(String field, String message, String fix) {
        if (problems.size() < MOST) {
            problems.add(new Problem(field, message, fix));
        }
    }

    void note(String note) {
        if (notes.size() < MOST) {
            notes.add(note);
        }
    }

    /** Notes what alone was set aside. */
    void aside(Problem problem) {
        if (asides.size() < MOST) {
            asides.add(problem);
        }
        note(
                "%s was set aside: %s. %s"
                        .formatted(
                                problem.field().replaceFirst("^\\.", ""),
                                problem.message(),
                                problem.fix()));
    }

    /** Notes what was noted of a part. */
    void noteAll(Problems of) {
        of.notes.forEach(this::note);
        asides.addAll(of.asides.subList(0, Math.min(of.asides.size(), MOST - asides.size())));
    }

    boolean none() {
        return problems.isEmpty();
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }

    /** What alone was set aside. */
    List<Problem> asides() {
        return List.copyOf(asides);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
