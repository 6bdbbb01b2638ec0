package sightline.register;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Other names of columns, as a file's own headings have them: {@code Ref No = local_id}, a line
 * each. Only the first line of a file is changed, and only where a whole heading is one of them.
 */
public final class HeadingNames {
    private static final int HEADER_MAX = 64 * 1024;
    private static final int MARKS = 3;

    private final Map<String, ImportColumn> names;

    private HeadingNames(Map<String, ImportColumn> names) {
        this.names = names;
    }

    /**
     * Reads the lines of a mapping.
     *
     * @throws IllegalArgumentException when a line names no column that is known
     */
    public static HeadingNames read(List<String> lines) {
        Map<String, ImportColumn> names = new LinkedHashMap<>();
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            int at = text.lastIndexOf('=');
            String column = text.substring(at + 1).strip();
            names.put(
                    text.substring(0, Math.max(0, at)).strip(),
                    ImportColumn.of(column)
                            .filter(_ -> at > 0)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "“%s” says no column.\nWrite their heading = one of the template's, like Ref No = local_id."
                                                    .formatted(text))));
        }
        return new HeadingNames(names);
    }

    /**
     * The same file with the headings of the template.
     *
     * @throws UnreadableFile when a heading of the mapping is not in the first line
     */
    public InputStream applied(InputStream in) throws IOException {
        byte[] start = in.readNBytes(HEADER_MAX);
        Charset charset = charset(start);
        String text = new String(start, charset);
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        String rest = end < 0 ? "" : text.substring(end);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(named(header, charset).getBytes(charset));
        out.writeBytes(rest.getBytes(charset));
        return new SequenceInputStream(new ByteArrayInputStream(out.toByteArray()), in);
    }

    /** Of bytes that are no UTF-16 each stays as it is, whatever letters they are. */
    private static Charset charset(byte[] start) {
        if (start.length >= MARKS && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length >= MARKS && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.ISO_8859_1;
    }

    private String named(String header, Charset charset) {
        String line = header;
        for (Map.Entry<String, ImportColumn> name : names.entrySet()) {
            String theirs =
                    charset.equals(StandardCharsets.ISO_8859_1)
                            ? new String(
                                    name.getKey().getBytes(StandardCharsets.UTF_8),
                                    StandardCharsets.ISO_8859_1)
                            : name.getKey();
            Matcher cell =
                    Pattern.compile(
                                    "(^[\uFEFF\u00EF\u00BB\u00BF]*|[,;\t|])[ ]*\"?"
                                            + Pattern.quote(theirs)
                                            + "\"?[ ]*(?=[,;\t|\r]|$)",
                                    Pattern.CASE_INSENSITIVE)
                            .matcher(line);
            if (!cell.find()) {
                throw new UnreadableFile(
                        "The first line has no column “"
                                + name.getKey()
                                + "”, which the mapping names. Nothing has gone in.");
            }
            line = cell.replaceFirst("$1" + name.getValue().heading());
        }
        return line;
    }
}
