package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.alerts.Derivation;
import sightline.core.directory.Directory;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.facts.Batches;
import sightline.facts.Editions;
import sightline.facts.Facts;
import sightline.facts.PostgresLedger;
import sightline.identity.Identities;
import sightline.pipeline.Projection.RowKey;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Derives everything anew from the facts, in the recorded order on the recorded clock, in an empty
 * database of its own, sending nothing; compares each row with what is kept, and where it is asked
 * to, puts what was derived in its place. The pipeline may go on meanwhile.
 */
public final class Rebuild {
    private static final int PAGE = 2_000;
    private static final int CHUNK = 500;
    private static final int LOOKS = 10;
    private static final int MOST = 100_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Transactions live;
    private final Transactions shadow;
    private final Parts parts;
    private Erased erased = Erased.NOTHING;
    private final Set<String> unprovable = new HashSet<>();

    /**
     * A rebuild of a database.
     *
     * @param shadow an empty, migrated database, which is full afterwards
     * @param secrets the keys of the live database
     * @param directory who works where, as the live database has it
     */
    public Rebuild(
            Transactions live,
            Transactions shadow,
            Secrets secrets,
            Function<JdbcClient, ? extends Directory> directory,
            Derivation derivation) {
        this.live = live;
        this.shadow = shadow;
        Facts facts = new Facts(secrets);
        Directory who = live.asJob(JobName.REBUILD, directory::apply);
        this.parts =
                new Parts(
                        facts,
                        new Identities(secrets, facts),
                        _ -> who,
                        derivation,
                        Attending.silent());
    }

    /** How a row differs. */
    public enum How {
        /** It follows from the facts, and is not kept. */
        MISSING,
        /** It is kept, and does not follow from the facts. */
        EXTRA,
        /** Another one follows from the facts. */
        DIFFERENT
    }

    /**
     * A row that is not as it should be.
     *
     * @param key ids only
     */
    public record Difference(String table, String key, How how) {}

    /**
     * What a rebuild found.
     *
     * @param batches how many recorded batches were taken up
     * @param facts how many facts
     * @param rows how many rows were compared
     * @param unprovable how many rows differ because what they followed from was erased
     * @param differences in the order of the tables; at most 100,000
     */
    public record Result(
            long batches, long facts, long rows, long unprovable, List<Difference> differences) {
        public Result {
            differences = List.copyOf(differences);
        }
    }

    /** Compares what is kept with what follows from the facts; changes nothing. */
    public Result compare() {
        return run(false);
    }

    /** Puts what follows from the facts in the place of what is kept, a chunk a transaction. */
    public Result rebuild() {
        return run(true);
    }

    private Result run(boolean putRight) {
        live.asJob(
                JobName.REBUILD,
                sql -> {
                    new Editions(sql).refuseOlderThan(parts.packs().rules());
                    return true;
                });
        Shadow derived = new Shadow(live, shadow, parts);
        derived.takeUp();
        derived.everybody();
        erased = live.asJob(JobName.REBUILD, Erased::of);
        long rows = 0;
        Map<Projection, Map<RowKey, How>> found = new LinkedHashMap<>();
        List<Projection> all = new ArrayList<>(Projection.ALL);
        all.add(Projection.RECORDED);
        for (Projection projection : all) {
            rows += compare(projection, found);
        }
        // What the pipeline did meanwhile is taken up, and looked at again.
        for (int look = 0; look < LOOKS && !found.isEmpty() && derived.takeUp() > 0; look++) {
            found.replaceAll((projection, keys) -> again(projection, keys.keySet()));
            found.values().removeIf(Map::isEmpty);
        }
        if (putRight) {
            putRight(derived, found);
        }
        return new Result(
                derived.batches(), derived.facts(), rows, unprovable.size(), differences(found));
    }

    private static List<Difference> differences(Map<Projection, Map<RowKey, How>> found) {
        List<Difference> differences = new ArrayList<>();
        found.forEach((projection, keys) ->
                keys.forEach((key, how) ->
                        differences.add(new Difference(projection.table(), key.text(), how))));
        return differences;
    }

    private long compare(Projection projection, Map<Projection, Map<RowKey, How>> found) {
        long rows = pages(projection, shadow, found);
        long missing =
                found.getOrDefault(projection, Map.of()).values().stream()
                        .filter(How.MISSING::equals)
                        .count();
        // Whatever follows from the facts was met; only a row that does not makes more of them.
        if (projection.complete()
                && live.asJob(JobName.REBUILD, projection::count) != rows - missing) {
            pages(projection, live, found);
        }
        return rows;
    }

