package sightline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.Grantee;
import sightline.access.ReaderContext;
import sightline.access.Readers;
import sightline.access.Seal;
import sightline.access.Seals;
import sightline.access.UserId;
import sightline.alerts.SeparatedRecords.Told;
import sightline.audit.Journal;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.identity.Decision;
import sightline.core.identity.Verdict;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Subject;
import sightline.identity.Answered;
import sightline.identity.Answered.Choice;
import sightline.identity.ReviewQueue;
import sightline.identity.Separated;
import sightline.identity.Waiting;
import sightline.pipeline.Installation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A child of whom the council and an adoption agency have a record, and two records of a hospital.
 */
final class SeparatedRecordsTest {
    private static final AgencyId ADOPTION = new AgencyId("northton-adoption");
    private static final SourceRecord CHILD = new SourceRecord(Northton.CARE, "c1");
    private static final SourceRecord ADOPTED = new SourceRecord(ADOPTION, "s1");
    private static final SourceRecord WARD = new SourceRecord(Northton.HOSPITAL, "w1");
    private static final SourceRecord CLINIC = new SourceRecord(Northton.HOSPITAL, "k1");
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final ReaderContext WORKER = worker("wren", "team-a");
    private static final ReaderContext NAMED = worker("ash", "team-b");

    private final Installation installation = new Installation(START);
    private final SeparatedRecords separated =
            new SeparatedRecords(
                    installation.database().transactions(),
                    installation.identities(),
                    new Journal(installation.secrets()));

