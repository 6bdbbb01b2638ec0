package sightline.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Everything known, in memory, to be asked and changed record by record. The model, the frequencies
 * and the keys are those of the run it was made from, and a pair has the log-odds that it had
 * there; a value that was not there counts as the rarest. Safe for several threads: they ask side
 * by side, and change it one at a time.
 */
public final class LiveIndex {
    private static final double KEPT_FROM = -7;
    private static final int NOT_KNOWN = Integer.MAX_VALUE;

    /**
     * A record that may be of the person asked for.
     *
     * @param id as it was given, or "source:id" for what the run had in several sources
     * @param logOdds the natural logarithm of the odds that it is
     */
    public record Match(String id, double logOdds) {
        /** The chance that it is. */
        public double probability() {
            return 1 / (1 + Math.exp(-logOdds));
        }
    }

    private final List<Comparator> comparators;
    private final PairCells.Crossing crossing;
    private final CodeMatrix base;
    private final int baseSize;
    private final Model model;
    private final TextIndex[] values;
    private final int[] baseValues;
    private final List<LiveKeys> keys;
    private final Map<String, Integer> numbers;
    private final List<String> ids = new ArrayList<>();
    private final List<int[]> later = new ArrayList<>();
    private final BitSet removed = new BitSet();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Queue<Search> idle = new ConcurrentLinkedQueue<>();

    LiveIndex(
            Records records,
            List<Comparator> comparators,
            PairCells.Crossing crossing,
            CodeMatrix codes,
            Model model,
            Settings settings) {
        this.comparators = comparators;
        this.crossing = crossing;
        this.base = codes;
        this.baseSize = records.size();
        this.model = model;
        this.values = comparators.stream().map(LiveIndex::valuesOf).toArray(TextIndex[]::new);
        this.baseValues = Arrays.stream(values).mapToInt(TextIndex::size).toArray();
        Map<String, KeyPart> parts = new HashMap<>();
        KeyPart.of(comparators).forEach(p -> parts.put(p.name(), p));
        this.keys =
                settings.blocking().stream()
                        .map(names ->
                                new LiveKeys(
                                        names.stream().map(parts::get).toList(),
                                        baseSize,
                                        settings.limits().block()))
                        .toList();
        this.numbers = new HashMap<>(baseSize * 2);
        for (int i = 0; i < baseSize; i++) {
            int row = records.rowOf(i);
            String id = records.idOf(row);
            ids.add(
                    records.sources() == 1
                            ? id
                            : records.sourceName(records.sourceOf(row)) + ":" + id);
            numbers.put(ids.get(i), i);
        }
    }

    private static TextIndex valuesOf(Comparator comparator) {
        TextIndex index = new TextIndex(comparator.feature.text.length);
        for (String text : comparator.feature.text) {
            index.number(text);
        }
        return index;
    }

