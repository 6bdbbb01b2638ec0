package sightline.access;

import sightline.core.kernel.PersonId;

import java.time.Instant;

/** Emergency access that somebody opened to one person's records. */
public record Emergency(UserId user, PersonId subject, Instant openedAt, Instant expiresAt) {
    /** Whether it holds at that instant. */
    public boolean holdsAt(Instant at) {
        return !openedAt.isAfter(at) && expiresAt.isAfter(at);
    }
}
