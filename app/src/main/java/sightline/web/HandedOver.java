package sightline.web;

import sightline.access.UserId;
import sightline.alerts.ChildReading.Child;
import sightline.alerts.DutyRow;
import sightline.core.directory.Role;
import sightline.core.facts.SharedBody.HandOver;
import sightline.core.facts.SharedBody.Note;
import sightline.core.household.Entry;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Text;
import sightline.core.register.HandOvers;
import sightline.core.screening.Recipient;
import sightline.core.screening.Supervised;
import sightline.feeds.Entries;
import sightline.web.view.part.Definition;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whom a page of hand-overs is about, and how it stands.
 *
 * @param address of the page to which its own is added
 * @param answers whoever answers now; of a supervision nobody, where no probation service ever said
 *     so
 * @param watches what is supervised, of a supervision
 * @param open what goes with it, as lines
 * @param teller whose account told that an area elsewhere accepted; empty where nobody did on a
 *     page
 */
record HandedOver(
        HandOverMatter matter,
        Child child,
        String address,
        String name,
        IdentityBar identity,
        HandOvers handOvers,
        Optional<Recipient> answers,
        List<Supervised.Watch> watches,
        List<Definition> open,
        Optional<UserId> teller) {
    private static final Role WORKER = new Role("lead-social-worker");

    HandedOver {
        watches = List.copyOf(watches);
        open = List.copyOf(open);
    }

    /** Somebody on a register, or their supervision. */
    static HandedOver of(RegisterParts parts, HandOverMatter matter) {
        boolean person = matter == HandOverMatter.PERSON;
        return new HandedOver(
                matter,
                parts.child(),
                parts.address(),
                parts.name(),
                parts.identity("", matter.tab()),
                person ? parts.registers().handOvers() : parts.supervised().handOvers(),
                person
                        ? Optional.of(parts.registers().keeper()).filter(_ -> parts.covered())
                        : parts.supervised().by(),
                person ? List.of() : parts.supervised().watches(),
                List.of(),
                Optional.empty());
    }

    /** A child's case. */
    static HandedOver ofCase(Visit visit, Child child) {
        var parts = new ChildParts(visit, child);
        HandOvers handOvers = parts.handOvers();
        return new HandedOver(
                HandOverMatter.CASE,
                child,
                parts.address(),
                parts.name(),
                parts.identity(HandOverMatter.CASE.tab(), ""),
                handOvers,
                handOvers.holder().map(agency -> new Recipient(agency, WORKER)),
                List.of(),
                open(child, parts.address()),
                Optional.empty());
    }

    /** With whoever entered what was told, by their account. */
    HandedOver with(Entries entries) {
        return new HandedOver(
                matter,
                child,
                address,
                name,
                identity,
                handOvers,
                answers,
                watches,
                open,
                handOvers
                        .told()
                        .map(t -> t.fact().id().message())
                        .flatMap(m -> entries.sent(m.sender(), m.id().value()))
                        .flatMap(Entries.Sent::by));
    }

    /** What whoever accepts takes on, in what the reader may see. */
    private static List<Definition> open(Child child, String address) {
        List<Definition> lines = new ArrayList<>();
        long alerts = child.alerts().stream().filter(a -> a.open()).count();
        long duties = child.duties().stream().filter(DutyRow::open).count();
        lines.add(
                new Definition(
                        "Open with it",
                        Wording.count(alerts, "alert")
                                + " not answered, "
                                + (duties == 1 ? "1 duty" : duties + " duties")
                                + " open, in what you may see",
                        "",
                        new Link("See each of them", address + "#duties", "")));
        return lines;
    }

    /**
     * What its sender wrote in the same message, of the child or of the unborn child that it was,
     * where the reader may see it.
     */
    Optional<String> wordsWith(Entry<HandOver> entry) {
        return child.family().around().selves().stream()
                .flatMap(self -> self.facts().stream())
                .filter(f -> f.id().message().equals(entry.fact().id().message()))
                .flatMap(f -> f.body() instanceof Note note ? Stream.of(note.words()) : Stream.of())
                .map(Text::value)
                .findFirst();
    }

    /**
     * What an agency owes for an offer of theirs that counts for nothing. That follows from all
     * that is recorded, of which whoever offered may see too little to tell.
     *
     * @param ours whether an agency is theirs, as one whose place it took is
     */
    Optional<DutyRow> unheld(Predicate<AgencyId> ours) {
        return child.duties().stream()
                .filter(DutyRow::open)
                .filter(matter::unheld)
                .filter(duty -> offered(ours).anyMatch(id -> duty.key().endsWith("|" + id)))
                .findFirst();
    }

    private Stream<String> offered(Predicate<AgencyId> ours) {
        return handOvers.all().stream()
                .map(Entry::fact)
                .filter(f -> ours.test(f.source()))
                .map(f -> f.id().text());
    }

    Optional<AgencyId> agency() {
        return answers.map(Recipient::agency);
    }

    @Override
    public String toString() {
        return "HandedOver[redacted]";
    }
}
