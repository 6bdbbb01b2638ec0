package sightline.core.library;

import sightline.core.kernel.London;
import sightline.core.library.PublicationPolicy.Extent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a review may go out, and if not, what is missing and what to do about each. */
public final class Release {
    private static final int RELEASERS = 2;

    private Release() {}

    /** One thing that is missing. */
    public enum Missing {
        REDACTION("Nothing says that the redaction is done.", "Finish it, and say so."),
        REPORT_WAITS(
                "A report came after people had pseudonyms, and waits for these.",
                "Ask one of the two who keep the key to put them in."),
        TEXT_CHANGED(
                "The text, or what must not be left in it, was changed after the redaction.",
                "Finish the redaction again."),
        SCAN("This text has not been scanned.", "Scan it."),
        SCAN_HITS("The scan found what must not be left.", "Take each out, and scan again."),
        COUNT("Nobody counted how many children could be meant.", "Count them."),
        TOO_FEW(
                "Fewer than ten children could be meant.",
                "Tell year, age or area more widely, or record who accepts the risk and why."),
        HARM(
                "Harm to surviving children, to the family and to those who spoke is not assessed.",
                "Write each of the three."),
        FAMILY("The family has not been told.", "Tell them first, and write how."),
        PROCESS(
                "A trial, an inquest or an investigation holds it.",
                "Wait until it has ended, and its end is recorded on the review."),
        NOT_NAMED(
                "Whether anything holds it cannot be seen by somebody who is not named on the review.",
                "Ask somebody who is."),
        EXTENT(
                "A review begun before 10 June 2010 is published as a summary.",
                "Publish the summary, or record the later order."),
        WITHHELD("It is withheld.", "Look again when it is due, and release it then."),
        WITHDRAWN("It was withdrawn.", "Finish a new redaction first."),
        REFERENCE(
                "Another review stands, or stood, in the library under this reference.",
                "Give it a reference of its own."),
        SECOND_PERSON("Two different people release a review.", "Ask a second person.");

        private final String sentence;
        private final String remedy;

        Missing(String sentence, String remedy) {
            this.sentence = sentence;
            this.remedy = remedy;
        }

        /** What is missing. */
        public String sentence() {
            return sentence;
        }

        /** What to do. */
        public String remedy() {
            return remedy;
        }
    }

    /** What somebody gets who releases it. */
    public sealed interface Answer {
        /** It cannot be released. */
        record Refused(List<Missing> missing) implements Answer {
            public Refused {
                missing = List.copyOf(missing);
            }
        }

        /** Theirs is the first release; a second person is needed. */
        record First(ReleaseEntry.Released entry) implements Answer {}

        /** It is released, and may be read from that moment on. */
        record Out(ReleaseEntry.Released entry, Instant from) implements Answer {}
    }

    /** Somebody releases it. */
    public static Answer by(String person, Extent extent, ReleaseFile file, Instant now) {
        List<Missing> missing = new ArrayList<>(missing(file, extent, now));
        if (file.releasers(extent).contains(person)) {
            missing.add(Missing.SECOND_PERSON);
        }
        if (!missing.isEmpty()) {
            return new Answer.Refused(missing);
        }
        var entry = new ReleaseEntry.Released(person, now, file.digest(), extent);
        return file.releasers(extent).size() + 1 < RELEASERS
                ? new Answer.First(entry)
                : new Answer.Out(entry, file.embargo().filter(now::isBefore).orElse(now));
    }

    /** What is missing before anybody may release it, but for the people. */
    public static List<Missing> missing(ReleaseFile file, Extent extent, Instant now) {
        List<Missing> missing = new ArrayList<>();
        text(file, missing);
        children(file, missing);
        if (file.newest(ReleaseEntry.HarmAssessed.class)
                .filter(ReleaseEntry.HarmAssessed::whole)
                .isEmpty()) {
            missing.add(Missing.HARM);
        }
        if (file.newest(ReleaseEntry.FamilyTold.class).isEmpty()) {
            missing.add(Missing.FAMILY);
        }
        if (!file.processes().isEmpty()) {
            missing.add(Missing.PROCESS);
        }
        if (file.holds().isEmpty()) {
            missing.add(Missing.NOT_NAMED);
        }
        if (extent == Extent.FULL
                && PublicationPolicy.most(file.begun(), file.order(), London.day(now))
                        == Extent.SUMMARY) {
            missing.add(Missing.EXTENT);
        }
        if (file.newest(ReleaseEntry.Withheld.class)
                .filter(w -> now.isBefore(London.startOf(w.lookAgain())))
                .isPresent()) {
            missing.add(Missing.WITHHELD);
        }
        return List.copyOf(missing);
    }

    private static void text(ReleaseFile file, List<Missing> missing) {
        if (file.waiting().isPresent()) {
            missing.add(Missing.REPORT_WAITS);
        }
        Optional<ReleaseEntry.Redacted> redacted = file.newest(ReleaseEntry.Redacted.class);
        if (redacted.isEmpty()) {
            missing.add(Missing.REDACTION);
        } else if (!redacted.get().digest().equals(file.digest())) {
            missing.add(Missing.TEXT_CHANGED);
        } else if (file.newest(ReleaseEntry.Withdrawn.class)
                .filter(w -> !w.at().isBefore(redacted.get().at()))
                .isPresent()) {
            missing.add(Missing.WITHDRAWN);
        }
        Optional<ReleaseEntry.Scanned> scanned =
                file.newest(ReleaseEntry.Scanned.class)
                        .filter(s -> s.digest().equals(file.digest()));
        if (scanned.isEmpty()) {
            missing.add(Missing.SCAN);
        } else if (scanned.get().hits() > 0) {
            missing.add(Missing.SCAN_HITS);
        }
    }

    private static void children(ReleaseFile file, List<Missing> missing) {
        Optional<ReleaseEntry.Counted> counted = file.newest(ReleaseEntry.Counted.class);
        if (counted.isEmpty()) {
            missing.add(Missing.COUNT);
        } else if (counted.get().k() < Reidentification.ENOUGH
                && file.newest(ReleaseEntry.RiskAccepted.class)
                        .filter(r -> r.k() == counted.get().k() && !r.reason().isBlank())
                        .isEmpty()) {
            missing.add(Missing.TOO_FEW);
        }
    }
}