    /** Compares every row of one side with the other's. */
    private long pages(
            Projection projection, Transactions side, Map<Projection, Map<RowKey, How>> found) {
        long rows = 0;
        RowKey after = new RowKey(List.of());
        while (true) {
            RowKey from = after;
            Map<RowKey, String> page =
                    side.asJob(JobName.REBUILD, sql -> projection.page(sql, from, PAGE));
            Map<RowKey, How> differing = again(projection, page.keySet());
            if (!differing.isEmpty() && found.values().stream().mapToInt(Map::size).sum() < MOST) {
                found.computeIfAbsent(projection, _ -> new LinkedHashMap<>()).putAll(differing);
            }
            rows += page.size();
            if (page.size() < PAGE) {
                return rows;
            }
            after = last(page);
        }
    }

    private static RowKey last(Map<RowKey, String> page) {
        return page.keySet().stream().reduce((_, b) -> b).orElseThrow();
    }

    /** How the rows of these keys differ, on both sides as they are now. */
    private Map<RowKey, How> again(Projection projection, Set<RowKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<RowKey, String> kept = live.asJob(JobName.REBUILD, sql -> projection.rows(sql, keys));
        Map<RowKey, String> derived =
                shadow.asJob(JobName.REBUILD, sql -> projection.rows(sql, keys));
        Map<RowKey, How> differing = new LinkedHashMap<>();
        for (RowKey key : keys) {
            Optional<String> live = Optional.ofNullable(kept.get(key));
            Optional<String> anew = Optional.ofNullable(derived.get(key));
            how(projection, live, anew)
                    .filter(how -> !explained(projection, key, live.orElse("") + anew.orElse("")))
                    .ifPresent(how -> differing.put(key, how));
        }
        return differing;
    }

    private Optional<How> how(
            Projection projection, Optional<String> kept, Optional<String> derived) {
        if (kept.isEmpty() && derived.isEmpty()) {
            return Optional.empty();
        }
        if (kept.isEmpty()) {
            return Optional.of(How.MISSING);
        }
        if (derived.isEmpty()) {
            return projection.complete() ? Optional.of(How.EXTRA) : Optional.empty();
        }
        boolean same =
                kept.equals(derived)
                        || (projection.table().equals("identity.details")
                                && opened(kept.get()).equals(opened(derived.get())));
        return same ? Optional.empty() : Optional.of(How.DIFFERENT);
    }

    /** Whether a row differs because what it followed from was erased. */
    private boolean explained(Projection projection, RowKey key, String both) {
        boolean explained = erased.explains(projection.table(), key, both);
        if (explained) {
            unprovable.add(projection.table() + key.text());
        }
        return explained;
    }

    /** Details are sealed anew each time that they are written: they are opened to be compared. */
    private List<Object> opened(String row) {
        JsonNode columns = JSON.readTree(row);
        String sealed = columns.get(1).stringValue();
        return List.of(
                columns.get(0), parts.identities().details(sealed.substring("\\x".length())));
    }

    private void putRight(Shadow derived, Map<Projection, Map<RowKey, How>> found) {
        found.forEach((projection, keys) -> {
            if (!projection.equals(Projection.RECORDED)) {
                List<RowKey> all = List.copyOf(keys.keySet());
                for (int from = 0; from < all.size(); from += CHUNK) {
                    putRight(
                            derived,
                            projection,
                            all.subList(from, Math.min(all.size(), from + CHUNK)));
                }
            }
        });
    }

    /** Puts a chunk right while the pipeline waits; where it was faster, once more. */
    private void putRight(Shadow derived, Projection projection, List<RowKey> keys) {
        boolean done = false;
        while (!done) {
            derived.takeUp();
            String whole = shadow.asJob(JobName.REBUILD, sql -> projection.whole(sql, keys));
            done =
                    live.asJob(
                            JobName.REBUILD,
                            sql -> {
                                PostgresLedger ledger = parts.facts().in(sql);
                                ledger.lockHead();
                                ledger.leaveMark();
                                boolean current =
                                        new Batches(sql).after(derived.number(), 1).isEmpty();
                                if (current) {
                                    put(sql, projection, keys, whole);
                                }
                                return current;
                            });
        }
    }

    private static void put(
            JdbcClient sql, Projection projection, List<RowKey> keys, String whole) {
        if (projection.complete()) {
            projection.replace(sql, keys, whole);
        } else {
            projection.insert(sql, whole);
        }
    }
}
