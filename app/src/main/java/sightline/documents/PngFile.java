package sightline.documents;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A PNG without whatever is no picture: packed texts and profiles are never unpacked. */
final class PngFile {
    private static final byte[] START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** Length, name and checksum of a chunk. */
    private static final int ROUND = 12;

    private PngFile() {}

    static boolean isOne(byte[] file) {
        return file.length > START.length
                && Arrays.equals(file, 0, START.length, START, 0, START.length);
    }

    /** The same picture; nothing where the file ends before its last chunk. */
    static Optional<byte[]> pictureAlone(byte[] file) {
        var picture = new ByteArrayOutputStream(file.length);
        picture.write(START, 0, START.length);
        ByteBuffer chunks = ByteBuffer.wrap(file);
        int at = START.length;
        while (at + ROUND <= file.length) {
            int length = chunks.getInt(at);
            if (length < 0 || length > file.length - at - ROUND) {
                return Optional.empty();
            }
            String name = new String(file, at + 4, 4, StandardCharsets.US_ASCII);
            if (PICTURE.contains(name)) {
                picture.write(file, at, length + ROUND);
            }
            if (name.equals("IEND")) {
                return Optional.of(picture.toByteArray());
            }
            at += length + ROUND;
        }
        return Optional.empty();
    }
}
