package sightline.core.library;

import sightline.core.library.PublicationPolicy.Extent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One thing that was done, decided or found on the way to publication. Entries are only added. A
 * digest names the exact text that an entry is about: when the text changes, the entry no longer
 * counts.
 */
public sealed interface ReleaseEntry {
    /** Who did it. */
    String by();

    /** When. */
    Instant at();

    /** The redaction of a text is done. */
    record Redacted(String by, Instant at, String digest, int passagesLeftOut)
            implements ReleaseEntry {}

    /**
     * A text was scanned.
     *
     * @param hits how often something was found that must not be left
     * @param ordinary which parts of names are ordinary words here, by number, with one reason for
     *     all
     */
    record Scanned(
            String by, Instant at, String digest, int hits, List<Integer> ordinary, String reason)
            implements ReleaseEntry {
        public Scanned {
            ordinary = List.copyOf(ordinary);
            if (!ordinary.isEmpty() && reason.isBlank()) {
                throw new IllegalArgumentException("say why these are ordinary words");
            }
        }
    }

    /** People have pseudonyms; the key is sealed, and two people may open it. */
    record KeySealed(String by, Instant at, String one, String other, int people)
            implements ReleaseEntry {
        public KeySealed {
            if (one.isBlank() || other.isBlank() || one.equals(other)) {
                throw new IllegalArgumentException("two different people keep a key.\nName both.");
            }
        }
    }

    /** The key was opened. */
    record KeyOpened(String by, Instant at, String reason) implements ReleaseEntry {}

    /**
     * A report came after people had pseudonyms. Nothing of it is in the text until whoever keeps
     * the keys has put these in place of names.
     *
     * @param keys when those keys were sealed that are still to be used
     */
    record ReportWaits(String by, Instant at, int pages, List<Instant> keys)
            implements ReleaseEntry {
        public ReportWaits {
            keys = List.copyOf(keys);
        }
    }

    /** A report is the text: with pseudonyms in place of names, where there are any. */
    record ReportTaken(String by, Instant at, int pages) implements ReleaseEntry {}

    /**
     * How many children could be meant by what is told.
     *
     * @param told the way of telling it that was chosen, and where the numbers are from
     * @param ways those that were counted, the narrowest first
     * @param why this one was chosen
     */
    record Counted(
            String by,
            Instant at,
            String told,
            long k,
            List<Reidentification.Counted> ways,
            String why)
            implements ReleaseEntry {
        public Counted {
            // One that was kept before ways were chosen has none.
            ways = List.copyOf(Objects.requireNonNullElse(ways, List.of()));
            why = Objects.requireNonNullElse(why, "");
        }
    }

    /** Fewer than ten could be meant, and somebody answers for that. */
    record RiskAccepted(String by, Instant at, long k, String reason) implements ReleaseEntry {}

    /** What publication may do to those who live on and to those who spoke. */
    record HarmAssessed(String by, Instant at, String children, String family, String contributors)
            implements ReleaseEntry {
        /** Whether each of the three was thought of. */
        public boolean whole() {
            return !children.isBlank() && !family.isBlank() && !contributors.isBlank();
        }
    }

    /** The family heard it first. */
    record FamilyTold(String by, Instant at, String how) implements ReleaseEntry {}

    /** A trial, an inquest or an investigation that publication could harm. */
    record ProcessBegan(String by, Instant at, String process) implements ReleaseEntry {}

    /** It is over. */
    record ProcessEnded(String by, Instant at, String process) implements ReleaseEntry {}

    /** Nobody outside reads it before that minute. */
    record Embargoed(String by, Instant at, Instant until) implements ReleaseEntry {}

    /** One of the two people who release it. */
    record Released(String by, Instant at, String digest, Extent extent) implements ReleaseEntry {}

    /** It is not published for now. */
    record Withheld(String by, Instant at, String reason, LocalDate lookAgain)
            implements ReleaseEntry {
        public Withheld {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a review is withheld for a reason.\nSay it.");
            }
        }
    }

    /** It stays published though a process began. */
    record KeptUp(String by, Instant at, String process, String reason) implements ReleaseEntry {}

    /** It was published and is not for a time; two people release it again. */
    record TakenDown(String by, Instant at, String reason, LocalDate lookAgain)
            implements ReleaseEntry {
        public TakenDown {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a review is taken down for a reason.\nSay it.");
            }
        }
    }

    /** It was published and is so no more; its address stays. */
    record Withdrawn(String by, Instant at, String reason) implements ReleaseEntry {
        public Withdrawn {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a review is withdrawn for a reason.\nSay it.");
            }
        }
    }
}
