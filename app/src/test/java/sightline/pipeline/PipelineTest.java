package sightline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.core.alerts.Change;
import sightline.core.screening.Catalogue;
import sightline.core.screening.Screening;
import sightline.database.TestDatabase;
import sightline.facts.NewerRules;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** From a message to what follows, through the real system but for its pages. */
final class PipelineTest {
    private final Northton northton = new Northton();

    @AfterEach
    void close() {
        northton.close();
    }

    @Test
    void aMarkOnABabyWhoCannotMoveRaisesAnAlertWithDutiesAndAWorkList() {
        northton.send(Northton.HOSPITAL, Northton.injury("c1"));

        List<String> said = northton.run();

        assertThat(said).contains("Raised AL-01", "Started strategy", "Started seen.24h");
        assertThat(northton.count("alerts.alert WHERE rule = 'AL-01' AND state = 'open'"))
                .isEqualTo(1);
        assertThat(northton.count("alerts.told WHERE recipient LIKE 'northton-csc/%'"))
                .isPositive();
        assertThat(northton.count("access.relationship WHERE grantee = 'northton-csc'"))
                .isPositive();
    }

    /** Received a second after the moment that the clock said, and there before it was said. */
    @Test
    void theBatchThatReadsAMessageSaysWhatFollowsHoweverLateItCameIn() {
        AtomicBoolean coming = new AtomicBoolean(true);
        Pipeline pipeline =
                northton.newPipeline(() -> {
                    Instant moment = northton.clock().instant();
                    if (coming.getAndSet(false)) {
                        northton.clock().moveTo(moment.plusSeconds(1));
                        CompletableFuture.runAsync(() ->
                                        northton.send(Northton.HOSPITAL, Northton.injury("c1")))
                                .join();
                    }
                    return moment;
                });

        List<Pipeline.Batch> batches = List.of(pipeline.run(), pipeline.run());

        assertThat(batches).extracting(Pipeline.Batch::messages).containsOnlyOnce(1);
        assertThat(batches)
                .filteredOn(b -> b.messages() == 1)
                .allSatisfy(b -> assertThat(said(b)).contains("Raised AL-01"));
    }

    @Test
    void whatADatabaseReceivedWhoseClockIsAheadHoldsAtOnce() {
        Instant received = northton.clock().instant();
        Pipeline behind = northton.newPipeline(() -> received.minusSeconds(2));
        northton.send(Northton.HOSPITAL, Northton.injury("c1"));

        Pipeline.Batch batch = behind.run();

        assertThat(batch.at()).isEqualTo(received);
        assertThat(said(batch)).contains("Raised AL-01");
    }

    @Test
    void aMessageWaitsForFewOfManyWhoAreDueAndTheOthersAreTakenUpAfterIt() {
        int many = 45;
        for (int i = 0; i < many; i++) {
            northton.send(Northton.HOSPITAL, unlikeOthers(i));
        }
        northton.run();
        northton.clock().moveTo(northton.clock().instant().plus(Duration.ofHours(30)));
        assertThat(due()).isEqualTo(many);
        northton.send(Northton.HOSPITAL, Northton.injury("new"));

        Pipeline.Batch first = northton.pipeline().run();

        assertThat(said(first)).contains("Raised AL-01");
        assertThat(due()).isEqualTo(many - 1);
        assertThat(first.full()).as("the others are taken up at once").isTrue();
        northton.clock().moveTo(northton.clock().instant().plusSeconds(1));
        northton.run();
        assertThat(due()).isZero();

        assertThat(derivedAgain()).as("each batch as it was").isEmpty();
        northton.database().owner().sql("UPDATE facts.batch SET due = 100 WHERE due = 1").update();
        assertThat(derivedAgain()).as("as though it had taken all").isNotEmpty();
    }

    private List<Rebuild.Difference> derivedAgain() {
        try (TestDatabase shadow = TestDatabase.fresh()) {
            return northton.rebuild(shadow).compare().differences();
        }
    }

    private long due() {
        return northton.count(
                "alerts.subject WHERE recheck_at <= '%s'".formatted(northton.clock().instant()));
    }

