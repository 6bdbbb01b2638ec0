package sightline.core.story;

import sightline.core.directory.Directory;
import sightline.core.directory.DirectoryChange;
import sightline.core.directory.FixedDirectory;
import sightline.core.directory.SchoolDays;
import sightline.core.facts.Address;
import sightline.core.facts.Body;
import sightline.core.facts.Fact;
import sightline.core.facts.InMemoryLedger;
import sightline.core.facts.Kinds;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.References;
import sightline.core.facts.Sensitivity;
import sightline.core.facts.Times;
import sightline.core.household.Bounds;
import sightline.core.household.InMemoryKnownFacts;
import sightline.core.household.KnownFacts;
import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.identity.DetailsOf;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.PlaceId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.kernel.When;
import sightline.core.screening.Evaluation;
import sightline.core.screening.Finding;
import sightline.core.screening.Parameters;
import sightline.core.screening.Rule;
import sightline.core.screening.Situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A story for tests, told in the words of the domain.
 *
 * <pre>{@code
 * Story story = new Story();
 * Who rowan = story.person("rowan", "2006-03-01");
 * story.at("2006-10-13T10:00").from("gp").about(rowan).says(bruise(FACE));
 * assertThat(story.findings(rule, rowan, "2006-10-13T11:00")).hasSize(1);
 * }</pre>
 *
 * Agencies are those of the area {@code westmarsh} unless another is named: {@code "gp"} is {@code
 * westmarsh-gp}, {@code "eastholme/police"} is {@code eastholme-police}.
 */
public final class Story {
    private final InMemoryLedger ledger = new InMemoryLedger();
    private FixedDirectory directory = westmarsh();
    private final Map<SourceRecord, Certainty> certainties = new HashMap<>();
    private final Map<PersonId, Set<PersonId>> undecided = new HashMap<>();
    private int messages;

    /** A person with a date of birth, known to the GP. */
    public Who person(String label, String born) {
        Who who = new Who(label);
        at("2000-01-01T09:00").from("gp").about(who).says(demographics(Optional.of(born)));
        return who;
    }

    /** A person of whom nothing is recorded yet. */
    public Who stranger(String label) {
        return new Who(label);
    }

    /** That the agency's record is this person's is only so sure. */
    public void sure(String agency, Who who, Certainty certainty) {
        certainties.put(new SourceRecord(agency(agency), who.label()), certainty);
    }

    /** Every fact told, in order of telling. */
    public List<Fact> told() {
        return ledger.after(0, Integer.MAX_VALUE);
    }

