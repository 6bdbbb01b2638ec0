package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import static sightline.pipeline.Installation.declared;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.DualControl;
import sightline.access.Grantee;
import sightline.access.ReaderContext;
import sightline.access.Readers;
import sightline.access.Seal;
import sightline.access.Seals;
import sightline.access.UserId;
import sightline.alerts.Compared;
import sightline.alerts.HeldRecords;
import sightline.alerts.MatchReview;
import sightline.alerts.MatchReview.Outcome;
import sightline.alerts.SeparatedRecords;
import sightline.audit.Journal;
import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.database.JobName;
import sightline.database.Subject;
import sightline.database.Transactions;
import sightline.household.People;
import sightline.household.Reading;
import sightline.identity.Answered.Choice;
import sightline.identity.Joining;
import sightline.identity.Separated;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A hospital wrote another child's attendance down under the number of a child whom social care
 * works with. Nobody decided that the two records are one child's; whoever works with the child
 * sees it, and says that they are not.
 */
final class AnotherChildsAttendanceStoryTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");
    private static final AgencyId CARE = new AgencyId("northton-csc");
    private static final AgencyId HOSPITAL = new AgencyId("northton-hospital");
    private static final SourceRecord CHILD = new SourceRecord(CARE, "c1");
    private static final SourceRecord WARD = new SourceRecord(HOSPITAL, "w1");
    private static final String BORN = "2025-11-01";
    private static final String OPEN = "alerts.alert WHERE state = 'open' AND subject = '%s'";

    private final Installation world = new Installation(BEGIN);
    private final Transactions transactions = world.database().transactions();
    private final Journal journal = new Journal(world.secrets());
    private final ReaderContext worker = reader("wren", AccessRole.SOCIAL_WORKER, "team-a");
    private final ReaderContext other = reader("ash", AccessRole.SOCIAL_WORKER, "team-b");
    private final HeldRecords held = new HeldRecords(transactions, world.identities(), journal);
    private final SeparatedRecords separated =
            new SeparatedRecords(transactions, world.identities(), journal);
    private final MatchReview review =
            new MatchReview(
                    transactions,
                    new Reading(
                            transactions,
                            new People(transactions, world.identities()),
                            world.facts(),
                            journal),
                    world.identities(),
                    journal,
                    new Seals(),
                    new DualControl(),
                    new Decided(world.pipeline()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoeverWorksWithTheChildSaysThatItIsAnotherChildsAndWhatRestedOnItIsWithdrawn() {
        joinedByItself();
        PersonId child = whose(CHILD);
        assertThat(whose(WARD)).isEqualTo(child);
        assertThat(world.count(OPEN.formatted(child.value()))).isPositive();
        Joining joining = onlyJoining(worker);
        assertThat(joining.joint().decided()).isEmpty();
        Compared pair = review.pair(worker, joining.pair()).orElseThrow();
        assertThat(pair.together()).isTrue();
        assertThat(pair.decided()).isFalse();
        assertThat(pair.hanging().alerts()).isPositive();

        answer(worker, joining.pair(), Choice.NOT_THE_SAME, Outcome.HOLDS);

        assertThat(whose(WARD)).isNotEqualTo(child);
        assertThat(world.count(OPEN.formatted(child.value()))).isZero();
        assertThat(
                        world.count(
                                "alerts.alert WHERE state = 'withdrawn' AND subject = '"
                                        + child.value()
                                        + "'"))
                .isPositive();
        assertThat(held.of(worker, subject(CHILD))).isEmpty();
        assertThat(separated.of(worker, subject(CHILD)))
                .extracting(SeparatedRecords.Told::separated)
                .containsExactly(
                        new Separated(
                                CHILD,
                                WARD,
                                Optional.empty(),
                                world.clock().instant(),
                                List.of("wren")));
        assertThat(world.rebuilt()).isEmpty();

        attended();
        assertThat(whose(WARD)).isNotEqualTo(child);

        answer(worker, joining.pair(), Choice.TAKE_BACK, Outcome.HOLDS);
        assertThat(whose(WARD)).isEqualTo(child);
        assertThat(separated.of(worker, subject(CHILD))).isEmpty();
        assertThat(onlyJoining(worker).pair()).isEqualTo(joining.pair());
        assertThat(world.rebuilt()).isEmpty();
    }

    @Test
    void leavingItOpenTakesThemApartAndLetsThemWait() {
        joinedByItself();
        String pair = onlyJoining(worker).pair();

        answer(worker, pair, Choice.CANNOT_TELL, Outcome.HOLDS);

        assertThat(whose(WARD)).isNotEqualTo(whose(CHILD));
        assertThat(review.people(worker)).extracting(c -> c.pair().id()).containsExactly(pair);
        assertThat(separated.of(worker, subject(CHILD)))
                .singleElement()
                .satisfies(t -> assertThat(t.separated().by()).isEmpty());
    }

    @Test
    void whereASealIsTouchedNothingTakesThemApartWithoutASecondPerson() {
        joinedByItself();
        Readers.allocate(transactions, "team-b", CHILD.toString(), "allocated-b");
        seal("wren", "ash");
        String pair = onlyJoining(worker).pair();

        for (Choice choice : List.of(Choice.CANNOT_TELL, Choice.NOT_THE_SAME)) {
            answer(worker, pair, choice, Outcome.WAITS);
            assertThat(whose(WARD)).as("%s", choice).isEqualTo(whose(CHILD));
        }
        answer(other, pair, Choice.NOT_THE_SAME, Outcome.HOLDS);

        assertThat(whose(WARD)).isNotEqualTo(whose(CHILD));
        assertThat(separated.of(worker, subject(CHILD)))
                .singleElement()
                .satisfies(t -> assertThat(t.separated().by()).containsExactly("wren", "ash"));
    }

    @Test
    void whoMayNotKnowOfBothIsToldOfNeither() {
        joinedByItself();
        String pair = onlyJoining(worker).pair();
        for (ReaderContext stranger :
                List.of(
                        Readers.reader("kay", "southton-csc", AccessRole.SOCIAL_WORKER, "team-c"),
                        Readers.reader(
                                "lou", CARE.value(), AccessRole.HOUSING_OFFICER, "team-a"))) {
            assertThat(held.of(stranger, subject(CHILD))).as("%s", stranger.user()).isEmpty();
            assertThat(review.pair(stranger, pair)).as("%s", stranger.user()).isEmpty();
        }

        seal("ash");

        assertThat(held.of(worker, subject(CHILD))).isEmpty();
        assertThat(review.pair(worker, pair)).isEmpty();
        assertThat(
                        review.answer(
                                worker,
                                pair,
                                Choice.NOT_THE_SAME,
                                new Text("Guessed."),
                                world.clock().instant()))
                .isEqualTo(Outcome.NOT_THERE);
        for (String hostile : List.of("", "0", "'; DROP TABLE identity.link", pair + "0")) {
            assertThat(review.pair(worker, hostile)).as(hostile).isEmpty();
        }
    }

    private void joinedByItself() {
        world.open(
                List.of(
                        declared(CARE, AgencyType.CHILDRENS_SOCIAL_CARE),
                        declared(HOSPITAL, AgencyType.HOSPITAL)));
        world.said(
                CARE,
                """
                "kind":"note","when":"2026-03-01","people":[{"role":"subject","localId":"c1",
                %s}],"body":{"words":"Seen."}
                """
                        .formatted(details()));
        attended();
        Readers.allocate(transactions, "team-a", CHILD.toString(), "allocated-a");
    }

    private void attended() {
        world.said(
                HOSPITAL,
                """
                "kind":"injury-observed","when":"2026-03-02","people":[{"role":"subject","localId":"w1",
                %s}],"body":{"marks":[{"site":"cheek","side":"left","kind":"bruise","count":1}]}
                """
                        .formatted(details()));
    }

    private static String details() {
        return """
        "names":[{"given":"Ivy","family":"Prewett"}],"dateOfBirth":"%s",
        "identifiers":[{"type":"nhs","value":"9990001235"}]
        """
                .formatted(BORN);
    }

    private static ReaderContext reader(String user, AccessRole role, String team) {
        return Readers.reader(user, CARE.value(), role, team);
    }

    private Joining onlyJoining(ReaderContext reader) {
        List<Joining> all = held.of(reader, subject(CHILD));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void answer(ReaderContext by, String pair, Choice choice, Outcome expected) {
        world.moveTo(world.clock().instant().plus(Duration.ofMinutes(1)));
        assertThat(
                        review.answer(
                                by,
                                pair,
                                choice,
                                new Text("Rang the ward."),
                                world.clock().instant()))
                .as("%s", choice)
                .isEqualTo(expected);
        world.run();
    }

    private void seal(String... readers) {
        Set<Grantee> named = new java.util.HashSet<>();
        for (String reader : readers) {
            named.add(new Grantee.User(new UserId(reader)));
        }
        transactions.asJob(
                JobName.PIPELINE,
                sql -> {
                    new Seals()
                            .place(
                                    sql,
                                    new Seal(
                                            WARD,
                                            Optional.empty(),
                                            named,
                                            "court",
                                            Readers.fact("sealed"),
                                            LocalDate.of(2030, 1, 1),
                                            Readers.LONG_AGO,
                                            Optional.empty()));
                    return true;
                });
    }

    private PersonId whose(SourceRecord record) {
        return subject(record).id();
    }

    private Subject subject(SourceRecord record) {
        return transactions.asJob(
                JobName.RESOLVER,
                sql -> {
                    var store = world.identities().in(sql);
                    PersonId id = requireNonNull(store.peopleOf(List.of(record)).get(record));
                    return Subject.of(
                            id,
                            requireNonNull(store.recordsOf(Set.of(id)).get(id)).stream()
                                    .map(m -> m.record())
                                    .toList());
                });
    }
}
