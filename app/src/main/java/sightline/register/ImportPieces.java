package sightline.register;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** The bytes of a file that is kept in pieces, a piece at a time. */
final class ImportPieces extends InputStream {
    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = new byte[0];
    private int number;
    private int at;
    private boolean ended;

    /**
     * A file.
     *
     * @param pieces gives the piece of a number, from 0, opened; none after the last
     */
    ImportPieces(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return more() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int start, int length) {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int copied = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, start, copied);
        at += copied;
        return copied;
    }

    private boolean more() {
        while (at >= piece.length && !ended) {
            Optional<byte[]> next = pieces.apply(number);
            ended = next.isEmpty();
            piece = next.orElseGet(() -> new byte[0]);
            number++;
            at = 0;
        }
        return at < piece.length;
    }
}
