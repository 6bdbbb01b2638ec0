package sightline.core.library;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How much of a review is published, by the day on which it was begun. Reviews begun before 10 June
 * 2010 had their summary published; those begun from that day on are published in full. A later
 * order may publish an older one in full.
 */
public final class PublicationPolicy {
    /** The first day of which a review that was begun is published in full. */
    public static final LocalDate IN_FULL_FROM = LocalDate.of(2010, 6, 10);

    /** How much. */
    public enum Extent {
        SUMMARY,
        FULL
    }

    /**
     * That an older review is published in full after all.
     *
     * @param by who ordered it, an office and not a person
     * @param reason as it is told to the public
     */
    public record LaterOrder(LocalDate on, String by, String reason) {
        public LaterOrder {
            if (by.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("an order says by whom and why.\nGive both.");
            }
        }
    }

    private PublicationPolicy() {}

    /** The most that may be published on a day. */
    public static Extent most(LocalDate begun, Optional<LaterOrder> order, LocalDate on) {
        boolean full =
                !begun.isBefore(IN_FULL_FROM)
                        || order.filter(o -> !on.isBefore(o.on())).isPresent();
        return full ? Extent.FULL : Extent.SUMMARY;
    }
}
