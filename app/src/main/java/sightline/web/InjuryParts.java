package sightline.web;

import org.jspecify.annotations.Nullable;

import sightline.alerts.ChildReading.Child;
import sightline.core.chronology.Plainly;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.facts.HealthBody.Mark;
import sightline.core.facts.HealthBody.MarkKind;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.screening.InjuryPattern;
import sightline.core.screening.InjuryPattern.Opinion;
import sightline.core.screening.InjuryPattern.Recorded;
import sightline.core.screening.InjuryPattern.Sign;
import sightline.core.screening.InjuryPattern.Telling;
import sightline.web.view.chart.BodyMap;
import sightline.web.view.chart.BodySite;
import sightline.web.view.page.InjuriesPage;
import sightline.web.view.part.Link;
import sightline.web.view.part.SourceState;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a pattern of injuries, and the figures that are drawn from them. */
final class InjuryParts {
    private static final int MONTHS_WHERE_NOT_KNOWN = 60;
    private static final String SIBLING = InjuryPattern.SAME_EXPLANATION + "a brother or sister";

    private final Visit visit;
    private final Child child;
    private final Individual subject;
    private final CoverageParts coverage;
    private final InjuryPattern pattern;
    private final List<InjuriesPage.Row> rows = new ArrayList<>();
    private final Map<BodyMap.Figure, List<BodyMap.Row>> drawn =
            new EnumMap<>(BodyMap.Figure.class);
    private final Map<String, List<String>> numbers = new HashMap<>();

    InjuryParts(Visit visit, Child child, CoverageParts coverage, InjuryPattern pattern) {
        this.visit = visit;
        this.child = child;
        this.subject = child.family().around().subject();
        this.coverage = coverage;
        this.pattern = pattern;
        pattern.injuries().forEach(this::add);
    }

    /**
     * One mark of an injury, with the entry that told it first; no mark where none is described.
     */
    private record Seen(Entry<InjuryObserved> entry, @Nullable Mark mark) {}

    private void add(Recorded row) {
        List<Seen> seen = new ArrayList<>();
        for (Entry<InjuryObserved> telling : row.injury().tellings()) {
            telling.body().marks().stream()
                    .filter(m -> m.kind() != MarkKind.BIRTHMARK)
                    .filter(m -> seen.stream().noneMatch(s -> same(s, telling, m)))
                    .forEach(m -> seen.add(new Seen(telling, m)));
        }
        if (seen.isEmpty()) {
            seen.add(new Seen(row.injury().first(), null));
        }
        String first = String.valueOf(rows.size() + 1);
        for (int i = 0; i < seen.size(); i++) {
            add(row, seen.get(i), i == 0 ? "" : "As mark " + first, i);
        }
    }

    /** What another agency wrote down of one mark is one row. */
    private static boolean same(Seen seen, Entry<InjuryObserved> entry, Mark mark) {
        return seen.mark() != null
                && !seen.entry().fact().id().equals(entry.fact().id())
                && seen.mark().kind() == mark.kind()
                && (mark.site().within(seen.mark().site())
                        || seen.mark().site().within(mark.site()));
    }

    private void add(Recorded row, Seen seen, String as, int index) {
        String number = String.valueOf(rows.size() + 1);
        String id = "i" + Wording.anchor(row.injury().key() + "/" + index);
        Mark mark = seen.mark();
        var fact = seen.entry().fact();
        rows.add(
                new InjuriesPage.Row(
                        id,
                        number,
                        Wording.capital(fact.times().happened().inWords()),
                        as.isEmpty() ? waited(row) : "",
                        mark == null ? "Not recorded" : place(mark),
                        mark == null ? "Injury, not described" : what(mark),
                        as.isEmpty()
                                ? row.tellings().stream().map(this::telling).toList()
                                : List.of(new InjuriesPage.Telling(as, "")),
                        by(seen.entry()),
                        as.isEmpty() ? opinion(row) : as,
                        as.isEmpty() && row.opinion() == Opinion.AWAITED,
                        mobility(row),
                        as.isEmpty() ? sources(row) : visit.agency(fact.source()),
                        fresh(seen.entry()),
                        Wording.certainty(ChildParts.whose(subject, fact))));
        numbers.computeIfAbsent(row.injury().key(), _ -> new ArrayList<>()).add(number);
        var figure = BodyMap.Figure.at(row.months().orElse(MONTHS_WHERE_NOT_KNOWN));
        drawn.computeIfAbsent(figure, _ -> new ArrayList<>())
                .add(
                        new BodyMap.Row(
                                id,
                                number,
                                mark == null
                                        ? BodySite.NOT_RECORDED
                                        : EntriesDrawing.site(mark.site()),
                                mark == null
                                        ? BodyMap.Side.MIDDLE
                                        : EntriesDrawing.side(mark.side()),
                                true,
                                "Mark "
                                        + number
                                        + ": "
                                        + (mark == null
                                                ? "place not recorded"
                                                : EntriesDrawing.what(mark))));
    }

