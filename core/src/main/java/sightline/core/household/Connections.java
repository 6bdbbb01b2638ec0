package sightline.core.household;

import sightline.core.facts.CareBody;
import sightline.core.facts.Fact;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HousingBody;
import sightline.core.facts.Participant;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.household.Connection.Kind;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.London;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is who to one person, read from the facts: relationships as recorded, and the roles in which
 * people stand beside a child in any entry. An incident's parties are not connected by having been
 * parties.
 */
final class Connections {
    private static final int CROWD = 24;

    private record Key(PersonId to, Kind kind) {}

    private final World world;
    private final PersonId person;
    private final Map<Key, Connection> found = new LinkedHashMap<>();

    Connections(World world, PersonId person) {
        this.world = world;
        this.person = person;
    }

    /** The connections of the person, in the order in which they were first recorded. */
    List<Connection> all() {
        for (Gathered each : world.gatheredOf(person)) {
            // Of one person alone, nothing is said of others.
            if (each.people().size() > 1 && world.counts(each.fact())) {
                read(each.fact());
            }
        }
        return List.copyOf(found.values());
    }

    private void read(Fact fact) {
        if (fact.body() instanceof PersonBody.Relationship relationship) {
            relationship(fact, relationship);
        } else if (fact.body() instanceof CareBody.CarerArranged arranged) {
            carer(fact, arranged);
        } else if (fact.body() instanceof CareBody.ReturnedHome) {
            roles(fact);
            second(fact, Kind.CARER, Period.from(dayOf(fact)));
        } else {
            roles(fact);
            together(fact);
        }
    }

    private void relationship(Fact fact, PersonBody.Relationship body) {
        if (fact.participants().size() < 2) {
            return;
        }
        Optional<Kind> kind = kindOf(body.tie());
        Period when =
                new Period(
                        fact.times()
                                .happened()
                                .earliest()
                                .filter(f -> body.until().filter(f::isAfter).isEmpty()),
                        body.until());
        kind.ifPresent(
                k -> add(fact, fact.participants().get(0), fact.participants().get(1), k, when));
    }

    /** An end is of what was arranged last, whatever it calls whoever it is about. */
    private void carer(Fact fact, CareBody.CarerArranged body) {
        roles(fact);
        LocalDate day = dayOf(fact);
        switch (body.arrangement()) {
            case ENDED -> second(fact, lastArranged(fact), Period.until(day));
            case SUPERVISOR -> second(fact, Kind.SUPERVISOR, Period.from(day));
            case TEMPORARY, FOSTER, FAMILY_OR_FRIEND, NEW_PARTNER ->
                    second(fact, Kind.CARER, Period.from(day));
        }
    }

    private void second(Fact fact, Kind kind, Period when) {
        if (fact.participants().size() > 1) {
            add(fact, fact.participants().get(0), fact.participants().get(1), kind, when);
        }
    }

    /** What an end is the end of: the supervision, where that began after any care. */
    private Kind lastArranged(Fact end) {
        Optional<PersonId> who =
                end.participants().stream()
                        .skip(1)
                        .findFirst()
                        .flatMap(p -> world.personOf(p.record()));
        long supervised = lastBegun(who, Kind.SUPERVISOR);
        return supervised > lastBegun(who, Kind.CARER) ? Kind.SUPERVISOR : Kind.CARER;
    }

    /** The position of the last fact of a bond that has not ended; -1 where there is none. */
    private long lastBegun(Optional<PersonId> who, Kind kind) {
        return who.map(w -> found.get(new Key(w, kind)))
                .filter(c -> c.when().until().isEmpty())
                .map(c -> c.basis().getLast().position())
                .orElse(-1L);
    }

    /** Who applies for a home together, or is said to share one, is named with each other. */
    private void together(Fact fact) {
        if (!(fact.body() instanceof HousingBody.HousingApplication
                || fact.body() instanceof PersonBody.HouseholdMemberSeen)) {
            return;
        }
        List<Participant> home =
                fact.participants().stream().filter(p -> mayLiveThere(p.role())).toList();
        Period when = Period.from(dayOf(fact));
        for (int i = 0; i < home.size() && home.size() <= CROWD; i++) {
            for (Participant other : home.subList(i + 1, home.size())) {
                add(fact, home.get(i), other, Kind.NAMED_WITH, when);
            }
        }
    }

