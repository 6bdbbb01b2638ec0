package sightline.core.upkeep;

import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the sources and the pipeline are at a moment.
 *
 * @param feeds one for each sender
 * @param lastBatch when the pipeline last finished a batch, also an empty one
 * @param peersDown which linked installations do not answer, and since when the first does not
 * @param uploads what is set aside or waits of uploaded registers, by whose they are
 * @param reviews what is past its date of case reviews
 * @param library what was decided of reviews in the public library and has not happened
 * @param decisions that earlier decisions about mothers could not be taken up, and since when
 * @param corrections that not all is known of what was corrected or taken back earlier, and since
 *     when it is read
 * @param notWorkedOut for how many people a rule or a clock failed, and since when
 */
public record SiteState(
        List<Feed> feeds,
        Instant lastBatch,
        Optional<Owed> notWorkedOut,
        Optional<Owed> peersDown,
        Map<AgencyId, Owed> uploads,
        List<OfReview> reviews,
        List<OfReview> library,
        Optional<Owed> decisions,
        Optional<Owed> corrections) {
    public SiteState {
        feeds = List.copyOf(feeds);
        uploads = Map.copyOf(uploads);
        reviews = List.copyOf(reviews);
        library = List.copyOf(library);
    }

    /** A state in which nothing of a case review, and nothing of the library, is past its date. */
    public SiteState(
            List<Feed> feeds,
            Instant lastBatch,
            Optional<Owed> notWorkedOut,
            Optional<Owed> peersDown,
            Map<AgencyId, Owed> uploads) {
        this(
                feeds,
                lastBatch,
                notWorkedOut,
                peersDown,
                uploads,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A state in which no uploaded file waits. */
    public SiteState(
            List<Feed> feeds,
            Instant lastBatch,
            Optional<Owed> notWorkedOut,
            Optional<Owed> peersDown) {
        this(feeds, lastBatch, notWorkedOut, peersDown, Map.of());
    }

    /** A state in which every linked installation answers. */
    public SiteState(List<Feed> feeds, Instant lastBatch, Optional<Owed> notWorkedOut) {
        this(feeds, lastBatch, notWorkedOut, Optional.empty());
    }

    /** A state in which nobody's evaluation failed. */
    public SiteState(List<Feed> feeds, Instant lastBatch) {
        this(feeds, lastBatch, Optional.empty());
    }

    /**
     * One sender.
     *
     * @param goLive nothing is owed before that day
     * @param promise how often it promised to say that it is complete
     * @param completeUpTo its last word
     * @param missing what has not come in
     * @param quarantined what could not be read and is not mended
     * @param paused why and since when its messages are kept and not read
     * @param noted of how many of its messages something alone was set aside, if of many
     */
    public record Feed(
            AgencyId sender,
            LocalDate goLive,
            Duration promise,
            Optional<Instant> completeUpTo,
            Optional<Owed> missing,
            Optional<Owed> quarantined,
            Optional<Owed> paused,
            Optional<Owed> noted) {}

    /**
     * Something owed.
     *
     * @param since from when
     * @param words what, in words
     */
    public record Owed(Instant since, String words) {}

    /**
     * A part of a case review that is past its date, or its place in the library.
     *
     * @param key the same for as long as it is the same duty
     * @param agency who owes it
     * @param role which post there
     * @param lead the agency that leads the review
     */
    public record OfReview(String key, AgencyId agency, Role role, AgencyId lead, Owed owed) {}
}
