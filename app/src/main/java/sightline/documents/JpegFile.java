package sightline.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What stands before the picture in a JPEG, as far as it matters here. */
final class JpegFile {
    private static final int MARK = 0xFF;
    private static final int START = 0xD8;
    private static final int EXIF = 0xE1;
    private static final int SCAN = 0xDA;
    private static final int ORIENTATION = 0x0112;
    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** Each scan goes through the whole picture once; cameras write one, the web about ten. */
    private static final int SCANS_MAX = 64;

    private JpegFile() {}

    static boolean isOne(byte[] file) {
        return file.length > 3
                && at(file, 0) == MARK
                && at(file, 1) == START
                && at(file, 2) == MARK;
    }

    static boolean scansAreFew(byte[] file) {
        int scans = 0;
        for (int i = 2; i + 1 < file.length && scans <= SCANS_MAX; i++) {
            if (at(file, i) == MARK && at(file, i + 1) == SCAN) {
                scans++;
            }
        }
        return scans <= SCANS_MAX;
    }

    /** How it was held, from 1 to 8 as Exif counts; 1, upright, where nothing says. */
    static int orientation(byte[] file) {
        int at = 2;
        while (at + 4 <= file.length && at(file, at) == MARK && at(file, at + 1) != SCAN) {
            int end = at + 2 + big(file, at + 2);
            if (end <= at + 3 || end > file.length) {
                return 1;
            }
            int tiff = at + 4 + EXIF_NAME.length;
            if (at(file, at + 1) == EXIF
                    && tiff + 8 <= end
                    && Arrays.equals(file, at + 4, tiff, EXIF_NAME, 0, EXIF_NAME.length)) {
                return inTiff(Arrays.copyOfRange(file, tiff, end));
            }
            at = end;
        }
        return 1;
    }

    private static int orientation(byte[] tiff, boolean big) {
        long first =
                big
                        ? ((long) big(tiff, 4) << 16) | big(tiff, 6)
                        : ((long) little(tiff, 6) << 16) | little(tiff, 4);
        if (first > tiff.length - 2) {
            return 1;
        }
        int at = (int) first;
        int entries = big ? big(tiff, at) : little(tiff, at);
        at += 2;
        for (int entry = 0; entry < entries && at + 12 <= tiff.length; entry++, at += 12) {
            int tag = big ? big(tiff, at) : little(tiff, at);
            if (tag == ORIENTATION) {
                int value = big ? big(tiff, at + 8) : little(tiff, at + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static int inTiff(byte[] tiff) {
        return orientation(tiff, tiff[0] == 'M');
    }

    private static int at(byte[] file, int index) {
        return Byte.toUnsignedInt(file[index]);
    }

    private static int big(byte[] file, int index) {
        return (at(file, index) << 8) | at(file, index + 1);
    }

    private static int little(byte[] file, int index) {
        return (at(file, index + 1) << 8) | at(file, index);
    }
}