    private static PersonBody.Person demographics(Optional<String> born) {
        return new PersonBody.Person(
                List.of(),
                born.map(PartialDate::parse),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Begins an entry received (and recorded) at a London time, like 2006-10-13T10:00. */
    public Entry at(String london) {
        return new Entry(instant(london));
    }

    /**
     * Begins another fact of the message of a fact, at the same times and about the same people.
     */
    public Entry with(Fact fact) {
        Entry entry = new Entry(fact.times().received());
        entry.source = fact.source();
        entry.people.addAll(fact.participants());
        entry.message = Optional.of(fact.id());
        return entry;
    }

    /** A London time as an instant. */
    public static Instant instant(String london) {
        return java.time.LocalDateTime.parse(london).atZone(London.ZONE).toInstant();
    }

    /** An agency by short name. */
    public static AgencyId agency(String name) {
        String slug = name.contains("/") ? name.replace('/', '-') : "westmarsh-" + name;
        return new AgencyId(slug.toLowerCase(Locale.ROOT));
    }

    /** What a rule finds for somebody at a London time, from what had been received by then. */
    public List<Finding> findings(Rule rule, Who subject, String london) {
        return evaluate(rule, subject, london).findings();
    }

    /** What a rule answers for somebody at a London time. */
    public Evaluation evaluate(Rule rule, Who subject, String london) {
        return rule.evaluate(situation(subject, london));
    }

    /** The situation of somebody at a London time: only what had been received by then. */
    public Situation situation(Who subject, String london) {
        return situation(subject, instant(london));
    }

    /** Nobody has decided whether the two are one person. */
    public void undecided(Who one, Who other) {
        undecided.computeIfAbsent(one.id(), _ -> new HashSet<>()).add(other.id());
        undecided.computeIfAbsent(other.id(), _ -> new HashSet<>()).add(one.id());
    }

    /** An agency also serves an area, on these days. */
    public Story serving(String agency, String area, Period days) {
        directory =
                FixedDirectory.of(
                        new DirectoryChange.Serve(agency(agency), new AreaId(area), days)
                                .in(directory.entries()));
        return this;
    }

    /** The areas and agencies of every story. */
    public static FixedDirectory westmarsh() {
        return StoryDirectory.of("westmarsh", "eastholme", "northfield");
    }

    /** The same, with the days of a school. */
    public static Directory westmarsh(SchoolDays school) {
        return StoryDirectory.with(List.of(school), "westmarsh", "eastholme", "northfield");
    }

    /** The situation of somebody at a moment: only what had been received by then. */
    public Situation situation(Who subject, Instant now) {
        Map<PersonId, Neighbourhood> read =
                new NeighbourhoodReader(known(now), Bounds.DEFAULT).read(List.of(subject.id()));
        Neighbourhood around = read.get(subject.id());
        if (around == null) {
            throw new IllegalArgumentException(subject.label() + " is in no entry by " + now);
        }
        return new Situation(around, now, directory, Parameters.DEFAULT);
    }

    /** What is known at a moment: only what had been received by then. */
    public KnownFacts known(Instant now) {
        InMemoryLedger received = new InMemoryLedger();
        received.append(
                ledger.after(0, Integer.MAX_VALUE).stream()
                        .filter(f -> !f.times().received().isAfter(now))
                        .toList());
        return new InMemoryKnownFacts(
                        received,
                        r -> new PersonId("p-" + r.localId()),
                        Story::place,
                        r -> certainties.getOrDefault(r, Certainty.CONFIRMED),
                        p -> undecided.getOrDefault(p, Set.of()))
                .placing(a -> DetailsOf.place(a).usable());
    }

    /** The place of an address, by its words. */
    public static PlaceId place(Address address) {
        return new PlaceId(
                "pl-"
                        + address.line()
                                .value()
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9]+", "-"));
    }

    /** One entry being told. */
    public final class Entry {
        private final Instant received;
        private Optional<Instant> recorded = Optional.empty();
        private Optional<When> happened = Optional.empty();
        private AgencyId source = agency("gp");
        private final List<Participant> people = new ArrayList<>();
        private final List<AgencyId> addressees = new ArrayList<>();
        private final List<MessageRef> regarding = new ArrayList<>();
        private Optional<MessageRef> corrects = Optional.empty();
        private Optional<Address> place = Optional.empty();
        private Optional<Sensitivity> sensitivity = Optional.empty();
        private Optional<FactId> message = Optional.empty();

        private Entry(Instant received) {
            this.received = received;
        }

        public Entry from(String agency) {
            source = agency(agency);
            return this;
        }

        public Entry recorded(String london) {
            recorded = Optional.of(instant(london));
            return this;
        }

        /** When it was so; a day, month, year or window. Without it: the moment received. */
        public Entry happened(String when) {
            happened = Optional.of(When.parse(when));
            return this;
        }

        public Entry about(Who who) {
            return with(PersonRole.SUBJECT, who);
        }

        public Entry with(PersonRole role, Who who) {
            people.add(new Participant(role, new SourceRecord(source, who.label())));
            return this;
        }

        public Entry to(String agency) {
            addressees.add(agency(agency));
            return this;
        }

        public Entry regarding(Fact fact) {
            regarding.add(fact.id().message());
            return this;
        }

        public Entry correcting(Fact fact) {
            corrects = Optional.of(fact.id().message());
            return this;
        }

        public Entry place(String line) {
            place =
                    Optional.of(
                            new Address(new Text(line), Optional.empty(), Optional.empty(), false));
            return this;
        }

        public Entry sensitivity(Sensitivity value) {
            sensitivity = Optional.of(value);
            return this;
        }

        /** Says it; call {@link #from} before naming people. */
        public Fact says(Body body) {
            FactId id =
                    message.map(first -> new FactId(first.message(), first.ordinal() + 1))
                            .orElseGet(() ->
                                    new FactId(
                                            new MessageRef(source, new MessageId("m" + ++messages)),
                                            0));
            Fact fact =
                    new Fact(
                            id,
                            0,
                            people,
                            body,
                            new Times(
                                    happened.orElseGet(() -> new When.At(received)),
                                    recorded.orElse(received),
                                    received),
                            place,
                            sensitivity.orElseGet(() -> Kinds.of(body.getClass()).sensitivity()),
                            new References(addressees, regarding, corrects));
            return ledger.append(List.of(fact)).getFirst();
        }
    }

    /** The local day of a London time. */
    public static LocalDate day(String london) {
        return London.day(instant(london));
    }
}