    private void roles(Fact fact) {
        List<Participant> children = children(fact);
        List<Participant> parents =
                fact.participants().stream().filter(p -> isParent(fact, p)).toList();
        Period when = Period.from(dayOf(fact));
        for (Participant other : fact.participants()) {
            Optional<Kind> kind = kindIn(fact, other, children.isEmpty());
            if (kind.isEmpty() || isOver(fact, other, kind.get())) {
                continue;
            }
            boolean ofParents = ofParents(kind.get()) && !parents.isEmpty();
            List<Participant> whose =
                    ofParents ? parents : children.isEmpty() ? subject(fact) : children;
            whose.stream()
                    .filter(from -> !from.record().equals(other.record()))
                    .forEach(from -> add(fact, from, other, kind.get(), when));
        }
    }

    /** Whether an end calls whoever it is about what they are no longer. */
    private static boolean isOver(Fact fact, Participant other, Kind kind) {
        return fact.body() instanceof CareBody.CarerArranged arranged
                && arranged.ended()
                && (kind == Kind.CARER || kind == Kind.SUPERVISOR)
                && fact.participants().indexOf(other) == 1;
    }

    /** Beside a mother whose unborn child has no record, the father is only named with her. */
    private static Optional<Kind> kindIn(Fact fact, Participant other, boolean noChild) {
        Optional<Kind> kind =
                isParent(fact, other) ? Optional.of(Kind.PARENT) : kindOf(other.role());
        boolean booking = fact.body() instanceof HealthBody.PregnancyBooked;
        return kind.map(k -> k == Kind.PARENT && booking && noChild ? Kind.NAMED_WITH : k);
    }

    private static List<Participant> subject(Fact fact) {
        return fact.participants().stream().limit(1).toList();
    }

    private static boolean ofParents(Kind kind) {
        return kind == Kind.PARTNER || kind == Kind.EX_PARTNER;
    }

    /**
     * The children in a fact: who is named so, else its subject when it stands in no other role.
     */
    static List<Participant> children(Fact fact) {
        List<Participant> named =
                fact.participants().stream()
                        .filter(p ->
                                p.role() == PersonRole.CHILD
                                        || p.role() == PersonRole.UNBORN_CHILD
                                        || p.role() == PersonRole.SIBLING)
                        .toList();
        boolean explicit = named.stream().anyMatch(p -> p.role() != PersonRole.SIBLING);
        List<Participant> children = new ArrayList<>(named);
        fact.participants().stream()
                .limit(explicit || fact.body() instanceof HealthBody.PregnancyBooked ? 0 : 1)
                .filter(p -> p.role() == PersonRole.SUBJECT)
                .forEach(children::addFirst);
        return children;
    }

    /** Named as a parent; whoever a booking is about is the mother. */
    private static boolean isParent(Fact fact, Participant participant) {
        PersonRole role = participant.role();
        return role == PersonRole.MOTHER
                || role == PersonRole.FATHER
                || role == PersonRole.PARENT
                || (role == PersonRole.SUBJECT
                        && fact.body() instanceof HealthBody.PregnancyBooked);
    }

