package sightline.core.directory;

import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Who is on call for a post outside its hours, week by week.
 *
 * @param shifts the windows of the week; the first that includes a time is the one
 * @param otherwise who is on call in any other hour, such as by day on a public holiday
 * @param days the days on which this rota is in force
 */
public record Rota(PostId post, List<Shift> shifts, Optional<PostId> otherwise, Period days) {
    public Rota {
        shifts = List.copyOf(shifts);
    }

    /** One post is on call in every hour outside those of another. */
    public static Rota always(PostId post, PostId onCall) {
        return new Rota(post, List.of(), Optional.of(onCall), Period.always());
    }

    /** The post on call at a local time, if this rota names one. */
    public Optional<PostId> onCall(ZonedDateTime local) {
        return shifts.stream()
                .filter(shift -> shift.includes(local))
                .map(Shift::onCall)
                .findFirst()
                .or(() -> otherwise);
    }
}
