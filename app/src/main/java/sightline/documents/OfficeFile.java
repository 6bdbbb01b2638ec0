package sightline.documents;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The zip of XML parts that a DOCX or an XLSX is, by its table of contents. Parts are streamed,
 * without anything from outside, and none swells beyond a limit.
 */
public final class OfficeFile implements Closeable {
    private static final long XML_BYTES_MAX = 96L * 1024 * 1024;

    /** Of all parts that are read: a workbook may name one part as any number of sheets. */
    private static final long ALL_BYTES_MAX = 2 * XML_BYTES_MAX;

    private final ZipFile zip;
    private long all;

    private OfficeFile(SeekableByteChannel bytes) throws IOException {
        this.zip = ZipFile.builder().setSeekableByteChannel(bytes).get();
    }

    /** One on disk. */
    public static OfficeFile open(Path file) throws IOException {
        return new OfficeFile(FileChannel.open(file, StandardOpenOption.READ));
    }

    /** One in memory: nothing of it is written anywhere. */
    public static OfficeFile of(byte[] bytes) throws IOException {
        return new OfficeFile(new SeekableInMemoryByteChannel(bytes));
    }

    /** Unzipped, a part is larger than any report or table is. */
    public static final class SwellsException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** What is done with a part. */
    @FunctionalInterface
    public interface Part {
        /** Reads it from its beginning. */
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    /** Whether it has that part. */
    public boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** The names of its parts. */
    public List<String> names() {
        return Collections.list(zip.getEntries()).stream().map(ZipArchiveEntry::getName).toList();
    }

    /**
     * Reads a part, if it is there.
     *
     * @throws SwellsException when it is larger than it may be
     */
    public void each(String name, Part part) throws IOException, XMLStreamException {
        Optional<ZipArchiveEntry> entry = Optional.ofNullable(zip.getEntry(name));
        if (entry.isEmpty()) {
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = new Limited(zip.getInputStream(entry.get()))) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            try {
                part.read(xml);
            } catch (XMLStreamException broken) {
                if (broken.getNestedException() instanceof SwellsException swells) {
                    throw swells;
                }
                throw broken;
            } finally {
                xml.close();
            }
        }
    }

    /** An attribute by its local name; empty where there is none. */
    public static String value(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Limited extends FilterInputStream {
        private long read;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int bytes) throws SwellsException {
            read += bytes;
            all += bytes;
            if (read > XML_BYTES_MAX || all > ALL_BYTES_MAX) {
                throw new SwellsException();
            }
        }
    }
}