    private static Optional<Kind> kindOf(PersonRole role) {
        return switch (role) {
            case MOTHER, FATHER, PARENT -> Optional.of(Kind.PARENT);
            case STEP_PARENT -> Optional.of(Kind.STEP_PARENT);
            case CARER -> Optional.of(Kind.CARER);
            case SUPERVISOR -> Optional.of(Kind.SUPERVISOR);
            case PARTNER -> Optional.of(Kind.PARTNER);
            case EX_PARTNER -> Optional.of(Kind.EX_PARTNER);
            case SIBLING -> Optional.of(Kind.SIBLING);
            case GRANDPARENT -> Optional.of(Kind.GRANDPARENT);
            case RELATIVE -> Optional.of(Kind.RELATIVE);
            case FRIEND -> Optional.of(Kind.FRIEND);
            case OCCUPANT, TENANT, APPLICANT -> Optional.of(Kind.NAMED_WITH);
            case SUBJECT,
                    CHILD,
                    UNBORN_CHILD,
                    SUSPECT,
                    VICTIM,
                    WITNESS,
                    CALLER,
                    PARTY,
                    OFFENDER,
                    REFERRER,
                    PRACTITIONER,
                    OTHER ->
                    Optional.empty();
        };
    }

    private static Optional<Kind> kindOf(PersonBody.Tie tie) {
        return switch (tie) {
            case MOTHER, FATHER, PARENT -> Optional.of(Kind.PARENT);
            case STEP_PARENT -> Optional.of(Kind.STEP_PARENT);
            case CARER -> Optional.of(Kind.CARER);
            case SPOUSE, PARTNER -> Optional.of(Kind.PARTNER);
            case EX_PARTNER -> Optional.of(Kind.EX_PARTNER);
            case SIBLING -> Optional.of(Kind.SIBLING);
            case GRANDPARENT -> Optional.of(Kind.GRANDPARENT);
            case AUNT_OR_UNCLE, COUSIN, OTHER_RELATIVE -> Optional.of(Kind.RELATIVE);
            case FRIEND, LODGER -> Optional.of(Kind.FRIEND);
            case NOT_RELATED -> Optional.empty();
        };
    }

    /**
     * Whether somebody in this role, in an entry about a home, is one of those who live there; of
     * whom the sender had no other word, too.
     */
    static boolean mayLiveThere(PersonRole role) {
        return !role.isAtWork() && role != PersonRole.CALLER;
    }

    private void add(Fact fact, Participant from, Participant to, Kind kind, Period when) {
        Optional<PersonId> a = world.personOf(from.record());
        Optional<PersonId> b = world.personOf(to.record());
        if (a.isEmpty() || b.isEmpty() || a.get().equals(b.get())) {
            return;
        }
        boolean own = a.get().equals(person);
        if (own || b.get().equals(person)) {
            Connection connection =
                    new Connection(
                            a.get(), b.get(), kind, when, List.of(fact), Certainty.CONFIRMED);
            merge(own ? connection : connection.seenFromOther(inverse(kind)));
        }
    }

    private static Kind inverse(Kind kind) {
        return switch (kind) {
            case PARENT, STEP_PARENT -> Kind.CHILD;
            case CHILD -> Kind.PARENT;
            case CARER, SUPERVISOR, GRANDPARENT -> Kind.NAMED_WITH;
            case PARTNER, EX_PARTNER, SIBLING, RELATIVE, FRIEND, SHARES_ADDRESS, NAMED_WITH -> kind;
        };
    }

    private void merge(Connection one) {
        found.merge(new Key(one.to(), one.kind()), one, Connections::joined);
    }

    private static Connection joined(Connection one, Connection more) {
        List<Fact> basis = new ArrayList<>(one.basis());
        more.basis().stream()
                .filter(f -> basis.stream().noneMatch(b -> b.position() == f.position()))
                .forEach(basis::add);
        Optional<LocalDate> from =
                one.when().from().isEmpty() || more.when().from().isEmpty()
                        ? one.when().from().or(() -> more.when().from())
                        : one.when()
                                .from()
                                .filter(f -> !f.isAfter(more.when().from().get()))
                                .or(() -> more.when().from());
        Optional<LocalDate> until = more.when().until();
        Period when = new Period(from.filter(f -> until.filter(f::isAfter).isEmpty()), until);
        return new Connection(one.from(), one.to(), one.kind(), when, basis, one.certainty());
    }

    private static LocalDate dayOf(Fact fact) {
        return fact.times()
                .happened()
                .earliest()
                .orElseGet(() -> London.day(fact.times().recorded()));
    }
}
