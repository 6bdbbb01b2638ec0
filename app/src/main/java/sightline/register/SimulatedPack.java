package sightline.register;

import java.time.Instant;
import java.util.Optional;

/**
 * A pack whose switching on was asked about.
 *
 * @param version the pack's, when it was asked
 * @param looked of those to look at, how many were looked at
 * @param done what was worked out last; nothing before the first time
 * @param running whether it is being worked out, or waits to be
 */
public record SimulatedPack(
        String pack,
        String version,
        Instant askedAt,
        boolean running,
        int looked,
        int people,
        Optional<Done> done) {

    /**
     * What was worked out.
     *
     * @param version the pack's of that time
     * @param people how many were looked at
     * @param under how many would be under it
     * @param questions of how many the record leaves it open
     */
    public record Done(
            String version,
            Instant at,
            int people,
            int under,
            int questions,
            int comesOn,
            int goesOff,
            int otherPeriod) {
        /** For how many something would change. */
        public int changes() {
            return comesOn + goesOff + otherPeriod;
        }
    }
}
