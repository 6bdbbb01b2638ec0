package sightline.web;

import sightline.access.AccessRole;
import sightline.alerts.ChildReading.Child;
import sightline.core.facts.Address;
import sightline.core.facts.Body;
import sightline.core.facts.CareBody;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SystemBody;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Stay;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.Words;
import sightline.core.register.HandOvers;
import sightline.core.screening.CaseHandOvers;
import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Fact;
import sightline.web.view.part.Flag;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tab;
import sightline.web.view.part.Tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every page about one child shows of the child. */
final class ChildParts {
    private final Visit visit;
    private final Child child;
    private final Individual subject;

    ChildParts(Visit visit, Child child) {
        this.visit = visit;
        this.child = child;
        this.subject = child.family().around().subject();
    }

    String address() {
        return "/children/" + child.family().subject().id().value();
    }

    String name() {
        return Naming.name(subject);
    }

    /** How many entries of each source the reader sees. */
    static Map<AgencyId, Long> entries(Child child) {
        return child.family().around().subject().facts().stream()
                .filter(f -> !(f.body() instanceof SystemBody))
                .collect(Collectors.groupingBy(f -> f.source(), Collectors.counting()));
    }

    /** How sure it is that an entry is about this person. */
    static Certainty whose(Individual subject, sightline.core.facts.Fact fact) {
        return fact.participants().stream()
                .filter(p -> subject.has(p.record()))
                .map(p -> subject.certaintyOf(p.record()))
                .min(Comparator.naturalOrder())
                .orElse(Certainty.NOT_KNOWN);
    }

    IdentityBar identity(String current, String state) {
        long open = child.duties().stream().filter(d -> d.open()).count();
        List<Tab> tabs = new ArrayList<>();
        tabs.addAll(
                List.of(
                        new Tab("Overview", address(), current.equals("Overview")),
                        new Tab(
                                "Chronology",
                                address() + "/chronology",
                                current.equals("Chronology")),
                        new Tab("Injuries", address() + "/injuries", current.equals("Injuries")),
                        new Tab(
                                "Assessments",
                                address() + "/assessments",
                                current.equals("Assessments")),
                        new Tab("Decisions", address() + "/decisions", current.equals("Decisions")),
                        new Tab(
                                "Strategy",
                                address() + "/strategy-pack",
                                current.equals("Strategy")),
                        new Tab("Meetings", address() + "/meetings", current.equals("Meetings")),
                        new Tab("Duties (" + open + ")", address() + "#duties", false)));
        if (HandOverMatter.CASE.role(visit).isPresent()) {
            String tab = HandOverMatter.CASE.tab();
            tabs.add(new Tab(tab, handOver(), current.equals(tab)));
        }
        tabs.add(new Tab("Who has looked", address() + "/access", current.equals("Access")));
        return new IdentityBar(
                Link.to("Back to your work", "/work"),
                "",
                name(),
                actions(),
                facts(),
                flags(),
                state,
                name(),
                tabs);
    }

    private String handOver() {
        return address() + HandOverMatter.CASE.path();
    }

    /** Those of the child's case. */
    HandOvers handOvers() {
        return CaseHandOvers.of(new DecisionParts(visit, child).situation());
    }

    private List<ButtonLink> actions() {
        var record = ButtonLink.first("Record something", address() + "/record");
        var refer = ButtonLink.also("Refer to social care", address() + "/referral");
        List<ButtonLink> actions = new ArrayList<>(List.of(record, refer));
        if (visit.account().roles().contains(AccessRole.NAMED_PROFESSIONAL)) {
            actions.add(ButtonLink.also("Decide on an address", address() + "/address-decision"));
        }
        if (visit.account().roles().contains(AccessRole.REGISTER_KEEPER)
                && !subject.childOn(visit.today())) {
            actions.add(
                    ButtonLink.also(
                            "Who is told of them",
                            "/register/" + subject.id().value() + "/disclosures"));
        }
        return List.copyOf(actions);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Born", Naming.born(subject, visit.today()).orElse("Not recorded")));
        nhsNumber().ifPresent(n -> facts.add(Fact.of("NHS number", n)));
        facts.add(Fact.of("Lives at", home().orElse("Not recorded in what you may see")));
        facts.add(Fact.of("Records joined", recordsJoined()));
        return facts;
    }

