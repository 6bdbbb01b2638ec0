package sightline.core.facts;

import sightline.core.kernel.SourceRecord;

/** One person in a fact, as the sender's own record of them, and what they are in it. */
public record Participant(PersonRole role, SourceRecord record) {}
