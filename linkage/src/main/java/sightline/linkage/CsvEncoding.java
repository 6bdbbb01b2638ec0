package sightline.linkage;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * How the bytes of a file are to be read as text: UTF-8 unless they say otherwise. UTF-16 is
 * rewritten as UTF-8. A file that is mostly UTF-8 with a few broken letters is read as such, one
 * that is not as Windows-1252. What is no text at all is refused, by its name where it has one.
 */
final class CsvEncoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LOOKED_AT = 1 << 16;
    private static final double MOSTLY = 0.9;

    private final byte[] bytes;
    private final Charset charset;
    private final List<String> remarks;

    private CsvEncoding(byte[] bytes, Charset charset, List<String> remarks) {
        this.bytes = bytes;
        this.charset = charset;
        this.remarks = List.copyOf(remarks);
    }

    byte[] bytes() {
        return bytes;
    }

    Charset charset() {
        return charset;
    }

    List<String> remarks() {
        return remarks;
    }

    static CsvEncoding of(String name, byte[] content) {
        refuseKnownFormats(name, content);
        Charset wide = wide(content);
        if (!wide.equals(StandardCharsets.UTF_8)) {
            byte[] narrow = new String(content, wide).getBytes(StandardCharsets.UTF_8);
            return new CsvEncoding(withoutMark(narrow), StandardCharsets.UTF_8, List.of());
        }
        for (int i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
            if (content[i] == 0) {
                throw new LinkageException(
                        "%s is no text: it holds zero bytes.%nSave it as CSV in UTF-8."
                                .formatted(name));
            }
        }
        return narrow(withoutMark(content));
    }

    private static void refuseKnownFormats(String name, byte[] content) {
        String what =
                begins(content, 'P', 'K', 3, 4)
                        ? "a spreadsheet or an archive"
                        : begins(content, 0xD0, 0xCF, 0x11, 0xE0)
                                ? "an old spreadsheet"
                                : begins(content, 0x1F, 0x8B)
                                        ? "compressed"
                                        : begins(content, 'P', 'A', 'R', '1')
                                                ? "a Parquet file"
                                                : begins(content, '%', 'P', 'D', 'F')
                                                        ? "a PDF"
                                                        : "";
        if (!what.isEmpty()) {
            throw new LinkageException(
                    "%s is %s, not CSV.%nSave it as CSV in UTF-8.".formatted(name, what));
        }
    }

    private static boolean begins(byte[] content, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 by its mark, or by zero bytes at every second place; else UTF-8. */
    private static Charset wide(byte[] content) {
        if (begins(content, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (begins(content, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        int seen = Math.min(content.length, LOOKED_AT) / 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < seen; i++) {
            even += content[2 * i] == 0 ? 1 : 0;
            odd += content[2 * i + 1] == 0 ? 1 : 0;
        }
        boolean many = seen >= 2 && Math.max(even, odd) > seen / 2;
        if (many && Math.min(even, odd) == 0) {
            return odd > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static byte[] withoutMark(byte[] content) {
        return begins(content, 0xEF, 0xBB, 0xBF)
                ? Arrays.copyOfRange(content, 3, content.length)
                : content;
    }

    private static CsvEncoding narrow(byte[] content) {
        long good = 0;
        long broken = 0;
        for (int at = 0; at < content.length; ) {
            if (content[at] >= 0) {
                at++;
                continue;
            }
            int length = sequence(content, at);
            if (length == 0) {
                broken++;
                at++;
            } else {
                good++;
                at += length;
            }
        }
        if (broken == 0) {
            return new CsvEncoding(content, StandardCharsets.UTF_8, List.of());
        }
        if (good > MOSTLY * (good + broken)) {
            return new CsvEncoding(
                    content,
                    StandardCharsets.UTF_8,
                    List.of(broken + " bytes are not UTF-8 as the others are: not readable there"));
        }
        return new CsvEncoding(content, WINDOWS, List.of("not UTF-8: read as Windows-1252"));
    }

    /** The length of the well-formed sequence of UTF-8 that begins there, or 0. */
    private static int sequence(byte[] b, int at) {
        int first = b[at] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + length > b.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((b[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = b[at + 1] & 0xFF;
        boolean wrong =
                (first == 0xE0 && second < 0xA0)
                        || (first == 0xED && second > 0x9F)
                        || (first == 0xF0 && second < 0x90)
                        || (first == 0xF4 && second > 0x8F);
        return wrong ? 0 : length;
    }
}