    /** How many records it has. */
    public int size() {
        lock.readLock().lock();
        try {
            return numbers.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * The records that may be of the person of this record, most likely first.
     *
     * @param record the fields of the settings by name, as they were written
     */
    public List<Match> query(Map<String, String> record) {
        String[] says = plain(record);
        Search polled = idle.poll();
        Search search = polled == null ? new Search() : polled;
        lock.readLock().lock();
        try {
            return search.matches(says);
        } finally {
            lock.readLock().unlock();
            idle.add(search);
        }
    }

    /** Adds a record; throws where its id is taken. */
    public void insert(String id, Map<String, String> record) {
        changing(() -> add(id, plain(record)));
    }

    /** Puts a record in place of the one of that id; throws where there is none. */
    public void update(String id, Map<String, String> record) {
        changing(() -> {
            takeOut(id);
            add(id, plain(record));
        });
    }

    /** Takes a record out; throws where there is none. */
    public void remove(String id) {
        changing(() -> takeOut(id));
    }

    private void changing(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void add(String id, String[] says) {
        if (numbers.containsKey(id)) {
            throw new LinkageException("There is a record " + id + " already.");
        }
        int number = ids.size();
        int[] codes = new int[says.length];
        for (int c = 0; c < codes.length; c++) {
            codes[c] = says[c].isEmpty() ? Column.MISSING : values[c].number(says[c]);
        }
        later.add(codes);
        ids.add(id);
        numbers.put(id, number);
        keys.forEach(k -> k.add(number, says));
    }

    private void takeOut(String id) {
        Integer number = numbers.remove(id);
        if (number == null) {
            throw new LinkageException("There is no record " + id + ".");
        }
        removed.set(number);
        if (number >= baseSize) {
            String[] says = textsOf(number);
            keys.forEach(k -> k.remove(number, says));
        }
    }

    private String[] plain(Map<String, String> record) {
        String[] says = new String[comparators.size()];
        for (int c = 0; c < says.length; c++) {
            Feature feature = comparators.get(c).feature;
            String raw = said(record, feature.field).strip();
            says[c] = raw.isEmpty() ? "" : feature.rule.apply(raw);
        }
        return says;
    }

    private static String said(Map<String, String> record, String field) {
        String own = record.get(field);
        return own != null
                ? own
                : Table.joined(field, record::containsKey, part -> said(record, part)).orElse("");
    }

    private int code(int record, int column) {
        return record < baseSize
                ? base.at(base.start(record) + column)
                : later.get(record - baseSize)[column];
    }

    private String[] textsOf(int record) {
        String[] texts = new String[comparators.size()];
        for (int c = 0; c < texts.length; c++) {
            int code = code(record, c);
            texts[c] = code < 0 ? "" : values[c].text(code);
        }
        return texts;
    }

    /** What one thread needs to ask. */
    private final class Search {
        private final PairCells pairCells = new PairCells(comparators, crossing, base);
        private final OddsMemo memo = new OddsMemo(model);
        private int[] seenAt = new int[0];
        private int asked;
        private int[] candidates = new int[1024];
        private int found;

        List<Match> matches(String[] says) {
            collect(says);
            byte[] cells = cells(says);
            int width = comparators.size();
            List<Match> matches = new ArrayList<>();
            for (int m = 0; m < found; m++) {
                byte[] own = Arrays.copyOfRange(cells, m * width, (m + 1) * width);
                if (crossing.exists()) {
                    crossing.look(says, textsOf(candidates[m]), own);
                }
                double odds = memo.logOdds(own);
                if (odds >= KEPT_FROM) {
                    matches.add(new Match(ids.get(candidates[m]), odds));
                }
            }
            matches.sort(
                    java.util.Comparator.comparingDouble((Match m) -> -m.logOdds)
                            .thenComparing(Match::id));
            return matches;
        }

        private void collect(String[] says) {
            if (seenAt.length < ids.size()) {
                seenAt = Arrays.copyOf(seenAt, ids.size() + ids.size() / 2 + 1);
            }
            asked++;
            found = 0;
            keys.forEach(k -> k.find(says, this::collect));
        }

        private void collect(int record) {
            if (seenAt[record] == asked || removed.get(record)) {
                return;
            }
            seenAt[record] = asked;
            if (found == candidates.length) {
                candidates = Arrays.copyOf(candidates, found * 2);
            }
            candidates[found++] = record;
        }

        /** The cells of all candidates, one after another. */
        private byte[] cells(String[] says) {
            int width = comparators.size();
            byte[] cells = new byte[found * width];
            for (int c = 0; c < width; c++) {
                int known = says[c].isEmpty() ? Column.MISSING : values[c].find(says[c]);
                int asks = known < 0 && !says[c].isEmpty() ? NOT_KNOWN : known;
                List<String> texts = new ArrayList<>();
                List<Integer> places = new ArrayList<>();
                for (int m = 0; m < found; m++) {
                    int has = code(candidates[m], c);
                    int at = m * width + c;
                    if (asks < 0 || has < 0 || (asks < baseValues[c] && has < baseValues[c])) {
                        cells[at] = pairCells.cell(c, asks, has);
                    } else if (asks == has) {
                        cells[at] = comparators.get(c).feature.rarest();
                    } else {
                        texts.add(values[c].text(has));
                        places.add(at);
                    }
                }
                if (!texts.isEmpty()) {
                    compare(comparators.get(c), says[c], texts, places, cells);
                }
            }
            return cells;
        }

        /** Compares where one of the two values was not there when the model was made. */
        private void compare(
                Comparator column,
                String says,
                List<String> texts,
                List<Integer> places,
                byte[] cells) {
            texts.add(says);
            Comparator over = column.over(new Feature(column.feature, texts));
            int own = texts.size() - 1;
            for (int t = 0; t < own; t++) {
                int level = pairCells.level(over, t, own);
                cells[places.get(t)] = (byte) Comparator.cell(level);
            }
        }
    }
}
