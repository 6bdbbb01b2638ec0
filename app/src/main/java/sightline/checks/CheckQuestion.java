package sightline.checks;

import sightline.core.checks.Touchpoint;
import sightline.core.checks.TouchpointPack;
import sightline.core.facts.Address;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PersonRole;
import sightline.core.facts.Sensitivity;
import sightline.core.identity.DetailsOf;
import sightline.core.kernel.FactId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.SourceRecord;
import sightline.facts.wire.Problem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is asked, or what is wrong with asking it.
 *
 * @param touchpoint where
 * @param facts what the message says
 * @param main the fact of the touchpoint itself
 */
record CheckQuestion(
        Touchpoint touchpoint,
        String reference,
        List<Fact> facts,
        Fact main,
        List<Problem> problems) {
    private static final Pattern REFERENCE =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./_:#-]{1,59}");

    /** More people than this are no household: a list is sent as messages, not checked. */
    static final int PEOPLE = 20;

    /** Reads what is asked. */
    static CheckQuestion of(TouchpointPack pack, List<Fact> facts, String reference) {
        List<Problem> problems = new ArrayList<>();
        Optional<Fact> main = facts.stream().filter(f -> pack.of(f.kind()).isPresent()).findFirst();
        if (main.isEmpty()) {
            problems.add(
                    new Problem(
                            "message.kind",
                            "nobody is checked at this kind",
                            "send one of "
                                    + String.join(", ", pack.touchpoints().keySet())
                                    + "; anything else goes to /api/messages"));
        }
        if (!REFERENCE.matcher(reference.strip()).matches()) {
            problems.add(
                    new Problem(
                            "reference",
                            "it is no case reference",
                            "send your own case reference, 2 to 60 letters and digits: a check"
                                    + " without one cannot be accounted for"));
        }
        people(facts, problems);
        Fact first = main.orElseGet(facts::getFirst);
        Touchpoint touchpoint =
                main.flatMap(f -> pack.of(f.kind()))
                        .orElseGet(() -> pack.touchpoints().values().iterator().next());
        return new CheckQuestion(touchpoint, reference.strip(), facts, first, problems);
    }

    private static void people(List<Fact> facts, List<Problem> problems) {
        if (Named.records(facts).size() > PEOPLE) {
            problems.add(
                    new Problem(
                            "message.people",
                            "a check names at most %d people".formatted(PEOPLE),
                            "check those who would live or are treated together"));
        }
    }

    /** Those of whom too little is said to find them, unless their record is known already. */
    List<SourceRecord> unfindable() {
        DetailsOf details = new DetailsOf(facts, _ -> true);
        return Named.records(facts).stream().filter(r -> !Named.findable(details.of(r))).toList();
    }

    /** What to say of somebody whom nothing finds. */
    Problem unfindable(SourceRecord record) {
        return new Problem(
                "message.people[" + Named.records(facts).indexOf(record) + "]",
                "a name alone finds nobody for certain",
                "send a date or year of birth, a number or a postcode as well");
    }

    /** The message under which it is kept. */
    MessageRef message() {
        return main.id().message();
    }

    /** Where those who are named would live, and where they live now. */
    Set<Address> places() {
        Set<Address> all = new LinkedHashSet<>();
        main.place().ifPresent(all::add);
        facts.forEach(f -> f.place().ifPresent(all::add));
        return all;
    }

    /** The home that it is about, where it is about one. */
    Optional<Address> home() {
        return touchpoint.home() ? main.place() : Optional.empty();
    }

    /** What the message says, and that those whom it names live at the home that it is about. */
    List<Fact> supposed() {
        List<Fact> all = new ArrayList<>(facts);
        home().ifPresent(_ -> {
            int ordinal = facts.size();
            for (var participant : main.participants()) {
                if (!participant.role().isAtWork()) {
                    all.add(lives(participant, ordinal));
                    ordinal++;
                }
            }
        });
        return all;
    }

    private Fact lives(sightline.core.facts.Participant who, int ordinal) {
        return new Fact(
                new FactId(message(), ordinal),
                0,
                List.of(new sightline.core.facts.Participant(PersonRole.SUBJECT, who.record())),
                new PersonBody.HouseholdMemberSeen(PersonBody.Stay.HOME, Optional.empty()),
                main.times(),
                main.place(),
                Sensitivity.ADDRESS,
                main.references());
    }
}
