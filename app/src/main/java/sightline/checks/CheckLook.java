package sightline.checks;

import sightline.core.alerts.Derivation;
import sightline.core.checks.Cause;
import sightline.core.checks.Involved;
import sightline.core.checks.Looking;
import sightline.core.directory.Directory;
import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SchoolBody;
import sightline.core.household.KnownFacts.Member;
import sightline.core.household.Supposed;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.RuleId;
import sightline.identity.IdentityStore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at those whom a check names, as they were found, and then as each of them would be seen if
 * they were somebody whom they may be.
 */
final class CheckLook {
    /** More people than this whom somebody may be are not told apart at a counter. */
    private static final int MAYBE = 6;

    private final Looking looking;

    CheckLook(
            Derivation derivation,
            Directory directory,
            Map<AgencyId, LocalDate> goLive,
            Set<RuleId> counts,
            Instant now) {
        this.looking = new Looking(derivation, directory, goLive, counts, now);
    }

    /** What was seen; nobody in it whom the asker may not know of. */
    record Seen(List<Cause> causes, List<Cause> doubts, List<Involved> involved, boolean unsure) {}

    /**
     * Looks.
     *
     * @param recorded whether the message is in the ledger already
     * @param barred of whom the asker may not learn anything
     */
    Seen at(
            IdentityStore identity,
            Named named,
            CheckQuestion question,
            boolean recorded,
            Set<PersonId> barred) {
        Map<Address, PlaceId> places = identity.placed(question.places());
        List<Fact> facts =
                recorded
                        ? question.supposed().stream()
                                .filter(f -> f.id().ordinal() >= question.facts().size())
                                .toList()
                        : question.supposed();
        Supposed supposed = Supposed.facts(identity, facts, named.supposed(), places);
        Looking.Seen seen = looking.at(supposed, Set.copyOf(named.people().values()));
        Map<PersonId, PersonId> maybe = onRecord(identity, named);
        List<Cause> doubts = new ArrayList<>();
        boolean unsure = seen.unsure();
        int tried = 0;
        for (Map.Entry<PersonId, PersonId> each : maybe.entrySet()) {
            if (++tried > MAYBE) {
                unsure = true;
                break;
            }
            Looking.Seen then =
                    looking.at(
                            supposed.with(each.getValue(), possible(identity, each.getKey())),
                            List.of(each.getValue()));
            then.causes().stream().filter(c -> !known(c, seen)).forEach(doubts::add);
            unsure |= then.unsure();
        }
        return new Seen(
                seen.causes().stream().filter(c -> !barred.contains(c.subject())).toList(),
                doubts.stream().filter(c -> !barred.contains(c.subject())).distinct().toList(),
                seen.involved().stream().filter(i -> !barred.contains(i.child())).toList(),
                unsure);
    }

    private static boolean known(Cause cause, Looking.Seen seen) {
        return seen.causes().stream()
                .anyMatch(c ->
                        c.rule().equals(cause.rule()) && c.reference().equals(cause.reference()));
    }

    private static List<Member> possible(IdentityStore identity, PersonId other) {
        return identity.recordsOf(List.of(other)).getOrDefault(other, List.of()).stream()
                .map(m -> new Member(m.record(), Certainty.POSSIBLE))
                .toList();
    }

    /** Those among whom somebody may be of whom more is recorded than who and where they are. */
    private static Map<PersonId, PersonId> onRecord(IdentityStore identity, Named named) {
        Map<PersonId, PersonId> maybe = new LinkedHashMap<>();
        named.maybe().forEach((person, all) -> all.forEach(o -> maybe.putIfAbsent(o, person)));
        Map<SourceRecord, PersonId> theirs = new LinkedHashMap<>();
        identity.recordsOf(maybe.keySet())
                .forEach((other, own) -> own.forEach(m -> theirs.put(m.record(), other)));
        Set<PersonId> onRecord =
                identity.mentioning(theirs.keySet()).stream()
                        .filter(f -> tells(f))
                        .flatMap(f -> f.participants().stream())
                        .map(Participant::record)
                        .filter(theirs::containsKey)
                        .map(theirs::get)
                        .collect(Collectors.toSet());
        maybe.keySet().retainAll(onRecord);
        return maybe;
    }

    private static boolean tells(Fact fact) {
        return !(fact.body() instanceof PersonBody
                || fact.body() instanceof HousingBody
                || fact.body() instanceof HealthBody.GpRegistration
                || fact.body() instanceof SchoolBody.SchoolRoll);
    }
}