    List<InjuriesPage.Row> rows() {
        return rows;
    }

    /** A figure for each age at which a mark was seen, the youngest first. */
    List<InjuriesPage.Figure> figures() {
        return drawn.entrySet().stream()
                .map(e -> {
                    String age =
                            switch (e.getKey()) {
                                case INFANT -> "As an infant";
                                case CHILD -> "As a young child";
                                case OLDER -> "From ten years";
                            };
                    return new InjuriesPage.Figure(
                            "map-" + e.getKey().name().toLowerCase(java.util.Locale.ROOT),
                            age,
                            BodyMap.draw("Marks: " + age, e.getKey(), e.getValue()));
                })
                .toList();
    }

    /** What stands out, one line a sentence, with the rows to which it applies. */
    List<InjuriesPage.Sign> signs() {
        Map<String, List<Sign>> bySentence = new LinkedHashMap<>();
        List<Sign> all = new ArrayList<>(pattern.signs());
        told().filter(t -> all.stream().noneMatch(s -> s.sentence().equals(t.sentence())))
                .toList()
                .forEach(all::add);
        for (Sign sign : all) {
            String key = sign.sideBySide().isEmpty() ? sign.sentence() : sign.injury();
            bySentence.computeIfAbsent(key, _ -> new ArrayList<>()).add(sign);
        }
        return bySentence.values().stream().map(this::sign).toList();
    }

    /**
     * What an alert told the reader of a brother or sister whose record is not open to them: that
     * the explanation was the same, and no more.
     */
    private Stream<Sign> told() {
        return child.alerts().stream()
                .filter(a -> a.open() && a.rule().equals("AL-04"))
                .flatMap(a -> a.content().path("findings").valueStream())
                .flatMap(f ->
                        f.path("path")
                                .valueStream()
                                .filter(step -> step.path("text").asString("").startsWith(SIBLING))
                                .map(step ->
                                        new Sign(
                                                InjuryPattern.Of.IN_BROTHER_OR_SISTER,
                                                step.path("text").asString(""),
                                                f.path("item").asString(""),
                                                visit.now(),
                                                sure(step.path("certainty").asString("")),
                                                List.of())));
    }

    private static sightline.core.kernel.Certainty sure(String word) {
        return Arrays.stream(sightline.core.kernel.Certainty.values())
                .filter(c -> c.word().equalsIgnoreCase(word))
                .findFirst()
                .orElse(sightline.core.kernel.Certainty.NOT_KNOWN);
    }

    private InjuriesPage.Sign sign(List<Sign> signs) {
        return new InjuriesPage.Sign(
                signs.getFirst().sentence() + ".",
                Wording.certainty(
                        signs.stream()
                                .map(Sign::certainty)
                                .reduce(sightline.core.kernel.Certainty::and)
                                .orElseThrow()),
                signs.stream().map(Sign::injury).distinct().map(this::toRow).toList(),
                signs.getFirst().sideBySide().stream().map(this::telling).toList());
    }

    private Link toRow(String injury) {
        String number = numbers.getOrDefault(injury, List.of("")).getFirst();
        String id =
                rows.stream()
                        .filter(r -> r.number().equals(number))
                        .map(InjuriesPage.Row::id)
                        .findFirst()
                        .orElse("list");
        return Link.to("Mark " + number, "#" + id);
    }

