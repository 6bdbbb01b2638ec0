package sightline.register;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Finds out, while a file comes in, in which character set it is: UTF-16 where its mark says so,
 * UTF-8 where every byte fits, else Windows-1252, as a spreadsheet saves by itself. What is no text
 * is refused as soon as it is seen.
 */
final class ImportCharset {
    static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int START = 8;

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer thrownAway = CharBuffer.allocate(16 * 1024);
    private ByteBuffer left = ByteBuffer.allocate(0);
    private boolean begun;
    private boolean wide;
    private boolean fits = true;

    /** The next bytes of the file. */
    void add(byte[] bytes, int length) {
        if (!begun) {
            begun = true;
            begin(bytes, Math.min(length, START));
        }
        if (wide) {
            return;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                throw new UnreadableFile(
                        "The file holds bytes that are no text. Save it as CSV (UTF-8) and upload that.");
            }
        }
        if (fits) {
            decode(bytes, length);
        }
    }

    private void begin(byte[] bytes, int length) {
        if (starts(bytes, length, 'P', 'K', 3, 4)) {
            throw new UnreadableFile(
                    "The file is a zip or an Excel workbook. Open it, save it as CSV (UTF-8) and upload that.");
        }
        if (starts(bytes, length, 0xD0, 0xCF, 0x11, 0xE0)
                || starts(bytes, length, '%', 'P', 'D', 'F')) {
            throw new UnreadableFile(
                    "The file is a document or an old workbook. Save its table as CSV (UTF-8) and upload that.");
        }
        wide = starts(bytes, length, 0xFF, 0xFE) || starts(bytes, length, 0xFE, 0xFF);
    }

    private static boolean starts(byte[] bytes, int length, int... with) {
        if (length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private void decode(byte[] bytes, int length) {
        ByteBuffer all =
                ByteBuffer.allocate(left.remaining() + length)
                        .put(left)
                        .put(bytes, 0, length)
                        .flip();
        while (true) {
            CoderResult result = utf8.decode(all, thrownAway.clear(), false);
            if (result.isError()) {
                fits = false;
                return;
            }
            if (result.isUnderflow()) {
                left = all;
                return;
            }
        }
    }

    /** What it is, when all has come. */
    Charset found() {
        if (wide) {
            return StandardCharsets.UTF_16;
        }
        return fits && !left.hasRemaining() ? StandardCharsets.UTF_8 : WINDOWS;
    }
}
