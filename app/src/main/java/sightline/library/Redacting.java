package sightline.library;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderContext;
import sightline.core.library.Canaries;
import sightline.core.library.Compared;
import sightline.core.library.Pseudonyms;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.Section;
import sightline.core.library.Redaction;
import sightline.core.library.ReleaseEntry;
import sightline.database.Secrets;
import sightline.library.Publications.Draft;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The deposited report beside the text that is published of it, and the changes of that text,
 * paragraph by paragraph. Of the file nothing is kept but its text, sealed.
 */
public final class Redacting {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORIGINAL = "original";
    private static final String WAITING = "waiting";
    private static final String FOR = "To put pseudonyms into a report that was taken in";
    private static final Pattern PARAGRAPHS = Pattern.compile("\\R[ \\t]*\\R+");

    private final SealedDrafts drafts;
    private final DraftSeal seal;
    private final PseudonymKeys keys;

    public Redacting(Secrets secrets, Publications publications) {
        this.drafts = publications.drafts();
        this.seal = new DraftSeal(secrets);
        this.keys = new PseudonymKeys(seal);
    }

    /** What became of a file that was sent. */
    public sealed interface Taken {
        /** Its text is the text of the draft. */
        record In(int pages, List<String> leftBehind) implements Taken {
            public In {
                leftBehind = List.copyOf(leftBehind);
            }
        }

        /** It waits until whoever keeps the keys has put pseudonyms in place of names. */
        record Waits(int pages) implements Taken {}

        /** It cannot be read; what is wrong, and what to do. */
        record Not(String why) implements Taken {}
    }

    private record Original(List<Section> sections, int pages, List<String> leftBehind) {}

    /**
     * A report on its way into the text.
     *
     * @param sections with the pseudonyms of the keys that were used
     * @param used when those keys were sealed
     */
    private record Waiting(Original original, List<Section> sections, List<Instant> used) {
        int pages() {
            return original.pages();
        }

        List<String> leftBehind() {
            return original.leftBehind();
        }

        Waiting with(List<PseudonymKeys.Key> keys) {
            Pseudonyms named =
                    Pseudonyms.opened(keys.stream().flatMap(k -> k.lines().stream()).toList());
            List<Instant> all = new ArrayList<>(used);
            keys.forEach(k -> all.add(k.at()));
            return new Waiting(original, ReviewJson.applied(sections, named::applied), all);
        }
    }

    /**
     * Takes a report in: what its reader sees is from now on the full text, to be redacted. Where
     * people have pseudonyms, these stand in it, or it waits for whoever keeps the key.
     */
    public Taken take(ReaderContext by, String review, byte[] file, Instant now)
            throws IOException {
        drafts.record(by, "report of " + review);
        if (file.length == 0) {
            return new Taken.Not("Choose a file.");
        }
        return switch (Documents.read(file)) {
            case ReadDocument.Refused(var why) -> new Taken.Not(why.says());
            case ReadDocument.Hidden hidden -> new Taken.Not(hidden.says());
            case ReadDocument.Text text -> {
                var original = new Original(text.sections(), text.pages(), text.leftBehind());
                var report = new Waiting(original, text.sections(), List.of());
                yield drafts.as(by, sql -> put(sql, by, review, report, now));
            }
        };
    }

    /**
     * Puts the pseudonyms of every key that the reader keeps into the report that waits for them;
     * nothing where none waits, or none of its keys is theirs.
     */
    public Optional<Taken> putIn(ReaderContext by, String review, Instant now) {
        return drafts.step(
                by,
                "pseudonyms for the report of " + review,
                sql -> {
                    Draft draft = drafts.toChange(sql, review);
                    List<Instant> mine =
                            keys.of(sql, review, draft.file()).stream()
                                    .map(PseudonymKeys.Key::at)
                                    .toList();
                    return draft.file()
                            .waiting()
                            .filter(w -> w.keys().stream().anyMatch(mine::contains))
                            .map(_ -> put(sql, by, review, waiting(sql, review), now));
                });
    }

    private Waiting waiting(JdbcClient sql, String review) {
        byte[] sealed =
                sql.sql("SELECT sealed_waiting FROM library.draft WHERE review = :r")
                        .param("r", review)
                        .query(byte[].class)
                        .single();
        return JSON.readValue(seal.open(review, WAITING, sealed), Waiting.class);
    }