    /** An injury of a child whose name and birthday are like nobody else's. */
    private static String unlikeOthers(int child) {
        String name =
                new Random(child)
                        .ints(8, 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        return Northton.injury("child" + child)
                .replace("Robin child" + child, name)
                .replace("Valechild" + child, new StringBuilder(name).reverse())
                .replace("2025-11-01", LocalDate.of(2025, 10, 20).plusDays(child).toString());
    }

    private static List<String> said(Pipeline.Batch batch) {
        return batch.occurrences().stream().flatMap(o -> Northton.words(o).stream()).toList();
    }

    @Test
    void runningAgainSaysNothingNew() {
        northton.send(Northton.HOSPITAL, Northton.injury("c1"));
        northton.run();

        assertThat(northton.run()).isEmpty();
    }

    @Test
    void timeAloneMakesADutyLateAndTheLadderIsClimbedOnce() {
        northton.send(Northton.POLICE, Northton.injury("c1"));
        northton.run();

        List<String> said = new ArrayList<>();
        Instant end = northton.clock().instant().plus(Duration.ofDays(3));
        while (northton.pipeline().nextRecheck().filter(n -> n.isBefore(end)).isPresent()) {
            northton.clock().moveTo(northton.pipeline().nextRecheck().orElseThrow());
            said.addAll(northton.run());
        }

        assertThat(said).containsOnlyOnce("Overdue seen.24h");
        assertThat(said).contains("Escalated seen.24h");
    }

    /** Nothing ran for three days: the first batch afterwards says all that fell due, and once. */
    @Test
    void whatFellDueDuringAnOutageIsEscalatedAtTheStartAfterItAndOnce() {
        northton.send(Northton.POLICE, Northton.injury("c1"));
        northton.send(Northton.POLICE, Northton.injury("c2"));
        northton.run();
        northton.clock().moveTo(northton.clock().instant().plus(Duration.ofDays(3)));

        Pipeline started = northton.newPipeline(Catalogue.screening());
        List<String> said = new ArrayList<>();
        Pipeline.Batch batch = started.run();
        said.addAll(changes(batch));
        while (batch.full() || batch.messages() > 0) {
            batch = started.run();
            said.addAll(changes(batch));
        }

        assertThat(said.stream().filter("Overdue seen.24h"::equals))
                .as("of two children")
                .hasSize(2);
        assertThat(said).contains("Escalated seen.24h");
        assertThat(
                        northton.count(
                                "alerts.duty WHERE clock = 'seen.24h' AND state = 'overdue' AND rung > 0"))
                .isEqualTo(2);
        assertThat(
                        northton.count(
                                "alerts.duty WHERE state = 'running' AND due_at <= '%s'"
                                        .formatted(northton.clock().instant())))
                .as("nothing that fell due is left unsaid")
                .isZero();
        long told = northton.count("facts.fact WHERE kind = 'duty-changed'");

        assertThat(changes(started.run())).as("said once").isEmpty();
        assertThat(changes(northton.newPipeline(Catalogue.screening()).run())).isEmpty();
        assertThat(northton.count("facts.fact WHERE kind = 'duty-changed'")).isEqualTo(told);
    }

    private static List<String> changes(Pipeline.Batch batch) {
        return batch.occurrences().stream()
                .filter(Occurrence.Changed.class::isInstance)
                .map(o -> ((Occurrence.Changed) o).change())
                .map(PipelineTest::words)
                .toList();
    }

    private static String words(Change change) {
        return switch (change) {
            case Change.Overdue overdue -> "Overdue " + overdue.duty().clock().value();
            case Change.Escalated escalated -> "Escalated " + escalated.duty().clock().value();
            default -> change.getClass().getSimpleName();
        };
    }

    @Test
    void aDutyThatStaysAsItWasIsNotWrittenAgain() {
        northton.send(Northton.HOSPITAL, Northton.injury("c1"));
        northton.run();
        long duties = northton.count("alerts.duty");
        assertThat(northton.count("(SELECT DISTINCT xmin::text FROM alerts.duty) w")).isEqualTo(1);

        northton.clock().moveTo(northton.pipeline().nextRecheck().orElseThrow());

        assertThat(northton.run()).isNotEmpty();
        assertThat(northton.count("alerts.duty")).isEqualTo(duties);
        assertThat(northton.count("(SELECT DISTINCT xmin::text FROM alerts.duty) w")).isEqualTo(2);
    }

    @Test
    void whatAWithdrawnEntrySupportedIsWithdrawnAloud() {
        northton.send(Northton.HOSPITAL, Northton.injury("c1"));
        northton.run();

        northton.send(
                Northton.HOSPITAL,
                "\"kind\":\"retraction\",\"regarding\":[\"m1\"],\"body\":{\"reason\":\"wrong child\"}");

        assertThat(northton.run()).contains("Withdrawn AL-01");
        assertThat(northton.count("alerts.alert WHERE state = 'withdrawn'")).isPositive();
    }

    @Test
    void anUnreadableMessageIsSetAsideAndTheNextGoesOn() {
        northton.intake()
                .receive(
                        Northton.HOSPITAL,
                        "{\"sender\":\"northton-hospital\",\"id\":\"x\",\"kind\":\"nonsense\"}"
                                .getBytes(StandardCharsets.UTF_8));
        northton.send(Northton.HOSPITAL, Northton.injury("c1"));

        assertThat(northton.run()).contains("Quarantined", "Raised AL-01");
    }

    @Test
    void aProgramWithOlderRulesDerivesNothingOverANewerOnes() {
        Pipeline older = northton.newPipeline(new Screening(List.of(), Catalogue.VERSION - 1));
        northton.send(Northton.HOSPITAL, Northton.injury("c1"));
        assertThat(older.run().occurrences()).noneMatch(PipelineTest::raised);

        assertThat(northton.run()).as("the newer rules find it").contains("Raised AL-01");
        northton.send(Northton.HOSPITAL, Northton.injury("c2"));

        assertThatThrownBy(older::run)
                .isInstanceOf(NewerRules.class)
                .hasMessageContaining("start the newer program");
        assertThat(northton.count("facts.batch WHERE kind = 'changed'")).isEqualTo(2);
        assertThat(northton.count("alerts.alert WHERE rule = 'AL-01' AND state = 'open'"))
                .isEqualTo(1);
        assertThat(northton.run()).contains("Raised AL-01");
        assertThat(northton.count("alerts.alert WHERE rule = 'AL-01' AND state = 'open'"))
                .isEqualTo(2);
    }

    private static boolean raised(Occurrence occurrence) {
        return occurrence instanceof Occurrence.Changed changed
                && changed.change() instanceof Change.Raised;
    }

    @Test
    void severalPipelinesOnOneDatabaseReadEachMessageOnce() throws Exception {
        for (int i = 0; i < 150; i++) {
            northton.send(Northton.HOSPITAL, Northton.injury("c" + i));
        }
        List<Future<Integer>> taken = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 3; i++) {
                taken.add(pool.submit(this::drain));
            }
        }

