package sightline.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An Office Open XML package; the same parts give the same bytes. */
final class WrittenZip {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String CORE = "docProps/core.xml";

    private WrittenZip() {}

    /**
     * A part of a package.
     *
     * @param path where it stands
     * @param kind its content type, between the common prefix and the common ending
     * @param relation what it is to the part that names it
     */
    record Part(String path, String kind, String relation, String xml) {
        private String folder() {
            return path.substring(0, path.lastIndexOf('/') + 1);
        }

        private String name() {
            return path.substring(folder().length());
        }
    }

    /**
     * The file of a main part and of those that it names; it knows them as rId1, rId2 in their
     * order.
     */
    static byte[] office(String title, Part main, List<Part> named) {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(main.path(), main.kind());
        named.forEach(p -> kinds.put(p.path(), p.kind()));
        kinds.put(CORE, "package.core-properties");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types(kinds));
        parts.put(
                "_rels/.rels",
                relations(
                        List.of(
                                new String[] {OFFICE + "/" + main.relation(), main.path()},
                                new String[] {
                                    PACKAGE + "relationships/metadata/core-properties", CORE
                                })));
        parts.put(CORE, core(title));
        parts.put(main.path(), main.xml());
        parts.put(
                main.folder() + "_rels/" + main.name() + ".rels",
                relations(
                        named.stream()
                                .map(p ->
                                        new String[] {
                                            OFFICE + "/" + p.relation(),
                                            p.path().substring(main.folder().length())
                                        })
                                .toList()));
        named.forEach(p -> parts.put(p.path(), p.xml()));
        return of(parts);
    }

    private static byte[] of(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setLastModifiedTime(FileTime.fromMillis(0));
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The list of what kind each part is of. */
    private static String types(Map<String, String> kinds) {
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<Types xmlns=\"")
                .append(PACKAGE)
                .append("content-types\"><Default Extension=\"rels\" ContentType=\"application/")
                .append("vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        kinds.forEach((part, kind) ->
                xml.append("<Override PartName=\"/")
                        .append(part)
                        .append("\" ContentType=\"application/vnd.openxmlformats-")
                        .append(kind)
                        .append("+xml\"/>"));
        return xml.append("</Types>").toString();
    }

    /** How parts belong together: target by kind, named rId1, rId2 in their order. */
    private static String relations(Iterable<String[]> targets) {
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<Relationships xmlns=\"").append(PACKAGE).append("relationships\">");
        int number = 0;
        for (String[] target : targets) {
            number++;
            xml.append("<Relationship Id=\"rId")
                    .append(number)
                    .append("\" Type=\"")
                    .append(target[0])
                    .append("\" Target=\"")
                    .append(target[1])
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static String core(String title) {
        return HEAD
                + "<cp:coreProperties xmlns:cp=\""
                + PACKAGE
                + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
                + escaped(title)
                + "</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>";
    }

    /** As text of XML; what XML has no letter for is left out. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF))
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .forEach(c -> {
                    switch (c) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(c);
                    }
                });
        return safe.toString();
    }
}
