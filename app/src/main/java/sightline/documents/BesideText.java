package sightline.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a file of an office program holds beside the text that is read of it, in plain words:
 * nothing of it is handed on, and whoever deposited it is told, since some of it a reader sees.
 */
final class BesideText {
    private static final Set<String> SAID =
            Set.of("title", "subject", "creator", "keywords", "description", "lastModifiedBy");

    /** By the start of the name of a part within its program's folder. */
    private static final Map<String, String> PARTS =
            new TreeMap<>(
                    Map.of(
                            "activeX/", "controls",
                            "charts/", "charts and diagrams",
                            "diagrams/", "charts and diagrams",
                            "embeddings/", "embedded files",
                            "media/", "pictures",
                            "vbaProject", "programs"));

    private BesideText() {}

    /** Each kind of thing once. */
    static List<String> of(OfficeFile file) throws IOException, XMLStreamException {
        List<String> beside = new ArrayList<>();
        file.each("docProps/core.xml", xml -> properties(xml, beside));
        beside.addAll(parts(file));
        return beside.stream().distinct().toList();
    }

    /** The same without who wrote it, which every table says. */
    static List<String> parts(OfficeFile file) {
        List<String> beside = new ArrayList<>();
        for (String name : file.names()) {
            String part = name.replaceFirst("^(word|xl)/", "");
            PARTS.forEach((start, what) -> {
                if (part.startsWith(start) && !part.equals(start)) {
                    beside.add(what);
                }
            });
        }
        return beside.stream().distinct().toList();
    }

    private static void properties(XMLStreamReader xml, List<String> beside)
            throws XMLStreamException {
        boolean said = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> said = SAID.contains(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> said = false;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (said && !xml.getText().isBlank()) {
                        beside.add("title, author or keywords of the file");
                    }
                }
                default -> {
                    continue;
                }
            }
        }
    }
}