    @BeforeEach
    void theChildHasTwoRecords() {
        installation
                .directory()
                .replace(
                        Northton.staffed()
                                .add(
                                        new Agency(
                                                ADOPTION,
                                                "Adoption",
                                                AgencyType.CHILDRENS_SOCIAL_CARE,
                                                new AreaId("northton")))
                                .entries());
        installation.senders(List.of(Northton.CARE, Northton.HOSPITAL, ADOPTION));
        recorded(CHILD, "Ivy", "Prewett", "2020-03-01");
        recorded(ADOPTED, "Iris", "Marlowe", "2020-03-01");
        recorded(WARD, "Odell", "Hartnoll", "2014-08-19");
        recorded(CLINIC, "Tamsin", "Quarrie", "2017-11-30");
        installation
                .pipeline()
                .decide(ReviewQueue.decision(pair(CHILD, ADOPTED), Verdict.JOIN, "w1", START));
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void aSealedRecordOfTheChildIsToldToNobodyButWhomTheSealNames() {
        answer(ADOPTED, WARD, Choice.JOIN, "one", "two");
        answer(ADOPTED, WARD, Choice.NOT_THE_SAME, "one", "two");
        answer(CHILD, CLINIC, Choice.JOIN, "one");
        answer(CHILD, CLINIC, Choice.NOT_THE_SAME, "one");
        allocate("team-a");
        allocate("team-b");
        assertThat(separatedFrom(WORKER)).containsExactly(CLINIC, WARD);

        seal(ADOPTED, "ash");

        assertThat(opened(WORKER)).contains(RecordKey.of(CHILD));
        assertThat(separatedFrom(WORKER)).containsExactly(CLINIC);
        assertThat(told(WORKER).toString()).doesNotContain(ADOPTION.value(), WARD.localId(), "two");
        assertThat(separatedFrom(NAMED)).containsExactly(CLINIC, WARD);
        assertThat(told(NAMED).getLast().from()).isEqualTo(ADOPTED);
    }

    @Test
    void aSealedRecordOfTheOtherIsToldToNobodyButWhomTheSealNames() {
        answer(CHILD, WARD, Choice.JOIN, "one");
        answer(CHILD, WARD, Choice.TAKE_BACK, "one");

        seal(WARD, "ash");

        assertThat(separatedFrom(WORKER)).isEmpty();
        assertThat(separatedFrom(NAMED)).containsExactly(WARD);
    }

    @Test
    void whoeverSaysThatTheyAreTwoOrTakesTheJoiningBackDecidedIt() {
        for (Choice choice : List.of(Choice.NOT_THE_SAME, Choice.TAKE_BACK)) {
            SourceRecord other = choice == Choice.TAKE_BACK ? CLINIC : WARD;
            Instant joined = answer(CHILD, other, Choice.JOIN, "one", "two");
            Instant apart = answer(CHILD, other, choice, "three", "four");

            assertThat(told(WORKER).getFirst())
                    .as("%s", choice)
                    .isEqualTo(
                            new Separated(
                                    CHILD,
                                    other,
                                    Optional.of(joined),
                                    apart,
                                    List.of("three", "four")));
        }
    }

    @Test
    void nobodyDecidedWhereItIsLeftOpenWhetherTheyAreOne() {
        Instant joined = answer(CHILD, WARD, Choice.JOIN, "one");
        Instant apart = answer(CHILD, WARD, Choice.CANNOT_TELL, "two");
        answer(CHILD, WARD, Choice.CANNOT_TELL, "three");

        assertThat(told(WORKER))
                .containsExactly(new Separated(CHILD, WARD, Optional.of(joined), apart, List.of()));

        Instant decided = answer(CHILD, WARD, Choice.NOT_THE_SAME, "four");
        assertThat(told(WORKER))
                .containsExactly(
                        new Separated(CHILD, WARD, Optional.of(joined), decided, List.of("four")));

        answer(CHILD, WARD, Choice.CANNOT_TELL, "five");
        assertThat(told(WORKER))
                .containsExactly(
                        new Separated(CHILD, WARD, Optional.of(joined), decided, List.of()));
    }

    @Test
    void anAnswerTakenBackLeavesWhatWasAnsweredBefore() {
        answer(CHILD, WARD, Choice.JOIN, "one");
        answer(CHILD, WARD, Choice.NOT_THE_SAME, "two");
        Instant again = answer(CHILD, WARD, Choice.TAKE_BACK, "three");
        assertThat(told(WORKER)).isEmpty();

        Instant apart = answer(CHILD, WARD, Choice.TAKE_BACK, "four");

        assertThat(told(WORKER))
                .containsExactly(
                        new Separated(CHILD, WARD, Optional.of(again), apart, List.of("four")));
    }

    @Test
    void whatWasJoinedByItselfIsToldOncePeopleSeparatedIt() {
        SourceRecord alike = new SourceRecord(Northton.HOSPITAL, "a1");
        recorded(alike, "Ivy", "Prewett", "2020-03-01");
        Instant open = answer(CHILD, alike, Choice.CANNOT_TELL, "one");
        assertThat(told(WORKER))
                .containsExactly(new Separated(CHILD, alike, Optional.empty(), open, List.of()));

        Instant apart = answer(CHILD, alike, Choice.NOT_THE_SAME, "two", "three");
        assertThat(told(WORKER))
                .containsExactly(
                        new Separated(
                                CHILD, alike, Optional.empty(), apart, List.of("two", "three")));

        answer(CHILD, alike, Choice.TAKE_BACK, "four");
        answer(CHILD, alike, Choice.TAKE_BACK, "five");
        assertThat(told(WORKER)).isEmpty();
    }

    @Test
    void whatNobodyHadJoinedIsNotSeparated() {
        answer(CHILD, WARD, Choice.CANNOT_TELL, "one");
        answer(CHILD, WARD, Choice.NOT_THE_SAME, "two");
        answer(CHILD, WARD, Choice.TAKE_BACK, "three");

        assertThat(told(WORKER)).isEmpty();
    }

    private static ReaderContext worker(String user, String team) {
        return Readers.reader(user, Northton.CARE.value(), AccessRole.SOCIAL_WORKER, team);
    }

    private void recorded(SourceRecord record, String given, String family, String born) {
        installation.said(
                record.agency(),
                """
                "kind":"note","when":"2026-03-01","people":[{"role":"subject","localId":"%s",
                "names":[{"given":"%s","family":"%s"}],"dateOfBirth":"%s"}],"body":{"words":"Seen."}
                """
                        .formatted(record.localId(), given, family, born));
    }

    private static Waiting.People pair(SourceRecord one, SourceRecord other) {
        return new Waiting.People("p", one, other, Optional.empty(), Optional.empty());
    }

    /** These people answer alike, a minute after what was before. */
    private Instant answer(SourceRecord one, SourceRecord other, Choice choice, String... people) {
        installation.moveTo(installation.clock().instant().plus(Duration.ofMinutes(1)));
        Instant now = installation.clock().instant();
        Waiting.People pair = pair(one, other);
        List<Long> kept =
                queue(queue ->
                        Arrays.stream(people)
                                .map(by -> queue.keep(pair, answered(choice, by, now)))
                                .toList());
        decide(pair, choice, now);
        return queue(queue -> {
            queue.applied(kept, now);
            return now;
        });
    }

    private <T> T queue(Function<ReviewQueue, T> work) {
        return installation
                .database()
                .transactions()
                .asJob(
                        JobName.PIPELINE,
                        sql -> work.apply(installation.identities().reviewIn(sql)));
    }

    private void decide(Waiting.People pair, Choice choice, Instant now) {
        if (choice == Choice.TAKE_BACK) {
            Decision last = queue(queue -> queue.decisions(pair).getLast());
            installation.pipeline().undo(last);
        } else {
            Verdict verdict = Verdict.valueOf(choice.name());
            installation.pipeline().decide(ReviewQueue.decision(pair, verdict, "at-" + now, now));
        }
    }

    private static Answered answered(Choice choice, String by, Instant now) {
        return new Answered(
                0, choice, new Text("Rang them."), by, now, Optional.empty(), Optional.empty());
    }

    private void seal(SourceRecord record, String reader) {
        installation
                .database()
                .transactions()
                .asJob(
                        JobName.PIPELINE,
                        sql -> {
                            new Seals()
                                    .place(
                                            sql,
                                            new Seal(
                                                    record,
                                                    Optional.empty(),
                                                    Set.of(new Grantee.User(new UserId(reader))),
                                                    "court",
                                                    Readers.fact("sealed"),
                                                    LocalDate.of(2030, 1, 1),
                                                    Readers.LONG_AGO,
                                                    Optional.empty()));
                            return true;
                        });
    }

    private void allocate(String team) {
        Readers.allocate(
                installation.database().transactions(),
                team,
                CHILD.toString(),
                "allocated-" + team);
    }

    private Subject child() {
        return installation
                .database()
                .transactions()
                .asJob(
                        JobName.RESOLVER,
                        sql -> {
                            var store = installation.identities().in(sql);
                            PersonId id = requireNonNull(store.peopleOf(List.of(CHILD)).get(CHILD));
                            return Subject.of(
                                    id,
                                    requireNonNull(store.recordsOf(Set.of(id)).get(id)).stream()
                                            .map(m -> m.record())
                                            .toList());
                        });
    }

    private List<UUID> opened(ReaderContext reader) {
        return installation
                .database()
                .transactions()
                .asReader(
                        reader,
                        List.of(child()),
                        sql ->
                                sql.sql("SELECT unnest(access.readable_records())")
                                        .query(UUID.class)
                                        .list());
    }

    private List<Separated> told(ReaderContext reader) {
        return separated.of(reader, child()).stream().map(Told::separated).toList();
    }

    private List<SourceRecord> separatedFrom(ReaderContext reader) {
        return told(reader).stream().map(Separated::record).toList();
    }
}
