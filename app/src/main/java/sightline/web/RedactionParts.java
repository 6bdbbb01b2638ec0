package sightline.web;

import sightline.core.library.Canaries;
import sightline.core.library.Compared;
import sightline.core.library.Compared.Piece;
import sightline.core.reviews.Review;
import sightline.library.Redacting.Beside;
import sightline.web.view.Page;
import sightline.web.view.page.RedactionPage;
import sightline.web.view.page.RedactionPage.How;
import sightline.web.view.page.RedactionPage.Span;
import sightline.web.view.part.Field;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Link;
import sightline.web.view.part.Pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the page of a report beside its published text shows. */
final class RedactionParts {
    /** So many paragraphs are shown on a page. */
    static final int SHOWN = 25;

    private final Visit visit;
    private final String id;
    private final Review review;
    private final Beside beside;

    RedactionParts(Visit visit, String id, Review review, Beside beside) {
        this.visit = visit;
        this.id = id;
        this.review = review;
        this.beside = beside;
    }

    /** Which lines are asked for, and from which on. */
    record Asked(boolean all, int from) {
        static Asked of(String some, String from) {
            return new Asked(
                    !some.equals("changed"),
                    from.matches("[0-9]{1,6}") ? Integer.parseInt(from) : 0);
        }

        String query() {
            return all ? "?from=" : "?some=changed&from=";
        }
    }

    /** A change that was not made. */
    record Refused(int line, String words, String why) {}

    Page page(Asked asked, List<Refused> refused) {
        List<Integer> numbers =
                IntStream.range(0, beside.lines().size())
                        .filter(i -> asked.all() || isOfNote(beside.lines().get(i)))
                        .boxed()
                        .toList();
        int from = Math.min(asked.from(), Math.max(0, numbers.size() - 1));
        List<Integer> shown = numbers.subList(from, Math.min(numbers.size(), from + SHOWN));
        String address = PublicationPages.address(id) + "/compare";
        return new RedactionPage(
                visit.frame("Case review " + id + ", redaction", "Reviews"),
                new ReviewParts(visit, id, review).head(ReviewParts.PUBLICATION),
                refused.stream()
                        .map(r -> new FormError(r.why(), "line-" + r.line() + "-words"))
                        .toList(),
                lead(),
                List.of(
                        asked.all()
                                ? Link.to("Only what differs", address + "?some=changed")
                                : Link.to("Everything", address),
                        Link.to("Back to the publication", PublicationPages.address(id))),
                new Pages(
                        "%d to %d of %d".formatted(from + 1, from + shown.size(), numbers.size()),
                        from > 0
                                ? Link.to(
                                        "Previous " + SHOWN,
                                        address + asked.query() + Math.max(0, from - SHOWN))
                                : null,
                        from + shown.size() < numbers.size()
                                ? Link.to("Next " + SHOWN, address + asked.query() + (from + SHOWN))
                                : null),
                shown.stream().map(i -> line(i, asked, from, refused)).toList());
    }

    private static boolean isOfNote(sightline.library.Redacting.Line line) {
        return line.row().differs() || !line.hits().isEmpty();
    }

    private String lead() {
        long changed = beside.lines().stream().filter(l -> l.row().differs()).count();
        long left = beside.lines().stream().mapToLong(l -> l.hits().size()).sum();
        return "%s A scan finds %s in the published text.%s"
                .formatted(
                        beside.pages() == 0
                                ? "No report was taken in: this is the text as it was typed."
                                : "%s, %s; %d %s."
                                        .formatted(
                                                Wording.count(beside.pages(), "page"),
                                                Wording.count(beside.lines().size(), "paragraph"),
                                                changed,
                                                changed == 1 ? "differs" : "differ"),
                        left == 0
                                ? "nothing that must not be left"
                                : Wording.count(left, "passage") + " that must not be left",
                        beside.leftBehind().isEmpty()
                                ? ""
                                : " Left behind in the file: "
                                        + String.join(", ", beside.leftBehind())
                                        + ".");
    }

    private RedactionPage.Line line(int number, Asked asked, int from, List<Refused> refused) {
        var line = beside.lines().get(number);
        Compared.Row row = line.row();
        boolean gone = row.after().isEmpty();
        var mistake = refused.stream().filter(r -> r.line() == number).findFirst();
        Form form =
                new Form(
                        "line-" + number,
                        PublicationPages.address(id) + "/compare",
                        List.of(
                                new Field.Hidden("digest", beside.digest()),
                                new Field.Hidden("line", Integer.toString(number)),
                                new Field.Hidden("some", asked.all() ? "" : "changed"),
                                new Field.Hidden("from", Integer.toString(from)),
                                new Field.LongText(
                                        "words",
                                        gone ? "What is put back" : "What is published",
                                        gone ? "" : "Nothing leaves the paragraph out",
                                        mistake.map(Refused::words)
                                                .orElse(text(gone ? row.before() : row.after())),
                                        mistake.map(Refused::why).orElse(""),
                                        4)),
                        gone ? "Put it back" : "Change it",
                        false,
                        "");
        return new RedactionPage.Line(
                "at-" + number,
                "Page " + line.page() + ", " + (number + 1),
                row.before().stream()
                        .map(p -> new Span(p.text(), p.differs() ? How.GONE : How.SAME))
                        .toList(),
                spans(row.after(), line.hits()),
                (gone ? "Put back paragraph " : "Change paragraph ") + (number + 1),
                form,
                mistake.isPresent());
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining(" "));
    }

    /** The pieces, cut where something stands that must not be left. */
    private static List<Span> spans(List<Piece> pieces, List<Canaries.Hit> hits) {
        String text = text(pieces);
        How[] how = new How[text.length()];
        int at = 0;
        for (Piece piece : pieces) {
            int end = at + piece.text().length();
            Arrays.fill(how, at, end, piece.differs() ? How.NEW : How.SAME);
            if (end < text.length()) {
                how[end] = How.SAME;
            }
            at = end + 1;
        }
        for (Canaries.Hit hit : hits) {
            Arrays.fill(how, hit.from(), hit.to(), How.LEFT);
        }
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || how[i] != how[from]) {
                spans.add(new Span(text.substring(from, i), how[from]));
                from = i;
            }
        }
        return spans;
    }
}
