package sightline.web.view.page;

import org.jspecify.annotations.Nullable;

import sightline.web.view.Page;
import sightline.web.view.PageFrame;
import sightline.web.view.chart.Knowing;
import sightline.web.view.part.Count;
import sightline.web.view.part.Field;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;

import java.util.List;

/**
 * The merged chronology of a review: who knew what when as a picture and as rows, where sources
 * differ, where one is silent, and the parts of which it is made.
 *
 * @param knowing null where no row has a date
 * @param drawn which rows the picture has
 */
public record ReviewChronologyPage(
        PageFrame frame,
        ReviewHead head,
        List<FormError> errors,
        List<Count> counts,
        @Nullable Knowing knowing,
        String drawn,
        Pages pages,
        List<Row> rows,
        List<Differing> conflicts,
        ReviewPage.Table gaps,
        ReviewPage.Table parts,
        Adding adding)
        implements Page {
    public ReviewChronologyPage {
        errors = List.copyOf(errors);
        counts = List.copyOf(counts);
        rows = List.copyOf(rows);
        conflicts = List.copyOf(conflicts);
    }

    @Override
    public String template() {
        return "page/review-chronology.jte";
    }

    /** A row, with who knew it and from when. */
    public record Row(
            String id,
            String anchor,
            String when,
            String doubt,
            String what,
            String by,
            String source,
            List<String> known,
            List<Link> differs,
            List<Link> findings) {
        public Row {
            known = List.copyOf(known);
            differs = List.copyOf(differs);
            findings = List.copyOf(findings);
        }
    }

    /** Two rows that differ. */
    public record Differing(Link one, String oneSays, Link other, String otherSays, String how) {}

    /**
     * What the forms keep of what was typed.
     *
     * @param action where they are sent
     * @param organisation the fields of whose table it is
     * @param error of the file; empty where there is none
     */
    public record Adding(
            String action,
            List<Field> organisation,
            String child,
            String asOf,
            String error,
            String held) {
        public Adding {
            organisation = List.copyOf(organisation);
        }
    }
}
