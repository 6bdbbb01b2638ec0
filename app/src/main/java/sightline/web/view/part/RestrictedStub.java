package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

/**
 * A record that exists and that the reader may not open. The words are the same whatever the
 * reason. A sealed record has no stub: it leaves no trace.
 */
public record RestrictedStub(String heldBy, Link ask, @Nullable Link emergency) {}
