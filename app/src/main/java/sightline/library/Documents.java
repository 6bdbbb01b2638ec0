package sightline.library;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

import sightline.core.library.PublishedReview.Section;
import sightline.documents.OfficeFile;
import sightline.library.ReadDocument.How;
import sightline.library.ReadDocument.Refused;
import sightline.library.ReadDocument.Why;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads deposited reports: text by pages and paragraphs, within limits, and nothing else. */
public final class Documents {
    static final long BYTES_MAX = 200L * 1024 * 1024;
    static final int PAGES_MAX = 3_000;
    static final int LETTERS_MAX = 6_000_000;

    /** So many bytes a file may have that somebody sends through a page. */
    public static final int UPLOAD_BYTES_MAX = 32 * 1024 * 1024;

    private static final long UNPACKED_BYTES_MAX = 256L * 1024 * 1024;
    private static final int START_BYTES = 1024;
    private static final int LETTERS_OF_A_PAGE_MIN = 20;
    private static final int METADATA_BYTES_MAX = 1_000_000;
    private static final Pattern DESCRIBED =
            Pattern.compile("dc:(title|creator|subject|description)|pdf:Keywords");
    private static final Set<String> NO_NOTES = Set.of("Link", "Widget", "Popup");
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final Pattern PARAGRAPHS = Pattern.compile("\\R[ \\t]*\\R+");
    private static final Pattern HYPHENATED = Pattern.compile("(?<=\\p{L})-\\R(?=\\p{Ll})");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private Documents() {}

