package sightline.checks;

import sightline.core.facts.Fact;
import sightline.core.facts.Participant;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.identity.IdentityStore;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is recorded at the home that a check is about. */
final class Homes {
    private static final int FACTS = 400;

    private final IdentityStore identity;
    private final CheckQuestion question;

    Homes(IdentityStore identity, CheckQuestion question) {
        this.identity = identity;
        this.question = question;
    }

    /** Everybody who was ever recorded there, as far as the newest entries tell. */
    Set<PersonId> people() {
        var places = identity.placed(question.home().stream().toList());
        List<Fact> there = identity.occupying(Set.copyOf(places.values()), FACTS);
        Set<SourceRecord> records =
                there.stream()
                        .flatMap(f -> f.participants().stream())
                        .map(Participant::record)
                        .collect(Collectors.toSet());
        return new HashSet<>(identity.peopleOf(records).values());
    }
}
