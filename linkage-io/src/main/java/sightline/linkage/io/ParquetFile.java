package sightline.linkage.io;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes columns of text that are never missing as Parquet: one plain data page, compressed with
 * gzip, a column and group of rows. The format is described at parquet.apache.org; its footer is
 * Thrift's compact protocol, of which {@link Thrift} writes what is needed.
 */
final class ParquetFile implements AutoCloseable {
    private static final byte[] MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROWS_A_GROUP = 100_000;
    private static final int BYTE_ARRAY = 6;
    private static final int REQUIRED = 0;
    private static final int UTF8 = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int GZIP = 2;

    private final OutputStream out;
    private final List<String> columns;
    private final List<ByteArrayOutputStream> pages = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private long position;
    private int rows;
    private long allRows;

    private record Chunk(long offset, int rows, long raw, long packed) {}

    private record Group(List<Chunk> chunks, int rows) {}

    ParquetFile(Path file, List<String> columns) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.columns = List.copyOf(columns);
        columns.forEach(c -> pages.add(new ByteArrayOutputStream()));
        write(MARK);
    }

    void add(List<String> row) throws IOException {
        for (int c = 0; c < columns.size(); c++) {
            byte[] value = row.get(c).getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream page = pages.get(c);
            writeInt(value.length, page);
            page.writeBytes(value);
        }
        if (++rows == ROWS_A_GROUP) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        List<Chunk> chunks = new ArrayList<>();
        for (ByteArrayOutputStream page : pages) {
            byte[] raw = page.toByteArray();
            page.reset();
            byte[] packed = gzip(raw);
            byte[] header = pageHeader(raw.length, packed.length);
            chunks.add(
                    new Chunk(
                            position,
                            rows,
                            (long) raw.length + header.length,
                            (long) packed.length + header.length));
            write(header);
            write(packed);
        }
        groups.add(new Group(chunks, rows));
        allRows += rows;
        rows = 0;
    }

    private byte[] pageHeader(int raw, int packed) {
        Thrift header = new Thrift();
        header.begin();
        header.number(1, 0).number(2, raw).number(3, packed);
        header.struct(5).number(1, rows).number(2, PLAIN).number(3, RLE).number(4, RLE).end();
        return header.end().bytes();
    }

    private static byte[] gzip(byte[] raw) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(raw);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (rows > 0) {
                endGroup();
            }
            byte[] footer = footer();
            write(footer);
            ByteArrayOutputStream length = new ByteArrayOutputStream();
            writeInt(footer.length, length);
            write(length.toByteArray());
            write(MARK);
        }
    }

    private byte[] footer() {
        Thrift footer = new Thrift();
        footer.begin().number(1, 1);
        footer.list(2, columns.size() + 1);
        footer.begin().text(4, "schema").number(5, columns.size()).end();
        for (String column : columns) {
            footer.begin()
                    .number(1, BYTE_ARRAY)
                    .number(3, REQUIRED)
                    .text(4, column)
                    .number(6, UTF8);
            footer.struct(10).struct(1).end().end().end();
        }
        footer.longNumber(3, allRows);
        footer.list(4, groups.size());
        groups.forEach(g -> group(footer, g));
        return footer.text(6, "sightline linkage").end().bytes();
    }

    private void group(Thrift footer, Group group) {
        footer.begin().list(1, columns.size());
        long size = 0;
        for (int c = 0; c < columns.size(); c++) {
            Chunk chunk = group.chunks().get(c);
            size += chunk.raw();
            footer.begin().longNumber(2, chunk.offset());
            footer.struct(3).number(1, BYTE_ARRAY);
            footer.numbers(2, PLAIN).texts(3, columns.get(c)).number(4, GZIP);
            footer.longNumber(5, chunk.rows()).longNumber(6, chunk.raw());
            footer.longNumber(7, chunk.packed()).longNumber(9, chunk.offset()).end();
            footer.end();
        }
        footer.longNumber(2, size).longNumber(3, group.rows()).end();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    private static void writeInt(int value, ByteArrayOutputStream to) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            to.write(value >>> shift);
        }
    }
}
