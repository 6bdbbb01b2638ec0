package sightline.core.library;

import java.time.LocalDate;
import java.util.List;

/**
 * How far what a review recommended has come, on a day: counts and no verdict. The four groups
 * exclude each other, and the first that fits counts: slipped or re-opened, verified everywhere, no
 * evidence, part of the way.
 */
public record Progress(
        LocalDate on,
        int organisations,
        int verified,
        int partWay,
        int noEvidence,
        int slipped,
        List<Line> lines) {
    public Progress {
        lines = List.copyOf(lines);
        if (verified < 0 || partWay < 0 || noEvidence < 0 || slipped < 0 || organisations < 0) {
            throw new IllegalArgumentException("a count is not below nothing");
        }
    }

    /**
     * A recommendation and where it stands with each organisation.
     *
     * @param due as it is told, like "30 June 2026"
     */
    public record Line(int number, String text, List<State> states, String due, boolean late) {
        public Line {
            states = List.copyOf(states);
        }
    }

    /** Where it stands with some organisations, like "Verified by somebody else". */
    public record State(String words, List<String> organisations) {
        public State {
            organisations = List.copyOf(organisations);
        }
    }

    /** How many recommendations there are. */
    public int all() {
        return verified + partWay + noEvidence + slipped;
    }

    /** The one sentence that may be quoted. */
    public String sentence() {
        return "Of %d recommendations, %d are verified by somebody else in every organisation they were made to, %d are part of the way, %d have no evidence and %d have slipped or re-opened."
                .formatted(all(), verified, partWay, noEvidence, slipped);
    }
}
