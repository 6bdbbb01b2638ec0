package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.alerts.DerivedStore;
import sightline.core.directory.Directory;
import sightline.core.facts.Fact;
import sightline.core.facts.SystemBody;
import sightline.core.identity.Decision;
import sightline.core.identity.PlaceDecision;
import sightline.core.kernel.PersonId;
import sightline.core.screening.RuleSettings;
import sightline.database.JobName;
import sightline.database.Transactions;
import sightline.directory.PostgresDirectory;
import sightline.facts.Batches;
import sightline.facts.Batches.Batch;
import sightline.facts.Editions;
import sightline.screening.RuleChanges;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Derives everything again in an empty database of its own: every recorded batch in its order, on
 * the recorded clock, under the packs and the directory of its position, through what the pipeline
 * itself runs. It sends nothing.
 */
final class Shadow {
    private static final int BATCHES = 200;
    private static final int FACTS = 1_000_000;
    private static final int PEOPLE = 200;
    private static final int DUE = 1_000_000;

    private final Transactions live;
    private final Transactions shadow;
    private final Function<JdbcClient, Directory> today;

    /** A rule of a later version finds nothing in the batches before it. */
    private final RuleSettings versions;

    private Parts parts;
    private long number;
    private long position;
    private long batches;
    private long facts;
    private Instant last = Instant.EPOCH;

    Shadow(Transactions live, Transactions shadow, Parts parts) {
        this.live = live;
        this.shadow = shadow;
        this.parts = parts;
        this.today = parts.directory();
        this.versions = live.asJob(JobName.REBUILD, sql -> new RuleChanges(sql).versions());
    }

    /** The newest batch that was taken up. */
    long number() {
        return number;
    }

    long batches() {
        return batches;
    }

    long facts() {
        return facts;
    }

    /**
     * Takes up every batch that was recorded since.
     *
     * @return how many
     */
    long takeUp() {
        long taken = 0;
        List<Batch> page = page();
        while (!page.isEmpty()) {
            page.forEach(this::batch);
            taken += page.size();
            page = page();
        }
        batches += taken;
        return taken;
    }

    private List<Batch> page() {
        return live.asJob(JobName.REBUILD, sql -> new Batches(sql).after(number, BATCHES));
    }

    private void batch(Batch batch) {
        List<Fact> read =
                live.asJob(
                        JobName.REBUILD,
                        sql -> parts.facts().in(sql).recorded(position, batch.position(), FACTS));
        batch.inForce().ifPresent(this::under);
        shadow.asJob(
                JobName.PIPELINE,
                sql -> {
                    Following following = Following.hold(sql, parts).at(batch.at());
                    follow(following, batch, read);
                    return true;
                });
        number = batch.number();
        position = batch.position();
        last = batch.at();
    }

    /** What follows is derived under these packs and this edition of the directory from here on. */
    private void under(Editions.InForce inForce) {
        parts =
                live.asJob(
                        JobName.REBUILD,
                        sql -> {
                            String packs = new Editions(sql).packs(inForce.rulebook());
                            return parts.under(
                                    inForce.directory() == 0
                                            ? today.apply(sql)
                                            : PostgresDirectory.edition(sql, inForce.directory()),
                                    Rulebook.read(packs),
                                    Rulebook.settings(packs).with(versions));
                        });
    }

    private void follow(Following following, Batch batch, List<Fact> read) {
        // What follows from facts is derived; what was delivered, and how, only happened.
        List<Fact> happened =
                following.ledger().append(read.stream().filter(Shadow::happened).toList());
        List<Fact> attention =
                happened.stream().filter(f -> f.body() instanceof SystemBody.Attention).toList();
        List<Fact> said =
                following.append(
                        read.stream().filter(f -> !(f.body() instanceof SystemBody)).toList());
        facts += said.size();
        var identity = following.identity();
        boolean decision =
                switch (batch.kind()) {
                    case MESSAGES, HISTORY, CATCH_UP, CHANGED -> false;
                    case DECIDED, UNDONE, PLACE_DECIDED, PLACE_UNDONE -> true;
                };
        if (decision && batch.sealed().isEmpty()) {
            return;
        }
        switch (batch.kind()) {
            case CHANGED -> following.changed();
            case MESSAGES -> following.follow(said, attention, batch.due());
            case HISTORY -> following.learn(said);
            case CATCH_UP -> following.catchUp(identity.withKeys(batch.records()));
            case DECIDED -> following.moved(identity.decide(opened(batch, Decision.class)));
            case UNDONE -> following.moved(identity.undo(opened(batch, Decision.class)));
            case PLACE_DECIDED ->
                    following.moved(identity.decide(opened(batch, PlaceDecision.class)));
            case PLACE_UNDONE -> following.moved(identity.undo(opened(batch, PlaceDecision.class)));
        }
        following.attended(attention);
    }

    private static boolean happened(Fact fact) {
        return switch (fact.body()) {
            case SystemBody.AlertChanged _, SystemBody.DutyChanged _ -> false;
            case SystemBody _ -> true;
            default -> false;
        };
    }

    private <T> T opened(Batch batch, Class<T> type) {
        return parts.identities().open(type, batch.sealed().orElseThrow());
    }

    /**
     * Looks at everybody once more, at the moment of the last batch, but for those who were still
     * to be taken up then: whoever a batch should have looked at and did not shows here.
     *
     * @return how many people
     */
    int everybody() {
        Set<PersonId> waiting =
                new HashSet<>(
                        shadow.asJob(
                                JobName.PIPELINE, sql -> new DerivedStore(sql).due(last, DUE)));
        List<PersonId> all =
                shadow.asJob(JobName.PIPELINE, sql -> new DerivedStore(sql).subjects()).stream()
                        .filter(p -> !waiting.contains(p))
                        .toList();
        for (int from = 0; from < all.size(); from += PEOPLE) {
            Set<PersonId> some =
                    new LinkedHashSet<>(all.subList(from, Math.min(all.size(), from + PEOPLE)));
            shadow.asJob(
                    JobName.PIPELINE,
                    sql -> {
                        Following.hold(sql, parts).at(last).evaluate(some);
                        return true;
                    });
        }
        return all.size();
    }
}