    private Optional<String> nhsNumber() {
        return subject.about(PersonBody.Person.class).stream()
                .flatMap(e -> e.body().identifiers().stream())
                .filter(i -> i.type() == IdentifierType.NHS)
                .map(i -> i.value())
                .map(n -> n.replaceFirst("^([0-9]{3})([0-9]{3})([0-9]{4})$", "$1 $2 $3"))
                .findFirst();
    }

    /** The newest address at which the child is recorded today. */
    Optional<String> home() {
        var health = new HealthAddresses(visit, child.family().around());
        return child.family().around().stays(subject.id()).stream()
                .filter(s -> s.openOn(visit.today()) && s.kind() != PersonBody.Stay.VISITING)
                .max(Comparator.comparingLong((Stay s) -> s.basis().position()))
                .flatMap(s ->
                        health.hides(subject.id(), s) && !health.known(subject.id(), s.place())
                                ? Optional.of(HealthAddresses.DIFFERS)
                                : s.basis().place().map(ChildParts::written));
    }

    static String written(Address address) {
        String line = address.line().value();
        return Stream.concat(
                        Stream.of(line), address.postcode().filter(p -> !line.contains(p)).stream())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private String recordsJoined() {
        List<AgencyId> agencies =
                child.family().shown().stream().map(r -> r.agency()).distinct().toList();
        return child.family().shown().size()
                + " from "
                + (agencies.size() == 1 ? "1 agency" : agencies.size() + " agencies");
    }

    private List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        long open = child.alerts().stream().filter(a -> a.open()).count();
        if (open > 0) {
            flags.add(new Flag(Wording.count(open, "alert") + " not answered", Tone.RED, ""));
        }
        handOvers()
                .open()
                .ifPresent(offer ->
                        flags.add(
                                new Flag(
                                        "Case offered to "
                                                + visit.agency(offer.to())
                                                + ", not yet answered",
                                        Tone.AMBER,
                                        handOver())));
        long fresh = child.since().count(subject.facts());
        if (fresh > 0) {
            flags.add(
                    new Flag(
                            fresh + " new since you last looked",
                            Tone.NEUTRAL,
                            address() + "/chronology"));
        }
        newest(CareBody.Plan.class)
                .filter(e -> e.body().started())
                .ifPresent(e ->
                        flags.add(
                                new Flag(
                                        "Plan ("
                                                + Wording.code(e.body().type().name())
                                                + ") since "
                                                + Words.day(e.day()),
                                        Tone.AMBER,
                                        "")));
        newest(CareBody.Enquiry.class)
                .filter(e -> e.body().started())
                .ifPresent(e ->
                        flags.add(
                                new Flag(
                                        "Enquiry (section 47) since " + Words.day(e.day()),
                                        Tone.AMBER,
                                        "")));
        if (!child.unreadable().isEmpty()) {
            long waiting = child.unreadable().stream().mapToLong(n -> n.count()).sum();
            flags.add(
                    new Flag(
                            Wording.count(waiting, "message") + " not yet readable",
                            Tone.AMBER,
                            address() + "/chronology"));
        }
        if (!child.family().restricted().isEmpty()) {
            flags.add(
                    new Flag(
                            "Some records are restricted",
                            Tone.NEUTRAL,
                            address() + "/chronology"));
        }
        return flags;
    }

    /** The newest entry of a kind that counts. */
    <B extends Body> Optional<Entry<B>> newest(Class<B> kind) {
        return subject.about(kind).stream().max(Comparator.comparing(Entry::received));
    }
}