    /** Reads a file by what it holds, whatever it is called. */
    public static ReadDocument read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            return new Refused(Why.TOO_LARGE);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START_BYTES);
        }
        return read(
                start,
                () -> OfficeFile.open(file),
                () -> new RandomAccessReadBufferedFile(file),
                IOUtils.createTempFileOnlyStreamCache());
    }

    /** Reads a file that is in memory; nothing of it is written anywhere. */
    public static ReadDocument read(byte[] bytes) throws IOException {
        return bytes.length > UPLOAD_BYTES_MAX
                ? new Refused(Why.TOO_LARGE_TO_SEND)
                : read(
                        Arrays.copyOf(bytes, Math.min(bytes.length, START_BYTES)),
                        () -> OfficeFile.of(bytes),
                        () -> new RandomAccessReadBuffer(bytes),
                        MemoryUsageSetting.setupMainMemoryOnly(UNPACKED_BYTES_MAX).streamCache);
    }

    /** Opens what is read. */
    interface Opened<T> {
        T open() throws IOException;
    }

    private static ReadDocument read(
            byte[] start,
            Opened<OfficeFile> office,
            Opened<RandomAccessRead> pdf,
            StreamCacheCreateFunction unpacked)
            throws IOException {
        if (startsWith(start, ZIP)) {
            return new DocxText(office).read();
        }
        if (startsWith(start, COMPOUND)) {
            // A DOCX with a password is wrapped so; an old DOC is, too.
            return new Refused(Why.ENCRYPTED);
        }
        return contains(start, PDF) ? pdf(pdf, unpacked) : new Refused(Why.OTHER_KIND);
    }

    private static boolean startsWith(byte[] start, byte[] magic) {
        return start.length >= magic.length
                && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean contains(byte[] start, byte[] magic) {
        for (int i = 0; i + magic.length <= start.length; i++) {
            if (Arrays.equals(start, i, i + magic.length, magic, 0, magic.length)) {
                return true;
            }
        }
        return false;
    }

    private static ReadDocument pdf(
            Opened<RandomAccessRead> file, StreamCacheCreateFunction unpacked) throws IOException {
        try (RandomAccessRead in = file.open();
                PDDocument document = Loader.loadPDF(in, "", null, null, unpacked)) {
            if (document.getNumberOfPages() > PAGES_MAX) {
                return new Refused(Why.TOO_LONG);
            }
            return text(document);
        } catch (InvalidPasswordException locked) {
            return new Refused(Why.ENCRYPTED);
        } catch (IOException | IllegalArgumentException | ClassCastException damaged) {
            return new Refused(Why.DAMAGED);
        }
    }

    private static ReadDocument text(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setParagraphStart("\n\n");
        List<Section> sections = new ArrayList<>();
        int pages = document.getNumberOfPages();
        int letters = 0;
        int bare = 0;
        SortedMap<How, List<Integer>> hidden = new TreeMap<>();
        for (int page = 1; page <= pages; page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            List<String> paragraphs = paragraphs(stripper.getText(document));
            int here = paragraphs.stream().mapToInt(String::length).sum();
            letters += here;
            bare += here < LETTERS_OF_A_PAGE_MIN ? 1 : 0;
            if (letters > LETTERS_MAX) {
                return new Refused(Why.TOO_LONG);
            }
            for (How how : HiddenText.on(document, document.getPage(page - 1))) {
                hidden.computeIfAbsent(how, _ -> new ArrayList<>()).add(page);
            }
            if (here > 0) {
                sections.add(new Section(page, "", paragraphs));
            }
        }
        if (bare * 2 > pages) {
            return new Refused(Why.NO_TEXT);
        }
        if (!hidden.isEmpty()) {
            return new ReadDocument.Hidden(hidden.firstKey(), hidden.firstEntry().getValue());
        }
        List<String> left = new ArrayList<>();
        if (bare > 0) {
            left.add(bare + " pages are pictures without text");
        }
        left.addAll(beside(document));
        return new ReadDocument.Text(sections, pages, left);
    }

    /**
     * What a PDF holds beside the text of its pages, in plain words; nothing of it is handed on.
     */
    private static List<String> beside(PDDocument document) throws IOException {
        var own = document.getDocumentInformation();
        var names = document.getDocumentCatalog().getNames();
        boolean titled =
                Stream.of(own.getTitle(), own.getAuthor(), own.getSubject(), own.getKeywords())
                        .anyMatch(said -> said != null && !said.isBlank());
        boolean notes = false;
        boolean fields = false;
        boolean attached = names != null && names.getEmbeddedFiles() != null;
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                String kind = String.valueOf(annotation.getSubtype());
                String said = annotation.getContents();
                fields |= kind.equals("Widget");
                attached |= kind.equals("FileAttachment");
                notes |= !NO_NOTES.contains(kind) && said != null && !said.isBlank();
            }
        }
        List<String> beside = new ArrayList<>();
        var catalog = document.getDocumentCatalog();
        add(
                beside,
                titled || isDescribed(catalog.getMetadata()),
                "title, author or keywords of the file");
        add(beside, notes, "notes and comments");
        add(beside, fields, "what is filled into a form");
        add(beside, attached, "attached files");
        add(
                beside,
                (names != null && names.getJavaScript() != null)
                        || isProgram(
                                catalog.getCOSObject().getDictionaryObject(COSName.OPEN_ACTION)),
                "programs");
        add(beside, catalog.getDocumentOutline() != null, "bookmarks");
        return beside;
    }

    /** Whether what a file does when it is opened is a program; anything else is a place in it. */
    private static boolean isProgram(@Nullable COSBase opening) {
        return opening instanceof COSDictionary action
                && COSName.JAVA_SCRIPT.equals(action.getCOSName(COSName.S));
    }

    /** Whether the newer kind of description says who wrote it, or about what. */
    private static boolean isDescribed(@Nullable PDMetadata metadata) throws IOException {
        if (metadata == null) {
            return false;
        }
        try (InputStream in = metadata.createInputStream()) {
            String said = new String(in.readNBytes(METADATA_BYTES_MAX), StandardCharsets.UTF_8);
            return DESCRIBED.matcher(said).find();
        }
    }

    private static void add(List<String> all, boolean has, String what) {
        if (has) {
            all.add(what);
        }
    }

    private static List<String> paragraphs(String text) {
        return PARAGRAPHS
                .splitAsStream(HYPHENATED.matcher(text).replaceAll(""))
                .map(p -> SPACES.matcher(p).replaceAll(" ").strip())
                .filter(p -> !p.isEmpty())
                .toList();
    }
}
