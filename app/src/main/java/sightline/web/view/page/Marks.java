package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.chart.BodyMap;
import sightline.web.view.part.Certainty;
import sightline.web.view.part.Link;

import java.util.List;

/**
 * Marks seen on a body: the drawing and the table come from the same rows.
 *
 * @param note on whose right and left it is, and what dashed means
 */
public record Marks(
        String heading,
        String caption,
        String note,
        @Nullable Link more,
        BodyMap map,
        List<Row> rows) {
    public Marks {
        if (map.drawn() != rows.size()) {
            throw new IllegalArgumentException(
                    "marks drawn and rows differ: " + map.drawn() + " and " + rows.size());
        }
        rows = List.copyOf(rows);
    }

    /**
     * One mark.
     *
     * @param id anchor of the row, to which its mark on the drawing leads
     * @param explanation as given, by whom; kept apart from what was seen
     * @param whose how sure it is that it is this child
     */
    public record Row(
            String id,
            String number,
            String seen,
            String what,
            String by,
            String written,
            String explanation,
            String opinion,
            Certainty whose) {}
}
