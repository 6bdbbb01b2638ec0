package sightline.web;

import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.kernel.PersonId;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the journal says of facts that leave the house in a file. */
final class HandedOut {
    private HandedOut() {}

    /** Facts about one person: whose records they name, and their classes. */
    static Entry entry(Event event, PersonId about, List<Fact> facts, String detail) {
        return new Entry(
                event,
                List.of(about),
                facts.stream()
                        .flatMap(f -> f.participants().stream())
                        .map(Participant::record)
                        .toList(),
                facts.stream().map(Fact::sensitivity).collect(Collectors.toSet()),
                facts.size(),
                Set.of(),
                detail,
                Optional.empty());
    }
}
