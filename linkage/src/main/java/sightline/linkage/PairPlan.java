package sightline.linkage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * How pairs are made and compared, apart from the records: each column's values with how frequent
 * they are, the levels of its comparison, and the keys. It is sent to every worker once; workers of
 * one process share it. It holds values of records: where it goes, they go.
 */
public final class PairPlan implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 50_000;
    private static final int NAME = 32;

    private transient List<Comparator> comparators;
    private transient List<List<String>> keys;
    private transient List<Integer> limits;
    private transient @Nullable List<List<KeyPart>> parts;

    /** Where the plan was made, whole. */
    private transient @Nullable BlockingPlan blocking;

    private PairPlan(List<Comparator> comparators, List<List<String>> keys, List<Integer> limits) {
        this.comparators = comparators;
        this.keys = keys;
        this.limits = limits;
    }

    static PairPlan of(List<Comparator> comparators, BlockingPlan plan) {
        List<List<String>> keys = new ArrayList<>();
        List<Integer> limits = new ArrayList<>();
        for (int rule = 0; rule < plan.keys().size(); rule++) {
            keys.add(plan.names(rule));
            limits.add(plan.limit(rule));
        }
        PairPlan made = new PairPlan(comparators, keys, limits);
        made.parts = plan.keys();
        made.blocking = plan;
        return made;
    }

    /** How many rules make pairs. */
    public int rules() {
        return keys.size();
    }

    /** The most records that one key of the rule may bring together. */
    public int limit(int rule) {
        return limits.get(rule);
    }

    List<Comparator> comparators() {
        return comparators;
    }

    /** The keys looked up in this process, where the plan was made. */
    Blocking blocking() {
        return Objects.requireNonNull(blocking, "the plan was sent here").here();
    }

    /**
     * A name for a run: made of everything that its scores depend on, so that what is kept of one
     * run is never taken for another's.
     */
    public String nameOfRun(CodedRecords records, Weights weights, double least) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var out =
                    new ObjectOutputStream(
                            new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
                out.writeObject(this);
                out.writeObject(weights);
                out.writeDouble(least);
                for (int from = 0; from < records.size(); from += AT_ONCE) {
                    int to = Math.min(records.size(), from + AT_ONCE);
                    out.writeUnshared(records.rows(from, to));
                    out.reset();
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, NAME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A worker, for one thread. */
    public PairWorker worker() {
        return new PairWorker(comparators, parts());
    }

    /** The parts of each key, made of the columns' values once. */
    private synchronized List<List<KeyPart>> parts() {
        List<List<KeyPart>> known = parts;
        if (known == null) {
            List<KeyPart> all = KeyPart.of(comparators);
            known =
                    keys.stream()
                            .map(key -> key.stream().map(n -> named(all, n)).toList())
                            .toList();
            parts = known;
        }
        return known;
    }

    private static KeyPart named(List<KeyPart> parts, String name) {
        return parts.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.writeInt(comparators.size());
        for (Comparator comparator : comparators) {
            comparator.feature.write(out);
            out.writeInt(comparator.levels.size());
            for (Level level : comparator.levels) {
                out.writeUTF(level.name());
                out.writeDouble(level.share());
                out.writeDouble(level.from().orElse(Double.NaN));
            }
        }
        out.writeInt(keys.size());
        for (int rule = 0; rule < keys.size(); rule++) {
            out.writeInt(limits.get(rule));
            out.writeInt(keys.get(rule).size());
            for (String part : keys.get(rule)) {
                out.writeUTF(part);
            }
        }
    }

    private void readObject(ObjectInputStream in) throws IOException {
        Names names = Names.load();
        List<Feature> features = new ArrayList<>();
        List<List<Level>> levels = new ArrayList<>();
        int columns = in.readInt();
        for (int c = 0; c < columns; c++) {
            features.add(Feature.read(in));
            levels.add(readLevels(in));
        }
        comparators = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            comparators.add(Comparator.of(features.get(c), levels.get(c), names));
        }
        keys = new ArrayList<>();
        limits = new ArrayList<>();
        int rules = in.readInt();
        for (int rule = 0; rule < rules; rule++) {
            limits.add(in.readInt());
            List<String> key = new ArrayList<>();
            int size = in.readInt();
            for (int part = 0; part < size; part++) {
                key.add(in.readUTF());
            }
            keys.add(key);
        }
    }

    private static List<Level> readLevels(ObjectInputStream in) throws IOException {
        List<Level> levels = new ArrayList<>();
        int size = in.readInt();
        for (int l = 0; l < size; l++) {
            String name = in.readUTF();
            double share = in.readDouble();
            double from = in.readDouble();
            levels.add(Double.isNaN(from) ? new Level(name, share) : new Level(name, share, from));
        }
        return levels;
    }
}
