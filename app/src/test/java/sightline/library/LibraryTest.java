package sightline.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

import sightline.core.TestSize;
import sightline.core.kernel.London;
import sightline.core.library.Canaries;
import sightline.core.library.InventedCase;
import sightline.core.library.Progress;
import sightline.core.library.PublishedReview;
import sightline.core.library.PublishedReview.AgeBand;
import sightline.core.library.PublishedReview.Recommendation;
import sightline.core.library.PublishedReview.Reference;
import sightline.core.library.PublishedReview.Section;
import sightline.database.TestDatabase;
import sightline.library.LibraryImport.Came;
import sightline.library.ReadDocument.Hidden;
import sightline.library.ReadDocument.How;
import sightline.library.ReadDocument.Why;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

final class LibraryTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2026-09-15T09:00:00Z");

    @TempDir private Path folder;

    private final Library library = new Library(DATABASE.transactions(), () -> NOW);
    private final Shelving shelving = new Shelving(DATABASE.transactions());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static PublishedReview review(String reference, String title, String text) {
        return APublishedReview.of(new Reference(reference), title)
                .accession("NC" + reference.hashCode())
                .area(Optional.of("Westmarsh"))
                .harmed("2024 or 2025")
                .readableFrom(Optional.of(NOW))
                .ages(List.of(AgeBand.UNDER_1))
                .themes(List.of("Injury in a baby"))
                .agencies(List.of("Health", "Police"))
                .keywords(List.of("bruising"))
                .model("systems")
                .summary("A baby was hurt.")
                .learning("Nobody asked.")
                .recommendations(
                        List.of(
                                new Recommendation(
                                        1,
                                        "A bruise in a baby not yet moving is seen by a paediatrician the same day",
                                        List.of("Health"))))
                .sections(List.of(new Section(1, "What happened", List.of(text, "And then more."))))
                .build();
    }

    @Test
    void isFoundFromTheMinuteOfItsEmbargoUntilItIsWithdrawn() {
        PublishedReview quokka =
                review("LIB-2026-0001", "Child Q", "the quokka was seen at the weir");
        shelving.put(quokka, NOW.plusSeconds(60), Optional.empty(), NOW);
        assertThat(library.search(words("quokka")).all()).isZero();
        assertThat(library.shelf(quokka.reference(), Optional.empty()))
                .isInstanceOf(Library.Shelf.Empty.class);
        assertThat(library.text(quokka.reference())).isEmpty();

        var then = new Library(DATABASE.transactions(), () -> NOW.plusSeconds(60));
        SearchResult found = then.search(words("quokkas"));
        assertThat(found.all()).isEqualTo(1);
        assertThat(found.shown().getFirst().passage())
                .anySatisfy(p -> {
                    assertThat(p.found()).isTrue();
                    assertThat(p.text()).isEqualTo("quokka");
                });
        assertThat(then.text(quokka.reference()).getFirst().paragraphs()).hasSize(2);
        assertThat(then.search(words("\"quokka was seen\"")).all()).isEqualTo(1);
        assertThat(then.search(words("\"seen quokka\"")).all()).isZero();

        shelving.withdraw(
                quokka.reference(), "A surviving child could be picked out", NOW.plusSeconds(70));
        // Somebody asked for the PDF before, and it was not made until now.
        shelving.keep(quokka, new byte[] {1}, NOW.plusSeconds(71));
        assertThat(
                        DATABASE.owner()
                                .sql("SELECT count(*) FROM library.document WHERE reference = :r")
                                .param("r", quokka.reference().value())
                                .query(Integer.class)
                                .single())
                .isZero();
        var later = new Library(DATABASE.transactions(), () -> NOW.plusSeconds(80));
        assertThat(later.search(words("quokka")).all()).isZero();
        assertThat(later.text(quokka.reference())).isEmpty();
        assertThat(later.shelf(quokka.reference(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Library.Shelf.Gone.class,
                        g -> assertThat(g.tombstone().reason()).contains("picked out"));
        assertThat(later.holdings().withdrawn()).hasSize(1);
        assertThat(
                        DATABASE.owner()
                                .sql(
                                        "SELECT count(*) FROM library.section WHERE text LIKE '%quokka%'")
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(
                        DATABASE.owner()
                                .sql(
                                        "SELECT (SELECT count(*) FROM library.word WHERE reference = 'LIB-2026-0001') + (SELECT count(*) FROM library.beside WHERE reference = 'LIB-2026-0001')")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private static Asked words(String words) {
        return new Asked(words, List.of(), List.of(), List.of(), List.of(), List.of(), false, 0);
    }

    /** One of three reviews has that model; whichever others have none do not fit. */
    private void byItsModel(String words) {
        PublishedReview plain = review("LIB-2026-0013", "Child S", "an ocelot, a third time");
        PublishedReview modelled =
                APublishedReview.like(plain).accession("").model(" Welsh model ").build();
        shelving.put(modelled, NOW, Optional.empty(), NOW);
        SearchResult found = library.search(byModel(words, "Welsh model"));
        assertThat(found.all()).isEqualTo(1);
        assertThat(found.facets())
                .filteredOn(f -> f.name().equals("model"))
                .singleElement()
                .satisfies(f ->
                        assertThat(f.values())
                                .contains(new SearchResult.Value("Welsh model", 1, true)));
        assertThat(library.search(byModel(words, "No such model")).all()).isZero();
    }

    private static Asked byModel(String words, String model) {
        return new Asked(
                words,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(model),
                List.of(),
                false,
                0);
    }

    @Test
    void filtersCountAndSimilarRecommendationsAreFound() {
        shelving.put(review("LIB-2026-0011", "Child R", "an ocelot"), NOW, Optional.empty(), NOW);
        shelving.put(
                review("LIB-2026-0012", "Child S", "an ocelot again"), NOW, Optional.empty(), NOW);
        SearchResult found =
                library.search(
                        new Asked(
                                "ocelot",
                                List.of(),
                                List.of("under-1", "from-1-to-4"),
                                List.of(),
                                List.of(),
                                List.of(),
                                false,
                                0));
        assertThat(found.all()).isEqualTo(2);
        assertThat(found.facets())
                .filteredOn(f -> f.name().equals("age"))
                .singleElement()
                .satisfies(f ->
                        assertThat(f.values().getFirst())
                                .isEqualTo(new SearchResult.Value("under-1", 2, true)));
        assertThat(
                        library.search(
                                        new Asked(
                                                "ocelot",
                                                List.of("Other"),
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                false,
                                                0))
                                .all())
                .isZero();
        byItsModel("ocelot");
        assertThat(library.similar(new Reference("LIB-2026-0011"), 1))
                .anySatisfy(s -> assertThat(s.reference()).isEqualTo("LIB-2026-0012"));
        for (String odd :
                List.of("'", "\"", "a & | !", "\u0000", "<->", "(((", "x".repeat(5_000))) {
            assertThat(library.search(words(odd)).all()).as(odd).isNotNegative();
        }
    }

    @Test
    void aFeedHoldsTheNewestOfASearchAndNoMore() {
        for (int i = 1; i <= 3; i++) {
            shelving.put(
                    review("LIB-2026-002" + i, "Child " + i, "a numbat"),
                    NOW.minusSeconds(10L * i),
                    Optional.empty(),
                    NOW);
        }
        Asked newest =
                new Asked("numbat", List.of(), List.of(), List.of(), List.of(), List.of(), true, 0);
        assertThat(library.first(newest, 2).stream().map(f -> f.review().reference().value()))
                .containsExactly("LIB-2026-0021", "LIB-2026-0022");
        assertThat(library.all(newest)).hasSize(3);
    }

    @Test
    void aDaysProgressStays() {
        PublishedReview review = review("LIB-2026-0021", "Child T", "a tapir");
        shelving.put(review, NOW, Optional.empty(), NOW);
        LocalDate day = LocalDate.of(2026, 9, 14);
        shelving.progress(review.reference(), new Progress(day, 6, 8, 11, 12, 2, List.of()));
        shelving.progress(review.reference(), new Progress(day, 6, 9, 11, 11, 2, List.of()));
        shelving.progress(
                review.reference(), new Progress(day.plusDays(1), 6, 9, 11, 11, 2, List.of()));
        var shelf = (Library.Shelf.Open) library.shelf(review.reference(), Optional.of(day));
        assertThat(shelf.progress().orElseThrow().sentence())
                .startsWith("Of 33 recommendations, 8 are");
        var now = (Library.Shelf.Open) library.shelf(review.reference(), Optional.empty());
        assertThat(now.progress().orElseThrow().verified()).isEqualTo(9);
        var before =
                (Library.Shelf.Open)
                        library.shelf(review.reference(), Optional.of(day.minusDays(1)));
        assertThat(before.progress()).isEmpty();
    }

    @Test
    void aFolderComesInAndWhatCannotBeReadIsSetAside() throws IOException {
        Files.write(
                folder.resolve("a.pdf"),
                ReportPdf.of(review("LIB-2026-0031", "Child V", "the pangolin of the harbour")));
        Files.writeString(folder.resolve("a.json"), fields("LIB-2012-0031"));
        Files.write(folder.resolve("b.docx"), ReportFiles.withSecrets());
        Files.writeString(folder.resolve("b.json"), fields("LIB-2012-0032"));
        Files.write(folder.resolve("c.pdf"), ReportFiles.locked());
        Files.writeString(folder.resolve("c.json"), fields("LIB-2012-0033"));
        Files.writeString(folder.resolve("d.pdf"), "no report");
        Files.writeString(folder.resolve("e.pdf"), "no report");
        Files.writeString(folder.resolve("e.json"), "{\"reference\":\"LIB-2012-0034\"}");
        Files.writeString(folder.resolve("d.json"), fields("LIB-2012-0035"));
        Files.writeString(folder.resolve("f.pdf"), "nobody knows");

        var imports = new LibraryImport(DATABASE.transactions(), () -> NOW);
        List<Came> came = new ArrayList<>();
        imports.folder(folder, (c, _, _) -> came.add(c));

        assertThat(came).hasSize(6);
        assertThat(came.get(0)).isInstanceOf(Came.In.class);
        assertThat(((Came.In) came.get(1)).leftBehind())
                .contains("comments", "hidden text", "text that was deleted with tracked changes");
        assertThat(came.get(2))
                .isInstanceOfSatisfying(
                        Came.Aside.class, a -> assertThat(a.because()).contains("password"));
        assertThat(came.get(3))
                .isInstanceOfSatisfying(
                        Came.Aside.class, a -> assertThat(a.because()).contains("neither"));
        assertThat(came.get(4))
                .isInstanceOfSatisfying(
                        Came.Aside.class,
                        a -> assertThat(a.because()).contains("pseudonym is missing"));
        assertThat(came.get(5))
                .isInstanceOfSatisfying(
                        Came.Aside.class, a -> assertThat(a.because()).contains("f.json"));
        assertThat(library.search(words("pangolin harbour")).all()).isEqualTo(1);
        assertThat(library.search(words("inserted paragraph")).all()).isEqualTo(1);
        for (String gone : ReportFiles.SECRETS) {
            assertThat(library.search(words(gone)).all()).as(gone).isZero();
        }
        List<Came> again = new ArrayList<>();
        imports.folder(folder, (c, _, _) -> again.add(c));
        assertThat(again).filteredOn(c -> c instanceof Came.Known).hasSize(2);
    }

    @Test
    void aTableMayHoldTheFieldsOfAllFiles() throws IOException {
        Path in = Files.createDirectory(folder.resolve("table"));
        for (String name : List.of("one.docx", "two.docx", "three.docx")) {
            Files.write(in.resolve(name), ReportFiles.withSecrets());
        }
        Files.writeString(
                in.resolve("fields.csv"),
                """
                \uFEFFfile,reference,pseudonym,kind,published,ages,themes,recommendations,findings
                one.docx,LIB-2013-0001,Child Q,serious-case-review,2013-04-02,under-1; from-1-to-4,"Who lives at home;Voice","Ask, each time
                Write it down","Nobody asked"
                two.docx,LIB-2013-0002,Child R,serious-case-review,02/04/2013,,,,
                """);
        List<Came> came = new ArrayList<>();
        new LibraryImport(DATABASE.transactions(), () -> NOW).folder(in, (c, _, _) -> came.add(c));
        assertThat(came)
                .filteredOn(c -> c instanceof Came.In)
                .extracting(Came::file)
                .containsExactly("one.docx");
        assertThat(came)
                .filteredOn(c -> c instanceof Came.Aside)
                .extracting(c -> ((Came.Aside) c).because())
                .anyMatch(b -> b.contains("into a row of fields.csv"))
                .anyMatch(b -> b.contains("published is no day"));
        var shelf =
                (Library.Shelf.Open)
                        library.shelf(new Reference("LIB-2013-0001"), Optional.empty());
        assertThat(shelf.review().recommendations())
                .extracting(Recommendation::text)
                .containsExactly("Ask, each time", "Write it down");
        assertThat(shelf.review().themes()).containsExactly("Who lives at home", "Voice");
        assertThat(shelf.review().ages()).containsExactly(AgeBand.UNDER_1, AgeBand.FROM_1_TO_4);
        assertThat(shelf.review().findings())
                .extracting(PublishedReview.Finding::text)
                .containsExactly("Nobody asked");
    }

    @Test
    void aFileThatCannotBeReadIsSetAsideWithWhatToDoAndTheOthersComeIn() throws IOException {
        Path in = Files.createDirectory(folder.resolve("bad"));
        try (var file = new RandomAccessFile(in.resolve("large.pdf").toFile(), "rw")) {
            file.setLength(300L * 1024 * 1024);
        }
        Files.write(in.resolve("bomb.docx"), ReportFiles.swelling());
        Files.write(in.resolve("locked.pdf"), ReportFiles.locked());
        Files.write(in.resolve("scan.pdf"), ReportFiles.scan());
        Files.write(in.resolve("wrapped.docx"), ReportFiles.wrapped());
        Files.write(in.resolve("entity.docx"), ReportFiles.entity());
        Files.write(in.resolve("whole.docx"), ReportFiles.withSecrets());
        int number = 50;
        for (String name :
                List.of("large", "bomb", "locked", "scan", "wrapped", "entity", "whole")) {
            Files.writeString(in.resolve(name + ".json"), fields("LIB-2012-00" + number));
            number++;
        }
        Map<String, Came> came = new HashMap<>();
        new LibraryImport(DATABASE.transactions(), () -> NOW)
                .folder(in, (c, _, _) -> came.put(c.file(), c));
        Map<String, Why> expected =
                Map.of(
                        "large.pdf", Why.TOO_LARGE,
                        "bomb.docx", Why.SWELLS,
                        "locked.pdf", Why.ENCRYPTED,
                        "scan.pdf", Why.NO_TEXT,
                        "wrapped.docx", Why.ENCRYPTED,
                        "entity.docx", Why.DAMAGED);
        expected.forEach((name, why) ->
                assertThat(came.get(name)).isEqualTo(new Came.Aside(name, why.says())));
        assertThat(came.get("whole.docx")).isInstanceOf(Came.In.class);
        assertThat(library.search(words("root")).all()).isZero();
    }

    /** What is drawn on a page of a test. */
    private interface Drawn {
        void on(PDPageContentStream page) throws IOException;
    }

    private Path drawn(Drawn drawn) throws IOException {
        Path file = Files.createTempFile(folder, "drawn", ".pdf");
        try (PDDocument document = new PDDocument();
                OutputStream out = Files.newOutputStream(file)) {
            PDPage first = new PDPage();
            document.addPage(first);
            try (var page = new PDPageContentStream(document, first)) {
                says(page, "A first page on which everything that is said shows.", 700);
            }
            PDPage second = new PDPage();
            document.addPage(second);
            try (var page = new PDPageContentStream(document, second)) {
                drawn.on(page);
            }
            document.save(out);
        }
        return file;
    }

    private static void says(PDPageContentStream page, String words, float y) throws IOException {
        page.beginText();
        page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        page.newLineAtOffset(72, y);
        page.showText(words);
        page.endText();
    }

    private static void bar(PDPageContentStream page, float y, float height) throws IOException {
        page.addRect(70, y, 300, height);
        page.fill();
    }

    @Test
    void textThatDoesNotShowIsSetAsideAndNotPublished() throws IOException {
        String secret = "The neighbour was Mr Quill Marrow of the mill";
        Drawn bars =
                page -> {
                    says(page, secret, 600);
                    bar(page, 596, 16);
                };
        Drawn line =
                page -> {
                    says(page, secret, 600);
                    page.setLineWidth(16);
                    page.moveTo(70, 604);
                    page.lineTo(400, 604);
                    page.stroke();
                };
        Drawn invisible =
                page -> {
                    page.setRenderingMode(RenderingMode.NEITHER);
                    says(page, secret, 600);
                };
        Drawn white =
                page -> {
                    page.setNonStrokingColor(1f);
                    says(page, secret, 600);
                };
        Drawn black =
                page -> {
                    bar(page, 596, 16);
                    says(page, secret, 600);
                };
        Drawn outside = page -> says(page, secret, 900);
        assertThat(Documents.read(drawn(bars))).isEqualTo(new Hidden(How.COVERED, List.of(2)));
        assertThat(Documents.read(drawn(line))).isEqualTo(new Hidden(How.COVERED, List.of(2)));
        assertThat(Documents.read(drawn(invisible)))
                .isEqualTo(new Hidden(How.INVISIBLE, List.of(2)));
        assertThat(Documents.read(drawn(white))).isEqualTo(new Hidden(How.SAME_COLOUR, List.of(2)));
        assertThat(Documents.read(drawn(black))).isEqualTo(new Hidden(How.SAME_COLOUR, List.of(2)));
        assertThat(Documents.read(drawn(outside))).isEqualTo(new Hidden(How.OUTSIDE, List.of(2)));

        Path annotated = drawn(page -> says(page, secret, 600));
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(annotated))) {
            var square = new PDAnnotationSquare();
            square.setRectangle(new PDRectangle(70, 590, 330, 30));
            square.setInteriorColor(new PDColor(new float[] {0}, PDDeviceGray.INSTANCE));
            document.getPage(1).setAnnotations(List.of(square));
            document.save(annotated.toFile());
        }
        assertThat(Documents.read(annotated)).isEqualTo(new Hidden(How.COVERED, List.of(2)));

        Path imports = Files.createDirectory(folder.resolve("bars"));
        Files.copy(drawn(bars), imports.resolve("h.pdf"));
        Files.writeString(imports.resolve("h.json"), fields("LIB-2012-0036"));
        List<Came> came = new ArrayList<>();
        new LibraryImport(DATABASE.transactions(), () -> NOW)
                .folder(imports, (c, _, _) -> came.add(c));
        assertThat(came)
                .containsExactly(
                        new Came.Aside(
                                "h.pdf",
                                "Something is drawn over text, and the text is still there. Look at page 2. Take the text itself out, not only what shows of it, and deposit the new file."));
        assertThat(library.search(words("Marrow")).all()).isZero();
    }

    @Test
    void linesUnderTextColouredCellsAndHighlightsHideNothing() throws IOException {
        Path file =
                drawn(page -> {
                    page.setNonStrokingColor(0.1f);
                    bar(page, 596, 16);
                    page.setNonStrokingColor(1f);
                    says(page, "White words on a dark cell of a table", 600);
                    page.setNonStrokingColor(0f);
                    says(page, "Words with a line under them", 500);
                    bar(page, 497, 1);
                    says(page, "Words with a line through them", 400);
                    bar(page, 403, 1);
                    says(page, "Words that somebody marked with a pen", 300);
                    var pen = new PDExtendedGraphicsState();
                    pen.setBlendMode(BlendMode.MULTIPLY);
                    page.setGraphicsStateParameters(pen);
                    bar(page, 296, 16);
                });
        assertThat(Documents.read(file)).isInstanceOf(ReadDocument.Text.class);
    }

    private static String fields(String reference) {
        return """
        {"reference":"%s","accession":"NC050543","pseudonym":"Child V","kind":"serious-case-review","published":"2012-03-22",
         "ages":["under-1"],"themes":["Who lives at home"],"agencies":["Health"],"keywords":["x"],"abstract":"Short.",
         "recommendations":[{"text":"Ask who lives there","to":["Health"]}]}
        """
                .formatted(reference);
    }

    @Test
    void theReportIsMadeToLastAndToBeReadAloud() throws Exception {
        byte[] pdf = ReportPdf.of(review("LIB-2026-0041", "Child X & Twin Y", "Fifty pages."));
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (var parser =
                            Foundries.defaultInstance()
                                    .createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertThat(result.getFailedChecks().keySet()).as(flavour.toString()).isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }

    @Test
    void aWithheldReviewIsCountedAndNothingElse() {
        LocalDate day = London.day(NOW);
        long number = shelving.withhold("A trial is under way", day, day.plusMonths(6));
        assertThat(library.holdings().withheld())
                .extracting(Library.Withheld::reason)
                .containsExactly("A trial is under way");
        shelving.endWithholding(number, day);
        assertThat(library.holdings().withheld()).isEmpty();
    }

    @Test
    @Tag("ci")
    void noCanaryIsLeftInTablesFilesOrDocuments() throws IOException {
        List<InventedCase> corpus = InventedCase.some(400, 11);
        int cases = TestSize.chosen().of(20, 200, 200);
        StringBuilder everything = new StringBuilder();
        for (InventedCase one : corpus.subList(0, cases)) {
            PublishedReview published = one.published(corpus);
            byte[] pdf = ReportPdf.of(published);
            shelving.put(published, NOW, Optional.of(pdf), NOW);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                everything
                        .append(new PDFTextStripper().getText(document))
                        .append(document.getDocumentInformation().getTitle())
                        .append(document.getDocumentInformation().getCOSObject())
                        .append(
                                new String(
                                        document.getDocumentCatalog().getMetadata().toByteArray(),
                                        StandardCharsets.UTF_8));
            }
            // Two capitals stand somewhere in any packed bytes.
            assertThat(one.canaries().scan(new String(pdf, StandardCharsets.ISO_8859_1)))
                    .filteredOn(h -> h.what() != Canaries.What.INITIALS)
                    .isEmpty();
        }
        for (String table :
                List.of(
                        "review",
                        "word",
                        "section",
                        "recommendation",
                        "term",
                        "beside",
                        "withheld",
                        "progress")) {
            kept(table).forEach(row -> everything.append('\n').append(row));
        }
        assertThat(everything.toString()).contains("LIB-2026-1000");
        for (InventedCase one : corpus.subList(0, cases)) {
            assertThat(one.canaries().scan(everything)).as("case %d", one.number()).isEmpty();
        }
    }

    /**
     * What a table keeps, a row each. Words of an index stand in the order of the alphabet; a word
     * between keeps neighbours that never stood beside each other from being read as one date.
     */
    private List<String> kept(String table) {
        List<String> indices =
                DATABASE.owner()
                        .sql(
                                """
                                SELECT column_name FROM information_schema.columns
                                WHERE table_schema = 'library' AND table_name = :table AND data_type = 'tsvector'
                                """)
                        .param("table", table)
                        .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                        .list();
        StringBuilder row = new StringBuilder("to_jsonb(t)");
        indices.forEach(i -> row.append(" - '").append(i).append('\''));
        row.append("||jsonb_build_object(");
        row.append(
                indices.stream()
                        .map(i ->
                                "'%s', array_to_string(tsvector_to_array(t.%s), ' lexeme ')"
                                        .formatted(i, i))
                        .collect(Collectors.joining(",")));
        return DATABASE.owner()
                .sql(
                        "SELECT (%s))::text FROM library.%s t WHERE t::text LIKE '%%LIB-2026-1%%'"
                                .formatted(row, table))
                .query((r, _) -> Objects.requireNonNull(r.getString(1)))
                .list();
    }
}