    private InjuriesPage.Telling telling(Telling telling) {
        String coded = telling.mechanism().map(m -> Wording.code(m.name())).orElse("");
        String said =
                telling.words()
                        .map(w -> "“" + w.value() + "”")
                        .orElseGet(() -> Wording.capital(coded.isEmpty() ? "not recorded" : coded));
        String code = telling.words().isPresent() && !coded.isEmpty() ? " (" + coded + ")" : "";
        String by = telling.givenBy().map(r -> Wording.capital(Wording.code(r.name()))).orElse("");
        return new InjuriesPage.Telling(
                said + code,
                (by.isEmpty() ? "By whom is not recorded" : by)
                        + "; "
                        + telling.through().words()
                        + ", "
                        + visit.agency(telling.entry().fact().source())
                        + ", "
                        + telling.entry().fact().times().happened().inWords());
    }

    private static String waited(Recorded row) {
        return row.waited()
                .map(d -> "Brought " + Wording.length(d) + " after it is said to have happened")
                .orElseGet(() -> "When it happened is not recorded");
    }

    private static String place(Mark mark) {
        String side =
                switch (mark.side()) {
                    case NOT_RECORDED -> ", side not recorded";
                    case MIDLINE -> ", in the middle";
                    case BOTH -> ", both sides";
                    case LEFT -> ", left";
                    case RIGHT -> ", right";
                };
        return mark.site() == HealthBody.Site.NOT_RECORDED
                ? "Place not recorded"
                : Wording.capital(Wording.code(mark.site().name())) + side;
    }

    private static String what(Mark mark) {
        String number = mark.count() > 1 ? mark.count() + " × " : "";
        return Wording.capital(
                number
                        + Wording.code(mark.kind().name())
                        + mark.sizeMillimetres()
                                .map(s -> ", " + s + " mm")
                                .orElse(", size not recorded")
                        + mark.description().map(d -> ". “" + d.value() + "”").orElse(""));
    }

    private String by(Entry<InjuryObserved> entry) {
        return entry.body().seenBy().map(Wording::code).map(Wording::capital).orElse("Not named");
    }

    private String opinion(Recorded row) {
        String said =
                row.opinions().stream()
                        .map(o ->
                                Wording.capital(
                                                Plainly.said(o.fact())
                                                        .replaceFirst("^[Mm]edical opinion: ", ""))
                                        + ", "
                                        + visit.agency(o.fact().source())
                                        + ", "
                                        + o.fact().times().happened().inWords())
                        .collect(Collectors.joining("; "));
        if (!said.isEmpty()) {
            return said;
        }
        return row.opinion() == Opinion.AWAITED
                ? "none recorded yet"
                : "None recorded; none is asked for an ordinary injury";
    }

    private static String mobility(Recorded row) {
        Optional<Boolean> observed =
                row.injury().tellings().stream()
                        .flatMap(t -> t.body().mobile().stream())
                        .findFirst();
        String age = row.months().map(m -> "; " + age(m)).orElse("; age not recorded");
        if (observed.isPresent()) {
            return (observed.get() ? "Yes" : "No") + ", as whoever saw it recorded" + age;
        }
        return switch (row.mobility()) {
                    case MOBILE -> "Yes, as recorded by then";
                    case NOT_MOBILE -> "No, as recorded by then";
                    case NOT_RECORDED -> "Not recorded";
                }
                + age;
    }

    private static String age(int months) {
        return months < 24
                ? Wording.count(months, "month") + " old"
                : Wording.count(months / 12, "year") + " old";
    }

    private String sources(Recorded row) {
        return row.injury().tellings().stream()
                .map(t -> visit.agency(t.fact().source()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String fresh(Entry<?> entry) {
        SourceState state = coverage.state(entry.fact().source());
        return "Recorded "
                + Wording.moment(entry.fact().times().recorded(), visit.today())
                + "; received "
                + Wording.moment(entry.received(), visit.today())
                + (state.answered() ? "" : ". Source: " + Wording.code(state.word()));
    }
}
