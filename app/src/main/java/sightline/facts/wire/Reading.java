package sightline.facts.wire;

import sightline.core.facts.Fact;
import sightline.core.kernel.SourceRecord;

import java.util.List;

/** What came of reading a message. */
public sealed interface Reading {

    /**
     * It was read.
     *
     * @param facts one of each sensitivity class at the most for each assertion, not yet placed
     * @param notes what was kept but not understood or set aside, and what to do about it
     */
    record Read(List<Fact> facts, List<String> notes) implements Reading {
        public Read {
            facts = List.copyOf(facts);
            notes = List.copyOf(notes);
        }
    }

    /**
     * It cannot be read; it is kept whole.
     *
     * @param concerns whom it may be about, as far as that could be read
     */
    record Unreadable(List<Problem> problems, List<SourceRecord> concerns) implements Reading {
        public Unreadable {
            problems = List.copyOf(problems);
            concerns = List.copyOf(concerns);
        }
    }
}
