package sightline.linkage.io;

import sightline.linkage.Assessment;
import sightline.linkage.Curve;
import sightline.linkage.Evaluation;
import sightline.linkage.Explanation;
import sightline.linkage.Field;
import sightline.linkage.Group;
import sightline.linkage.Inspection;
import sightline.linkage.Linkage;
import sightline.linkage.PairError;
import sightline.linkage.Rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One page about a run, in one file, without scripts: what the columns were taken for, which pairs
 * were compared, what was learnt, how pairs scored, examples; with the truth at hand also how right
 * it is, for whom, and where it is wrong. It holds values of records.
 */
final class Report {
    private static final int MOST_ERRORS = 25;
    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Linkage report</title>
            <style>
            body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#0b0c0c;background:#fff}
            h2{margin-top:2.5rem;border-bottom:1px solid #b1b4b6}
            table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
            caption{text-align:left;font-weight:700;padding:.3rem 0}
            th,td{text-align:left;padding:.25rem .6rem .25rem 0;border-bottom:1px solid #b1b4b6;vertical-align:top;font-variant-numeric:tabular-nums}
            td{overflow-wrap:anywhere}
            .wide{overflow-x:auto}
            .note{border-left:.5rem solid #1d70b8;padding:.2rem 1rem}
            svg{width:100%;height:auto;font:12px system-ui,sans-serif}
            .one{fill:#1d70b8}.two{fill:#b1b4b6}.for{fill:#00703c}.against{fill:#b3271c}.sum{fill:#0b0c0c}.dot{fill:#0b0c0c}
            .axis{stroke:#505a5f}.curve{stroke:#1d70b8;stroke-width:2}.span{stroke:#0b0c0c;stroke-width:2}
            :focus-visible{outline:3px solid #0b0c0c;outline-offset:2px}
            </style></head><body><main>
            """;

    private final Linkage linkage;
    private final Inspection inspection;
    private final Html page = new Html();

    private Report(Linkage linkage) {
        this.linkage = linkage;
        this.inspection = linkage.inspect();
    }

    /** The page of a run whose truth is not known. */
    static String of(Linkage linkage) {
        Report report = new Report(linkage);
        report.begin();
        report.run();
        return report.page.raw("</main></body></html>").toString();
    }

    /** The page of a run with its truth, and figures by groups under their headings. */
    static String of(Linkage linkage, Assessment assessment, Map<String, List<Group>> groups) {
        Report report = new Report(linkage);
        report.begin();
        report.accuracy(assessment);
        report.curve(assessment.curve());
        report.fairness(groups);
        report.errors(assessment.errors(MOST_ERRORS));
        report.run();
        return report.page.raw("</main></body></html>").toString();
    }

    private void begin() {
        page.raw(HEAD).heading(1, "Linkage report");
        page.raw(
                "<p class=\"note\">This page holds values of records. Treat it as you treat the files.</p>");
        page.paragraph(
                "%,d records, %,d people. %s"
                        .formatted(
                                linkage.size(),
                                linkage.clusters().count(),
                                linkage.isOneToOne()
                                        ? "Each file was found to hold each person once."
                                        : "A file may hold a person more than once."));
        page.paragraph(
                "%,d records say so little that not even a perfect copy would be joined to them."
                        .formatted(inspection.unlinkable()));
    }

    private void run() {
        columns();
        page.heading(2, "Which pairs were compared");
        page.raw("<ul>");
        linkage.remarks().forEach(r -> page.raw("<li>" + Html.text(r) + "</li>"));
        page.raw("</ul>");
        scores();
        levels();
        page.heading(2, "Examples");
        for (Inspection.Pair pair : inspection.examples()) {
            waterfall(pair.first(), pair.second(), linkage.explain(pair.first(), pair.second()));
        }
    }

    private void columns() {
        page.heading(2, "What the columns were taken for");
        List<List<String>> rows = new ArrayList<>();
        for (Field field : linkage.settings().fields()) {
            rows.add(
                    List.of(
                            field.name(),
                            field.kind().word(),
                            String.join(", ", field.columns()),
                            field.reason()));
        }
        page.table("Columns", List.of("field", "kind", "column in each file", "why"), rows);
    }

    private void scores() {
        page.heading(2, "How pairs scored");
        List<Inspection.Bin> bins = inspection.scores();
        long most = bins.stream().mapToLong(Inspection.Bin::pairs).max().orElse(1);
        double step = (Picture.WIDTH - 40.0) / bins.size();
        Picture picture = new Picture(230);
        for (int b = 0; b < bins.size(); b++) {
            Inspection.Bin bin = bins.get(b);
            double high = height(bin.pairs(), most);
            double joined = bin.pairs() == 0 ? 0 : high * ((double) bin.together() / bin.pairs());
            picture.bar(20 + b * step, 190 - high, step - 1, high - joined, "two");
            picture.bar(20 + b * step, 190 - joined, step - 1, joined, "one");
            if (b % 5 == 0) {
                picture.words(20 + b * step, 208, "start", "%.0f".formatted(bin.from()));
            }
        }
        picture.line(20, 190, Picture.WIDTH - 20, 190, "axis");
        picture.words(
                Picture.WIDTH / 2.0, 226, "middle", "log-odds in bits; heights are logarithmic");
        page.raw(
                picture.of(
                        "Pairs by their score",
                        "Blue: joined into one person. Grey: not. The table below has the numbers"));
        page.raw("<details><summary>The numbers</summary>");
        page.table(
                "Pairs by score",
                List.of("bits from", "to", "pairs", "joined"),
                bins.stream()
                        .map(b ->
                                List.of(
                                        number(b.from()),
                                        number(b.to()),
                                        "%,d".formatted(b.pairs()),
                                        "%,d".formatted(b.together())))
                        .toList());
        page.raw("</details>");
    }

    private static double height(long pairs, long most) {
        return pairs == 0 ? 0 : 10 + 160 * Math.log(pairs + 1.0) / Math.log(most + 1.0);
    }

    private void levels() {
        page.heading(2, "What was learnt");
        page.paragraph(
                "Per column: how often two records of one person, and of two people, are on each level, and what the level adds to the log-odds by itself. Equality is told apart by how rare the value is; here is its mean.");
        for (Inspection.LearntLevels column : inspection.columns()) {
            List<Inspection.Weight> levels = column.levels();
            Picture picture = new Picture(10 + 22 * levels.size());
            List<List<String>> rows = new ArrayList<>();
            for (int l = 0; l < levels.size(); l++) {
                Inspection.Weight weight = levels.get(l);
                double y = 6 + 22 * l;
                double width = Math.min(240, Math.abs(weight.bits()) * 12);
                picture.words(190, y + 13, "end", weight.level());
                picture.bar(
                        weight.bits() < 0 ? 450 - width : 450,
                        y,
                        width,
                        16,
                        weight.bits() < 0 ? "against" : "for");
                rows.add(
                        List.of(
                                weight.level(),
                                share(weight.onePerson()),
                                share(weight.two()),
                                bits(weight.bits())));
            }
            picture.line(450, 0, 450, 10 + 22.0 * levels.size(), "axis");
            String title =
                    "%s (%s), in %,d records"
                            .formatted(column.column(), column.kind().word(), column.present());
            page.heading(3, title);
            page.raw(
                    picture.of("Weights of " + column.column(), "The table below has the numbers"));
            page.table(title, List.of("level", "of one person", "of two people", "weight"), rows);
        }
    }

    private void waterfall(int first, int second, Explanation why) {
        List<Explanation.Step> steps = why.steps();
        page.heading(3, name(first) + " and " + name(second));
        page.paragraph(
                "%s, as the records were grouped. By themselves, of 1,000 such pairs about %d would be one person."
                        .formatted(
                                why.together() ? "One person" : "Not one person",
                                Math.round(1000 * why.probability())));
        double low = Math.min(why.beforehand(), why.bits());
        double high = Math.max(0, Math.max(why.beforehand(), why.bits()));
        double at = why.beforehand();
        for (Explanation.Step step : steps) {
            at += step.bits();
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        double scale = 380 / Math.max(1, high - low);
        double zero = 250 - low * scale;
        Picture picture = new Picture(30 + 22 * (steps.size() + 2));
        picture.words(240, 19, "end", "beforehand");
        picture.bar(
                Math.min(zero, zero + why.beforehand() * scale),
                6,
                Math.abs(why.beforehand()) * scale,
                16,
                "two");
        at = why.beforehand();
        for (int s = 0; s < steps.size(); s++) {
            Explanation.Step step = steps.get(s);
            double y = 28 + 22 * s;
            double from = zero + at * scale;
            double to = zero + (at + step.bits()) * scale;
            picture.words(240, y + 13, "end", step.field() + ": " + step.level());
            picture.bar(
                    Math.min(from, to),
                    y,
                    Math.max(1, Math.abs(to - from)),
                    16,
                    step.bits() < 0 ? "against" : "for");
            at += step.bits();
        }
        double y = 28 + 22.0 * steps.size();
        picture.words(240, y + 13, "end", "together");
        picture.bar(
                Math.min(zero, zero + why.bits() * scale),
                y,
                Math.abs(why.bits()) * scale,
                16,
                "sum");
        picture.line(zero, 0, zero, y + 22, "axis");
        page.raw(picture.of("What each column adds", "The table below has the numbers"));
        sideBySide(first, second, why);
    }

    private void sideBySide(int first, int second, Explanation why) {
        List<List<String>> rows = new ArrayList<>();
        for (Field field : linkage.settings().fields()) {
            if (field.levels().isEmpty()) {
                continue;
            }
            Optional<Explanation.Step> step =
                    why.steps().stream()
                            .filter(s ->
                                    s.field().equals(field.name())
                                            || s.field().startsWith(field.name() + ": "))
                            .findFirst();
            rows.add(
                    List.of(
                            field.name(),
                            linkage.value(first, field),
                            linkage.value(second, field),
                            step.map(Explanation.Step::level).orElse("not known"),
                            step.map(s -> bits(s.bits())).orElse("")));
        }
        page.table(
                "Side by side", List.of("field", name(first), name(second), "found", "adds"), rows);
    }

    private String name(int record) {
        return linkage.sourceOf(record) + ": " + linkage.idOf(record);
    }

    private void accuracy(Assessment assessment) {
        page.heading(2, "How right it is");
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("all pairs", assessment.all()));
        assessment.across().ifPresent(e -> rows.add(row("pairs across files", e)));
        page.table(
                "All true pairs count, whether or not blocking made them",
                List.of(
                        "",
                        "precision",
                        "recall",
                        "F1",
                        "right",
                        "wrongly together",
                        "wrongly apart",
                        "B-cubed precision",
                        "B-cubed recall",
                        "B-cubed F1"),
                rows);
    }

    private static List<String> row(String name, Evaluation e) {
        return List.of(
                name,
                share(e.precision()),
                share(e.recall()),
                share(e.f1()),
                "%,d".formatted(e.truePositive()),
                "%,d".formatted(e.falsePositive()),
                "%,d".formatted(e.falseNegative()),
                share(e.cubedPrecision()),
                share(e.cubedRecall()),
                share(e.cubed()));
    }

    private void curve(Curve curve) {
        page.heading(2, "Precision and recall of pairs at every threshold");
        page.paragraph(
                "By their own scores, before grouping. Blocking and the least score kept leave %s of the true pairs within reach."
                        .formatted(share(curve.reach().share())));
        Picture picture = new Picture(420);
        picture.line(60, 370, 680, 370, "axis").line(60, 370, 60, 20, "axis");
        for (int tick = 0; tick <= 4; tick++) {
            double at = tick / 4.0;
            picture.words(60 + 620 * at, 388, "middle", "%.2f".formatted(at));
            picture.words(54, 374 - 350 * at, "end", "%.2f".formatted(at));
        }
        picture.words(370, 412, "middle", "recall").words(64, 14, "start", "precision");
        for (int p = 1; p < curve.points().size(); p++) {
            Curve.Point from = curve.points().get(p - 1);
            Curve.Point to = curve.points().get(p);
            picture.line(
                    60 + 620 * from.recall(),
                    370 - 350 * from.precision(),
                    60 + 620 * to.recall(),
                    370 - 350 * to.precision(),
                    "curve");
        }
        page.raw(picture.of("Precision over recall", "The table below has the numbers"));
        page.raw("<details><summary>The numbers</summary>");
        page.table(
                "Thresholds",
                List.of("bits from", "precision", "recall", "F1"),
                curve.points().stream()
                        .map(p ->
                                List.of(
                                        number(p.bits()),
                                        share(p.precision()),
                                        share(p.recall()),
                                        share(p.f1())))
                        .toList());
        page.raw("</details>");
    }

    private void fairness(Map<String, List<Group>> groups) {
        page.heading(2, "For whom it is right");
        page.paragraph(
                "A pair counts for a group when at least one of its records is in it. The lines are the intervals of 95 %, for as many independent cases as the pairs of each person amount to.");
        groups.forEach(this::groups);
    }

    private void groups(String heading, List<Group> groups) {
        page.heading(3, heading);
        Picture picture = new Picture(30 + 22 * groups.size());
        List<List<String>> rows = new ArrayList<>();
        double least =
                Math.min(0.95, groups.stream().mapToDouble(g -> g.recall().low()).min().orElse(0));
        double scale = 460 / (1 - least);
        for (int g = 0; g < groups.size(); g++) {
            Group group = groups.get(g);
            double y = 12 + 22 * g;
            picture.words(210, y + 4, "end", group.name());
            Rate recall = group.recall();
            if (recall.of() > 0) {
                picture.line(
                        220 + (recall.low() - least) * scale,
                        y,
                        220 + (recall.high() - least) * scale,
                        y,
                        "span");
                picture.dot(220 + (recall.share() - least) * scale, y);
            }
            rows.add(
                    List.of(
                            group.name(),
                            "%,d".formatted(group.records()),
                            rate(group.recall()),
                            rate(group.precision())));
        }
        picture.words(220, 26 + 22.0 * groups.size(), "start", share(least));
        picture.words(680, 26 + 22.0 * groups.size(), "end", "recall 1");
        page.raw(picture.of("Recall by " + heading, "The table below has the numbers"));
        page.table(heading, List.of("group", "records", "recall", "precision"), rows);
    }

    static String rate(Rate rate) {
        return rate.of() == 0
                ? "no pairs"
                : "%s (%s to %s) of %,d"
                        .formatted(
                                share(rate.share()),
                                share(rate.low()),
                                share(rate.high()),
                                rate.of());
    }

    private void errors(List<PairError> errors) {
        page.heading(2, "Where it is wrong");
        if (errors.isEmpty()) {
            page.paragraph("Nowhere.");
        }
        for (PairError error : errors) {
            page.heading(
                    3, error.together() ? "Together, and two people" : "Apart, and one person");
            sideBySide(error.first(), error.second(), error.why());
        }
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }

    private static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.1f", bits);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
