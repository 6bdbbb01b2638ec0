package sightline.pipeline;

import sightline.core.alerts.Derived;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.directory.Role;
import sightline.core.duties.Duty;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SystemBody;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.London;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.screening.Recipient;
import sightline.identity.IdentityStore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says for each new entry whose record it became visible on, to whom, and what was still open. */
final class Visibility {
    private static final Role PRACTITIONER = new Role("practitioner");
    private static final Role SOCIAL_WORKER = new Role("social-worker");

    private final Directory directory;
    private final Instant now;

    Visibility(Directory directory, Instant now) {
        this.directory = directory;
        this.now = now;
    }

    Optional<Occurrence> of(Fact fact, IdentityStore identity, Map<PersonId, Derived> derived) {
        if (fact.sensitivity().apart()
                || fact.body() instanceof SystemBody
                || fact.body() instanceof PersonBody.Person
                || fact.subject().isEmpty()) {
            return Optional.empty();
        }
        SourceRecord subject = fact.subject().get();
        Optional<PersonId> person =
                Optional.ofNullable(identity.peopleOf(List.of(subject)).get(subject));
        List<String> open = person.map(derived::get).map(Visibility::unanswered).orElse(List.of());
        List<Recipient> to = new ArrayList<>();
        to.add(new Recipient(fact.source(), PRACTITIONER));
        directory.agency(fact.source()).ifPresent(a -> socialCare(a.area(), to));
        List<SourceRecord> about = everyRecord(fact, identity);
        return Optional.of(new Occurrence.Visible(now, fact, about, to, open));
    }

    /** Every record of everybody in the fact: whoever looks up one finds it. */
    private static List<SourceRecord> everyRecord(Fact fact, IdentityStore identity) {
        List<SourceRecord> named = fact.participants().stream().map(p -> p.record()).toList();
        Set<SourceRecord> all = new TreeSet<>(named);
        identity.recordsOf(new HashSet<>(identity.peopleOf(named).values())).values().stream()
                .flatMap(List::stream)
                .forEach(m -> all.add(m.record()));
        return List.copyOf(all);
    }

    private void socialCare(AreaId area, List<Recipient> to) {
        directory.answering(area, AgencyType.CHILDRENS_SOCIAL_CARE, London.day(now)).stream()
                .limit(1)
                .map(a -> new Recipient(a.id(), SOCIAL_WORKER))
                .filter(r -> !to.contains(r))
                .forEach(to::add);
    }

    private static List<String> unanswered(Derived derived) {
        return derived.duties().stream()
                .filter(d -> d.state().open())
                .map(Duty::title)
                .distinct()
                .toList();
    }
}
