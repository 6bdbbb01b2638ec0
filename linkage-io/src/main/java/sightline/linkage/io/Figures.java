package sightline.linkage.io;

import sightline.linkage.Assessment;
import sightline.linkage.Evaluation;
import sightline.linkage.Group;
import sightline.linkage.Linkage;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How right a run is, in lines. */
final class Figures {
    private Figures() {}

    static String text(Linkage linkage, Assessment assessment, Map<String, List<Group>> groups) {
        StringBuilder out = new StringBuilder();
        out.append(line("all pairs", assessment.all()));
        assessment.across().ifPresent(e -> out.append(line("pairs across files", e)));
        out.append("within reach of blocking: ")
                .append(Report.rate(assessment.curve().reach()))
                .append('\n');
        out.append("records too bare to be linked: ")
                .append(linkage.inspect().unlinkable())
                .append('\n');
        groups.forEach((heading, each) -> {
            out.append(heading).append('\n');
            each.forEach(g -> out.append(line(g)));
        });
        return out.toString();
    }

    private static String line(String name, Evaluation e) {
        return String.format(
                Locale.ROOT,
                "%s: precision %.4f, recall %.4f, F1 %.4f (%d right, %d wrongly together, %d wrongly apart); B-cubed precision %.4f, recall %.4f, F1 %.4f%n",
                name,
                e.precision(),
                e.recall(),
                e.f1(),
                e.truePositive(),
                e.falsePositive(),
                e.falseNegative(),
                e.cubedPrecision(),
                e.cubedRecall(),
                e.cubed());
    }

    private static String line(Group group) {
        return "  %s: %d records, recall %s, precision %s\n"
                .formatted(
                        group.name(),
                        group.records(),
                        Report.rate(group.recall()),
                        Report.rate(group.precision()));
    }
}