        int messages = 0;
        for (Future<Integer> each : taken) {
            messages += each.get();
        }
        assertThat(messages).isEqualTo(150);
        assertThat(northton.count("facts.fact WHERE kind = 'injury-observed'")).isEqualTo(150);
        assertThat(northton.count("alerts.alert WHERE rule = 'AL-01'")).isEqualTo(150);
        assertThat(
                        northton.count(
                                "facts.head WHERE position = (SELECT max(position) FROM facts.fact)"))
                .isEqualTo(1);
        assertThat(northton.count("facts.fact"))
                .isEqualTo(northton.countOf("SELECT position FROM facts.head"));
    }

    private int drain() {
        Pipeline own = northton.newPipeline();
        int taken = 0;
        for (int empty = 0; empty < 3; ) {
            int messages = own.run().messages();
            taken += messages;
            empty = messages == 0 ? empty + 1 : 0;
        }
        return taken;
    }

    @Test
    void aNewRecordOfAParentIsLookedAtForTheChildWhoDependsOnThem() {
        northton.send(
                Northton.HOSPITAL,
                """
                "kind":"birth","when":"2026-03-01","people":[
                {"role":"child","localId":"c9","names":[{"given":"Noa","family":"Prewett"}],
                 "dateOfBirth":"2026-03-01"},
                {"role":"father","localId":"f9","names":[{"given":"Callum","family":"Prewett"}],
                 "dateOfBirth":"1998-11-17","identifiers":[{"type":"nhs","value":"9990012377"}]}],
                "body":{"injuryAtBirth":false}
                """);
        northton.run();

        northton.send(
                Northton.POLICE,
                """
                "kind":"conviction","when":"2020-05-12","people":[
                {"role":"offender","localId":"x9","names":[{"given":"Callum","family":"Prewett"}],
                 "dateOfBirth":"1998-11-17","identifiers":[{"type":"nhs","value":"9990012377"}]}],
                "body":{"offence":{"wording":"Child cruelty","group":"child-cruelty","victimAge":2}}
                """);

        assertThat(northton.run()).contains("Raised AL-02");
    }
}