    /** With the pseudonyms of the reader's keys; the text once none is missing, else it waits. */
    private Taken put(
            JdbcClient sql, ReaderContext by, String review, Waiting report, Instant now) {
        String who = by.user().value();
        Draft draft = drafts.toChange(sql, review);
        List<Instant> missing = new ArrayList<>(PseudonymKeys.sealed(draft.file()).toList());
        missing.removeAll(report.used());
        List<PseudonymKeys.Key> mine =
                keys.of(sql, review, draft.file()).stream()
                        .filter(k -> missing.contains(k.at()))
                        .toList();
        Waiting put = report.with(mine);
        missing.removeAll(put.used());
        if (!mine.isEmpty()) {
            SealedDrafts.add(sql, by, review, new ReleaseEntry.KeyOpened(who, now, FOR));
        }
        keep(sql, review, put, missing.isEmpty());
        if (!missing.isEmpty()) {
            SealedDrafts.add(
                    sql,
                    by,
                    review,
                    new ReleaseEntry.ReportWaits(who, now, report.pages(), missing));
            return new Taken.Waits(report.pages());
        }
        SealedDrafts.add(sql, by, review, new ReleaseEntry.ReportTaken(who, now, report.pages()));
        drafts.rewrite(sql, review, ReviewJson.with(draft.review(), put.sections()), now);
        return new Taken.In(report.pages(), report.leftBehind());
    }

    private void keep(JdbcClient sql, String review, Waiting report, boolean whole) {
        sql.sql(
                        """
                        UPDATE library.draft SET sealed_waiting = :waiting, sealed_original = coalesce(:original, sealed_original)
                         WHERE review = :r
                        """)
                .param(
                        "waiting",
                        whole ? null : seal.seal(review, WAITING, JSON.writeValueAsString(report)),
                        Types.BINARY)
                .param(
                        "original",
                        whole
                                ? seal.seal(
                                        review,
                                        ORIGINAL,
                                        JSON.writeValueAsString(report.original()))
                                : null,
                        Types.BINARY)
                .param("r", review)
                .update();
    }

    /**
     * A paragraph of the report beside what is published of it.
     *
     * @param page of the report
     * @param hits what must not be left, in the words of the published side with a space between
     */
    public record Line(int page, Compared.Row row, List<Canaries.Hit> hits) {
        public Line {
            hits = List.copyOf(hits);
        }

        @Override
        public String toString() {
            return "Line[" + page + "]";
        }
    }

    /**
     * Both texts.
     *
     * @param digest of the published one
     * @param pages of the report
     * @param leftBehind what was in the file and is in neither
     */
    public record Beside(String digest, List<Line> lines, int pages, List<String> leftBehind) {
        public Beside {
            lines = List.copyOf(lines);
            leftBehind = List.copyOf(leftBehind);
        }
    }

    /**
     * Both texts, side by side; the published one alone before a report was taken in, and nothing
     * for whoever may not read it.
     */
    public Optional<Beside> beside(ReaderContext by, String review) {
        return drafts.step(
                by,
                "report of " + review + " beside its text",
                sql ->
                        drafts.find(sql, review)
                                .map(draft ->
                                        beside(
                                                draft,
                                                original(sql, review),
                                                drafts.canaries(sql, review))));
    }

    private Original original(JdbcClient sql, String review) {
        return sql.sql(
                        "SELECT sealed_original FROM library.draft WHERE review = :r AND sealed_original IS NOT NULL")
                .param("r", review)
                .query(byte[].class)
                .optional()
                .map(o -> JSON.readValue(seal.open(review, ORIGINAL, o), Original.class))
                .orElse(new Original(List.of(), 0, List.of()));
    }

    /** A paragraph or a heading of a text. */
    private record Block(int page, String text) {}

    private static List<Block> blocks(List<Section> sections) {
        List<Block> blocks = new ArrayList<>();
        for (Section section : sections) {
            if (!section.heading().isEmpty()) {
                blocks.add(new Block(section.page(), section.heading()));
            }
            section.paragraphs().forEach(p -> blocks.add(new Block(section.page(), p)));
        }
        return blocks;
    }

    private static List<Compared.Row> rows(List<Block> before, List<Block> after) {
        if (before.isEmpty()) {
            // There is nothing from which they could differ.
            return IntStream.range(0, after.size())
                    .mapToObj(i ->
                            new Compared.Row(
                                    i,
                                    List.of(),
                                    List.of(new Compared.Piece(after.get(i).text(), false))))
                    .toList();
        }
        return Compared.of(
                before.stream().map(Block::text).toList(),
                after.stream().map(Block::text).toList());
    }

