package sightline.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.access.AccessRole;
import sightline.access.ReaderContext;
import sightline.access.Readers;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Period;
import sightline.core.kernel.PersonId;
import sightline.core.register.State;
import sightline.database.JobName;
import sightline.database.TestDatabase;
import sightline.register.SimulatedChange.How;
import sightline.register.SimulatedPack.Done;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a pack would change: asked, taken by one process, kept, shown to whoever would answer. */
final class SimulatedPacksTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private static final ReaderContext NORTH =
            Readers.reader("amy", "north-police", AccessRole.REGISTER_KEEPER, "north");
    private static final ReaderContext SOUTH =
            Readers.reader("tom", "south-police", AccessRole.REGISTER_KEEPER, "south");
    private static final ReaderContext WORKER =
            Readers.reader("priya", "north-police", AccessRole.SOCIAL_WORKER, "north");

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    private <T> T as(ReaderContext reader, Function<SimulatedPacks, T> work) {
        return database.transactions()
                .asReader(reader, List.of(), sql -> work.apply(new SimulatedPacks(sql)));
    }

    private <T> T job(Function<SimulatedPacks, T> work) {
        return database.transactions()
                .asJob(JobName.PIPELINE, sql -> work.apply(new SimulatedPacks(sql)));
    }

    private void ask(Instant at) {
        as(
                NORTH,
                packs -> {
                    packs.ask("ccr-2026", "v1", "amy", at);
                    return true;
                });
    }

    private SimulatedPack asked() {
        return read(NORTH).orElseThrow();
    }

    private Optional<SimulatedPack> read(ReaderContext reader) {
        return as(reader, packs -> packs.of("ccr-2026"));
    }

    private List<SimulatedChange> list(ReaderContext reader) {
        return as(reader, packs -> packs.changes("ccr-2026", 0, 50));
    }

    private long count(ReaderContext reader) {
        return as(reader, packs -> packs.count("ccr-2026"));
    }

    private Optional<String> claim(Instant at) {
        return job(packs -> packs.claim(at, at.plusSeconds(600)));
    }

    private void done(Instant at) {
        job(packs -> {
            packs.done(
                    "ccr-2026",
                    new Done("v1", at, 40, 3, 2, 2, 0, 1),
                    List.of(
                            change("p1", How.OTHER_PERIOD, "north-police"),
                            change("p2", How.ON, "north-police"),
                            change("p3", How.ON, "south-police")));
            return true;
        });
    }

    private static SimulatedChange change(String person, How how, String keeper) {
        return new SimulatedChange(
                new PersonId(person),
                how,
                new AgencyId(keeper),
                State.CURRENT,
                Optional.of(Period.from(LocalDate.of(2020, 1, 1))),
                "convicted of cruelty");
    }

    @Test
    void isTakenByOneProcessAndByAnotherOnlyWhenThatIsGone() {
        ask(NOW);

        assertThat(claim(NOW)).contains("ccr-2026");
        assertThat(claim(NOW.plusSeconds(60))).isEmpty();
        job(packs -> {
            packs.progress("ccr-2026", 200, 400, NOW.plusSeconds(900));
            return true;
        });
        assertThat(claim(NOW.plusSeconds(700))).isEmpty();
        assertThat(asked().looked()).isEqualTo(200);
        assertThat(claim(NOW.plusSeconds(901))).contains("ccr-2026");
    }

    @Test
    void askingWhileItIsWorkedOutChangesNothingAndAskingAfterwardsBeginsAnew() {
        ask(NOW);
        claim(NOW);
        ask(NOW.plusSeconds(5));
        assertThat(asked().askedAt()).isEqualTo(NOW);
        assertThat(asked().done()).isEmpty();
        done(NOW.plusSeconds(30));
        assertThat(asked().running()).isFalse();
        assertThat(claim(NOW.plusSeconds(2_000))).isEmpty();

        ask(NOW.plusSeconds(60));

        assertThat(asked().running()).isTrue();
        assertThat(asked().done()).as("what was known stays until then").isPresent();
        assertThat(claim(NOW.plusSeconds(61))).contains("ccr-2026");
    }

    @Test
    void theFiguresAreForEveryKeeperAndTheListForWhoeverWouldAnswer() {
        ask(NOW);
        claim(NOW);
        done(NOW.plusSeconds(30));

        assertThat(read(SOUTH).orElseThrow().done()).map(Done::comesOn).contains(2);
        assertThat(list(NORTH)).extracting(c -> c.subject().value()).containsExactly("p2", "p1");
        assertThat(count(NORTH)).isEqualTo(2);
        assertThat(list(SOUTH)).containsExactly(change("p3", How.ON, "south-police"));
        assertThat(read(WORKER)).isEmpty();
        assertThat(count(WORKER)).isZero();
    }

    @Test
    void whoeverIsErasedIsForgottenHereToo() {
        ask(NOW);
        claim(NOW);
        done(NOW.plusSeconds(30));

        job(packs -> {
            packs.forget(List.of(new PersonId("p2")));
            return true;
        });

        assertThat(list(NORTH)).extracting(c -> c.subject().value()).containsExactly("p1");
    }
}
