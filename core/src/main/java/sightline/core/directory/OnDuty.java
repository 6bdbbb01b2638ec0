package sightline.core.directory;

import sightline.core.kernel.PostId;

import java.util.Optional;

/** Who has a post at some time. Nobody is an answer, with its reason, and never an empty one. */
public sealed interface OnDuty {
    /** Its own holder. */
    record Held(Holder holder) implements OnDuty {}

    /** The holder of a post that covers it. */
    record Covered(PostId by, Holder holder) implements OnDuty {}

    /** The holder of the post that the rota names outside its hours. */
    record OutOfHours(PostId by, Holder holder) implements OnDuty {}

    /**
     * Nobody: what is sent there is undeliverable.
     *
     * @param reason what is missing, in words for the page
     */
    record Vacant(String reason) implements OnDuty {}

    /** Whoever has it, if anybody. */
    default Optional<Holder> person() {
        return switch (this) {
            case Held(var holder) -> Optional.of(holder);
            case Covered(var _, var holder) -> Optional.of(holder);
            case OutOfHours(var _, var holder) -> Optional.of(holder);
            case Vacant _ -> Optional.empty();
        };
    }
}