    private static Beside beside(Draft draft, Original original, Canaries canaries) {
        List<Integer> ordinary = Publications.ordinary(draft.file());
        List<Block> before = blocks(original.sections());
        List<Block> after = blocks(draft.review().sections());
        List<Line> lines = new ArrayList<>();
        int old = 0;
        for (Compared.Row row : rows(before, after)) {
            int page =
                    row.before().isEmpty() ? after.get(row.place()).page() : before.get(old).page();
            old += row.before().isEmpty() ? 0 : 1;
            String text =
                    row.after().stream().map(Compared.Piece::text).collect(Collectors.joining(" "));
            lines.add(new Line(page, row, Publications.left(canaries, text, ordinary)));
        }
        return new Beside(draft.file().digest(), lines, original.pages(), original.leftBehind());
    }

    /**
     * Puts other words in place of a paragraph; none take it out, an empty line makes two of it.
     *
     * @param place as {@link Compared.Row#place} tells it
     * @param digest of the text as it was read; once it was changed since, nothing is done
     * @return whether it is done
     */
    public boolean change(
            ReaderContext by, String review, int place, String words, String digest, Instant now) {
        return edit(by, review, digest, sections -> edited(sections, place, 1, words), now);
    }

    /** Puts a paragraph before another, like one of the report that was taken out. */
    public boolean insert(
            ReaderContext by, String review, int place, String words, String digest, Instant now) {
        return edit(by, review, digest, sections -> edited(sections, place, 0, words), now);
    }

    private boolean edit(
            ReaderContext by,
            String review,
            String digest,
            UnaryOperator<List<Section>> edit,
            Instant now) {
        drafts.record(by, "draft of " + review);
        return rewritten(
                by,
                review,
                (_, draft) ->
                        draft.file().digest().equals(digest)
                                ? Optional.of(
                                        ReviewJson.with(
                                                draft.review(),
                                                edit.apply(draft.review().sections())))
                                : Optional.empty(),
                now);
    }

    /** The sections with other words from a place on. */
    private static List<Section> edited(
            List<Section> sections, int place, int replaced, String words) {
        List<String> fresh =
                PARAGRAPHS.splitAsStream(words.strip()).filter(p -> !p.isBlank()).toList();
        List<Section> edited = new ArrayList<>();
        int at = 0;
        boolean done = false;
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            boolean headed = !section.heading().isEmpty();
            int own = section.paragraphs().size() + (headed ? 1 : 0);
            boolean last = i == sections.size() - 1;
            if (done || place < at || place > at + own || (place == at + own && !last)) {
                edited.add(section);
                at += own;
                continue;
            }
            done = true;
            List<String> paragraphs = new ArrayList<>(section.paragraphs());
            String heading = section.heading();
            int inside = place - at - (headed ? 1 : 0);
            if (inside < 0 && replaced > 0) {
                heading = String.join(" ", fresh);
            } else {
                int from = Math.max(0, inside);
                for (int gone = 0; gone < replaced && from < paragraphs.size(); gone++) {
                    paragraphs.remove(from);
                }
                paragraphs.addAll(from, fresh);
            }
            if (!heading.isEmpty() || !paragraphs.isEmpty()) {
                edited.add(new Section(section.page(), heading, paragraphs));
            }
            at += own;
        }
        if (!done && !fresh.isEmpty()) {
            edited.add(new Section(1, "", fresh));
        }
        return edited;
    }

    /**
     * Takes out of every field whatever a scan finds now, but ordinary words.
     *
     * @return how many passages
     */
    public int leaveOut(ReaderContext by, String review, Instant now) {
        drafts.record(by, "draft of " + review);
        int[] left = new int[1];
        rewritten(
                by,
                review,
                (sql, draft) -> {
                    Canaries canaries = drafts.canaries(sql, review);
                    Set<Integer> ordinary = new HashSet<>(Publications.ordinary(draft.file()));
                    return Optional.of(
                            ReviewJson.applied(
                                    draft.review(),
                                    text -> {
                                        Redaction.Redacted out =
                                                Redaction.of(text, canaries, ordinary);
                                        left[0] += out.leftOut();
                                        return out.text();
                                    }));
                },
                now);
        return left[0];
    }

    /** What a draft becomes; nothing where it stays. */
    private interface Rewriting {
        Optional<PublishedReview> of(JdbcClient sql, Draft draft);
    }

    private boolean rewritten(ReaderContext by, String review, Rewriting rewriting, Instant now) {
        return drafts.as(
                by,
                sql -> {
                    Draft draft = drafts.toChange(sql, review);
                    Optional<PublishedReview> text = rewriting.of(sql, draft);
                    text.ifPresent(t -> drafts.rewrite(sql, review, t, now));
                    return text.isPresent();
                });
    }
}
