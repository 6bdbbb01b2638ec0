package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.DerivedStore;
import sightline.alerts.Forgetting;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.chronology.LastLooks;
import sightline.core.alerts.Attendance;
import sightline.core.alerts.Derivation;
import sightline.core.alerts.Tellings;
import sightline.core.directory.Directory;
import sightline.core.facts.KindSet;
import sightline.core.identity.Decision;
import sightline.core.identity.PlaceDecision;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.facts.Batches;
import sightline.facts.Erasures;
import sightline.facts.Erasures.Order;
import sightline.facts.Facts;
import sightline.facts.Tombstones;
import sightline.facts.Tombstones.Plan;
import sightline.feeds.Erasure;
import sightline.identity.Forgotten;
import sightline.identity.Identities;
import sightline.identity.IdentityStore;
import sightline.identity.Recollections;
import sightline.locator.LocatorStore;
import sightline.register.UploadedRows;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ends the content of records: plans what an order would end, carries it out as the eraser, and
 * then, as the pipeline, looks again at everybody for whom something followed from it. A program
 * that ends in between leaves an order that {@link #settle} finishes.
 */
public final class Erasing {
    private static final int DECISIONS = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Transactions transactions;
    private final Parts parts;
    private final InstantSource clock;
    private final Erasures erasures = new Erasures();
    private final Tombstones tombstones;
    private final Journal journal;
    private final UploadedRows uploaded;

    public Erasing(
            Transactions transactions,
            Secrets secrets,
            Function<JdbcClient, ? extends Directory> directory,
            Derivation derivation,
            InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
        Facts facts = new Facts(secrets);
        this.parts =
                new Parts(
                        facts,
                        new Identities(secrets, facts),
                        directory::apply,
                        derivation,
                        Attending.by(new Tellings(derivation.clocks(), Attendance.asRecorded())));
        this.tombstones = new Tombstones(secrets);
        this.journal = new Journal(secrets);
        this.uploaded =
                new UploadedRows(
                        transactions,
                        secrets,
                        () -> transactions.asJob(JobName.PIPELINE, directory::apply));
    }

    /** How many facts an order of these records would end. */
    public long count(Collection<SourceRecord> records) {
        return plan(records.stream().map(RecordKey::of).toList()).facts().size();
    }

    private Plan plan(Collection<UUID> records) {
        return transactions.asJob(
                JobName.RETENTION, sql -> tombstones.plan(sql, parts.facts().in(sql), records));
    }

    /** Carries out an order that was approved, and settles it. */
    public Tombstones.Outcome run(Order order) {
        Plan plan = plan(order.records());
        Set<PersonId> people = people(order.records());
        UploadedRows.Marked rows = uploaded.about(order.records());
        Tombstones.Outcome outcome =
                transactions.asEraser(sql -> {
                    Tombstones.Outcome done = tombstones.carryOut(sql, order, plan);
                    if (done == Tombstones.Outcome.ERASED) {
                        endWords(sql, order, plan, people);
                    }
                    return done;
                });
        if (outcome == Tombstones.Outcome.ERASED) {
            uploaded.end(rows);
        }
        settle();
        return outcome;
    }

    private Set<PersonId> people(Collection<UUID> records) {
        return transactions.asJob(
                JobName.RETENTION,
                sql -> {
                    var identity = parts.identities().in(sql);
                    return Set.copyOf(identity.peopleOf(identity.withKeys(records)).values());
                });
    }

    /** The words of reasons about the records end; the entry of the erasure itself stays. */
    private void endWords(JdbcClient sql, Order order, Plan plan, Set<PersonId> people) {
        sql.sql(
                        """
                        UPDATE access.emergency SET reason = 'Erased with the record it was about.', note = NULL
                         WHERE subject = ANY (:people::text[])
                        """)
                .param(
                        "people",
                        people.stream()
                                .map(PersonId::value)
                                .collect(Collectors.joining(",", "{", "}")))
                .update();
        List<SourceRecord> own =
                plan.facts().stream()
                        .flatMap(f -> f.subject().stream())
                        .distinct()
                        .sorted()
                        .toList();
        journal.eraseReasons(sql, own);
        String detail =
                "order %d, approval %d, %s, %d facts"
                        .formatted(order.number(), order.approval(), order.rule(), order.facts());
        journal.write(
                sql,
                new Entry(
                        Event.ERASE,
                        List.of(),
                        own,
                        Set.of(),
                        plan.facts().size(),
                        Set.of(order.rule()),
                        detail,
                        java.util.Optional.empty()));
    }

    /** Settles what was carried out; gives how many orders. */
    public int settle() {
        List<Order> waiting = transactions.asJob(JobName.PIPELINE, erasures::unsettled);
        // Where a program ended in between: by the records' own ids, for their details are gone.
        waiting.forEach(o -> uploaded.end(uploaded.about(o.records())));
        waiting.forEach(o -> transactions.asJob(JobName.PIPELINE, sql -> settle(sql, o)));
        if (!waiting.isEmpty()) {
            transactions.asJob(JobName.PIPELINE, tombstones::drawStatisticsAnew);
        }
        return waiting.size();
    }

    private boolean settle(JdbcClient sql, Order order) {
        Following following = Following.hold(sql, parts).now(clock.instant(), new Recollections());
        DerivedStore store = new DerivedStore(sql);
        var identity = following.identity();
        JsonNode settling = JSON.readTree(erasures.settling(sql, order.number()));
        Set<SourceRecord> own = Set.copyOf(identity.withKeys(order.records()));
        Set<SourceRecord> beside = Set.copyOf(identity.withKeys(keys(settling.path("beside"))));
        Set<PersonId> before = new LinkedHashSet<>(identity.peopleOf(own).values());
        Map<SourceRecord, KindSet> everything = new HashMap<>();
        union(own, beside).forEach(r -> everything.put(r, KindSet.ALL));
        before.addAll(store.dependents(everything, Set.of()));
        Set<UUID> spellings = Set.copyOf(keys(settling.path("addresses")));
        Forgetting forgetting = new Forgetting(sql);
        Forgotten forgotten = new Forgotten(sql);
        Set<UUID> addresses = forgotten.addresses(spellings);
        Set<String> pages = new HashSet<>(forgotten.pages(order.records(), addresses));
        pages.addAll(forgetting.pages(pages.stream().map(PersonId::new).toList()));
        named(identity, own).forEach(id -> pages.add(id.value()));
        new Erasure().endDrafts(sql, pages);
        LastLooks.forget(sql, order.records());
        new LocatorStore(sql).forget(order.records());
        forgetDecisions(sql, identity, own, addresses);
        Set<SourceRecord> moved = identity.erase(own, beside, spellings);
        moved.addAll(own);
        moved.addAll(beside);
        forgetting.tellings(own);
        Set<PersonId> looked = following.lookAgain(before, moved, DueShare.MOST);
        Set<SourceRecord> nobody = union(own, beside);
        nobody.removeAll(identity.peopleOf(nobody).keySet());
        forgetting.records(nobody);
        forgetting.tellings(own);
        Set<String> facts = Set.copyOf(erasures.facts(sql, order.number()));
        looked.addAll(forgetting.scrub(facts, order.rule()));
        looked.addAll(forgetting.lapses(facts));
        new Batches(sql).messages(DueShare.MOST, following.now());
        Set<UUID> affected = new TreeSet<>();
        identity.recordsOf(looked).values().stream()
                .flatMap(List::stream)
                .forEach(m -> affected.add(RecordKey.of(m.record())));
        beside.forEach(r -> affected.add(RecordKey.of(r)));
        erasures.settled(sql, order.number(), affected);
        return true;
    }

    private static Set<SourceRecord> union(Set<SourceRecord> some, Set<SourceRecord> more) {
        Set<SourceRecord> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** As drafts name whoever holds these records: by each of their records. */
    private Set<PersonId> named(IdentityStore identity, Set<SourceRecord> records) {
        Set<PersonId> people = Set.copyOf(identity.peopleOf(records).values());
        return identity.recordsOf(people).values().stream()
                .flatMap(List::stream)
                .map(m -> parts.identities().named(m.record()))
                .collect(Collectors.toSet());
    }

    /** Decisions about the records and addresses end, also where a rebuild would read them. */
    private void forgetDecisions(
            JdbcClient sql, IdentityStore identity, Set<SourceRecord> own, Set<UUID> addresses) {
        Batches batches = new Batches(sql);
        List<Batches.Batch> page = batches.decisionsAfter(0, DECISIONS);
        while (!page.isEmpty()) {
            List<Long> ended =
                    page.stream()
                            .filter(b -> about(b, own, identity, addresses))
                            .map(Batches.Batch::number)
                            .collect(Collectors.toList());
            batches.forgetDecisions(ended);
            page = batches.decisionsAfter(page.getLast().number(), DECISIONS);
        }
    }

    private boolean about(
            Batches.Batch batch,
            Set<SourceRecord> own,
            IdentityStore identity,
            Set<UUID> addresses) {
        return switch (batch.kind()) {
            case DECIDED, UNDONE -> {
                Decision decision = opened(batch, Decision.class);
                yield own.contains(decision.first()) || own.contains(decision.second());
            }
            case PLACE_DECIDED, PLACE_UNDONE -> {
                PlaceDecision decision = opened(batch, PlaceDecision.class);
                yield addresses.contains(identity.addressKey(decision.first()))
                        || addresses.contains(identity.addressKey(decision.second()));
            }
            case MESSAGES, HISTORY, CATCH_UP, CHANGED -> false;
        };
    }

    private <T> T opened(Batches.Batch batch, Class<T> type) {
        return parts.identities().open(type, batch.sealed().orElseThrow());
    }

    private static List<UUID> keys(JsonNode texts) {
        return texts.valueStream().map(t -> UUID.fromString(t.stringValue())).toList();
    }
}
