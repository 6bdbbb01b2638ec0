package sightline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sightline.access.Conflict;
import sightline.access.Conflicts;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.audit.Journal;
import sightline.core.facts.Fact;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.household.Look;
import sightline.household.People;
import sightline.household.Reading;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was read to find out who is around somebody is not read again: the page has what the context
 * that names them all lets through, no more and no less.
 */
final class ReadOnceTest {
    private static final SourceRecord CHILD = new SourceRecord(Northton.CARE, "child");
    private static final SourceRecord MOTHER = new SourceRecord(Northton.CARE, "mother");

    private final Northton world = new Northton("2026-03-02T10:00:00Z").with(Northton.staffed());
    private final ReaderContext reader =
            Northton.reader("dana", Northton.CARE, Northton.DUTY.value());
    private final Reading reading =
            new Reading(
                    world.database.transactions(),
                    new People(world.database.transactions(), world.identities),
                    world.facts,
                    new Journal(world.secrets));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aPageHasWhatItsOwnContextLetsThrough() {
        family();
        List<String> shown = shown();

        assertThat(shown).hasSizeGreaterThan(3).contains("case-allocated", "visit");
    }

    @Test
    void aReaderInConflictWithTheMotherSeesNothingThatNamesHer() {
        family();
        world.database
                .transactions()
                .asJob(
                        JobName.PIPELINE,
                        sql -> {
                            new Conflicts().register(sql, List.of(related()));
                            return true;
                        });

        assertThat(shown()).contains("visit").doesNotContain("relationship");
    }

    /** Whoever a child is left with is near it, though named as one at work: the page has them. */
    @Test
    void aWorkerWithWhomTheChildIsLeftIsAroundItAndOneWhoOnlyReportsIsNot() {
        family();
        world.send(
                Northton.CARE,
                "\"kind\":\"carer-arranged\",\"when\":\"2026-03-01\",\"people\":["
                        + person("child", "child", "Ivy", "2020-03-01")
                        + ","
                        + person("practitioner", "worker", "Olive", "1970-07-07")
                        + ","
                        + person("practitioner", "clerk", "Piers", "1981-01-01")
                        + "],\"body\":{\"arrangement\":\"temporary\",\"agreedBySocialCare\":true}");
        world.run();

        Look<List<SourceRecord>> look =
                reading.look(
                        reader,
                        child(),
                        "/test",
                        (_, family) ->
                                Stream.of("worker", "clerk")
                                        .map(id -> new SourceRecord(Northton.CARE, id))
                                        .filter(r ->
                                                family.around()
                                                        .whose(r)
                                                        .filter(i -> !i.records().isEmpty())
                                                        .isPresent())
                                        .toList());

        assertThat(look)
                .isEqualTo(new Look.Open<>(List.of(new SourceRecord(Northton.CARE, "worker"))));
    }

    private Conflict related() {
        return new Conflict(
                reader.user(),
                MOTHER,
                Conflict.Kind.RELATIVE,
                new UserId("set-up"),
                Instant.parse("2020-01-01T00:00:00Z"),
                Optional.empty());
    }

    private void family() {
        world.send(
                Northton.CARE,
                "\"kind\":\"case-allocated\",\"when\":\"2026-03-01\",\"people\":["
                        + person("subject", "child", "Ivy", "2020-03-01")
                        + "],\"body\":{\"post\":\"csc-duty-manager\"}");
        world.send(
                Northton.CARE,
                "\"kind\":\"relationship\",\"people\":["
                        + person("subject", "child", "Ivy", "2020-03-01")
                        + ","
                        + person("mother", "mother", "Nora", "1990-05-02")
                        + "],\"body\":{\"tie\":\"mother\"}");
        world.send(
                Northton.CARE,
                "\"kind\":\"visit\",\"when\":\"2026-03-01\",\"people\":["
                        + person("subject", "child", "Ivy", "2020-03-01")
                        + "],\"body\":{\"outcome\":\"seen-alone\"}");
        world.run();
    }

    private static String person(String role, String id, String given, String born) {
        return """
        {"role":"%s","localId":"%s","names":[{"given":"%s","family":"Prewett"}],"dateOfBirth":"%s"}\
        """
                .formatted(role, id, given, born);
    }

    /** The kinds on the page, when they are those that the same context gives afresh. */
    private List<String> shown() {
        Look<List<Fact>> look =
                reading.look(
                        reader,
                        child(),
                        "/test",
                        (sql, family) -> {
                            List<Fact> page = family.around().subject().facts();
                            assertThat(page)
                                    .isEqualTo(
                                            world.facts
                                                    .in(sql)
                                                    .mentioning(family.subject().records()));
                            return page;
                        });
        assertThat(look).isInstanceOf(Look.Open.class);
        return ((Look.Open<List<Fact>>) look).value().stream().map(Fact::kind).toList();
    }

    private PersonId child() {
        return Objects.requireNonNull(
                world.database
                        .transactions()
                        .asJob(
                                JobName.PIPELINE,
                                sql -> world.identities.in(sql).peopleOf(List.of(CHILD)))
                        .get(CHILD));
    }
}
