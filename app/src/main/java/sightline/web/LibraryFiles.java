package sightline.web;

import sightline.core.library.OrganisationProgress;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.library.FoundReview;
import sightline.library.Organisations;
import sightline.register.CsvCells;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The library as files: CSV, JSON, RSS. They hold what its pages hold. */
final class LibraryFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LibraryFiles() {}

    static String csv(List<FoundReview> found) {
        StringBuilder csv =
                new StringBuilder(
                        "reference,accession,pseudonym,area,published,kind,ages,themes,agencies,recommendations,pages,keywords,model\r\n");
        for (FoundReview one : found) {
            PublishedReview r = one.review();
            csv.append(
                    CsvCells.row(
                            List.of(
                                    r.reference().value(),
                                    r.accession(),
                                    r.pseudonym(),
                                    r.area().orElse(""),
                                    r.readableFrom().map(LibraryParts::day).orElse(""),
                                    r.kind().slug(),
                                    String.join(
                                            "; ", r.ages().stream().map(AgeBand::slug).toList()),
                                    String.join("; ", r.themes()),
                                    String.join("; ", r.agencies()),
                                    Integer.toString(r.recommendations().size()),
                                    Integer.toString(one.pages()),
                                    String.join("; ", r.keywords()),
                                    r.model())));
        }
        return csv.toString();
    }

    static String recommendationsCsv(PublishedReview review) {
        StringBuilder csv = new StringBuilder("reference,number,recommendation,to\r\n");
        for (Recommendation r : review.recommendations()) {
            csv.append(
                    CsvCells.row(
                            List.of(
                                    review.reference().value(),
                                    Integer.toString(r.number()),
                                    r.text(),
                                    String.join("; ", r.to()))));
        }
        return csv.toString();
    }

    static String organisationsCsv(Optional<Organisations.AsOf> told) {
        StringBuilder csv =
                new StringBuilder(
                        "as_of,organisation,organisations,recommended,accepted,done_by_own_account,verified,slipped\r\n");
        told.ifPresent(t -> {
            for (OrganisationProgress o : t.organisations()) {
                csv.append(
                        CsvCells.row(
                                List.of(
                                        t.day().toString(),
                                        o.name(),
                                        Integer.toString(o.organisations()),
                                        Integer.toString(o.recommended()),
                                        Integer.toString(o.accepted()),
                                        Integer.toString(o.saidDone()),
                                        Integer.toString(o.verified()),
                                        Integer.toString(o.slipped()))));
            }
        });
        return csv.toString();
    }

    static String findingsCsv(PublishedReview review) {
        StringBuilder csv = new StringBuilder("reference,number,finding,known,otherwise,about\r\n");
        for (PublishedReview.Finding f : review.findings()) {
            csv.append(
                    CsvCells.row(
                            List.of(
                                    review.reference().value(),
                                    Integer.toString(f.number()),
                                    f.text(),
                                    f.known(),
                                    f.otherwise(),
                                    f.about())));
        }
        return csv.toString();
    }

    static String json(List<FoundReview> found) {
        ArrayNode all = JSON.createArrayNode();
        found.forEach(one -> fields(all.addObject(), one.review()).put("pages", one.pages()));
        return all.toString();
    }

    static String recommendationsJson(PublishedReview review) {
        return fields(JSON.createObjectNode(), review).toString();
    }

    private static ObjectNode fields(ObjectNode node, PublishedReview r) {
        node.put("reference", r.reference().value());
        node.put("accession", r.accession());
        node.put("pseudonym", r.pseudonym());
        r.area().ifPresent(a -> node.put("area", a));
        r.readableFrom().ifPresent(at -> node.put("published", at.toString()));
        node.put("kind", r.kind().slug());
        node.put("harmed", r.harmed());
        ArrayNode ages = node.putArray("ages");
        r.ages().stream().map(AgeBand::slug).forEach(ages::add);
        r.themes().forEach(node.putArray("themes")::add);
        r.agencies().forEach(node.putArray("agencies")::add);
        r.keywords().forEach(node.putArray("keywords")::add);
        node.put("model", r.model());
        node.put("abstract", r.summary());
        node.put("learning", r.learning());
        node.put("citation", r.citation());
        ArrayNode findings = node.putArray("findings");
        for (PublishedReview.Finding f : r.findings()) {
            findings.addObject()
                    .put("number", f.number())
                    .put("text", f.text())
                    .put("known", f.known())
                    .put("otherwise", f.otherwise())
                    .put("about", f.about());
        }
        ArrayNode recommendations = node.putArray("recommendations");
        for (Recommendation one : r.recommendations()) {
            ObjectNode to = recommendations.addObject();
            to.put("number", one.number()).put("text", one.text());
            one.to().forEach(to.withArray("to")::add);
        }
        return node;
    }

    static String rss(List<FoundReview> newest, String base) {
        StringBuilder rss =
                new StringBuilder(
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Case review library</title><link>")
                        .append(base)
                        .append(
                                "/library</link><description>New and changed reviews</description>");
        for (FoundReview one : newest) {
            PublishedReview r = one.review();
            String address = base + "/library/" + r.reference();
            rss.append("<item><title>")
                    .append(PdfDocument.escaped(r.pseudonym()))
                    .append("</title><link>")
                    .append(address)
                    .append("</link><guid>")
                    .append(address)
                    .append("</guid><description>")
                    .append(PdfDocument.escaped(r.summary()))
                    .append("</description>");
            r.readableFrom()
                    .ifPresent(at ->
                            rss.append("<pubDate>")
                                    .append(
                                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                                    at.atOffset(ZoneOffset.UTC)))
                                    .append("</pubDate>"));
            rss.append("</item>");
        }
        return rss.append("</channel></rss>\n").toString();
    }
}
