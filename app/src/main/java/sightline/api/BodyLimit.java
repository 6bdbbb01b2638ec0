package sightline.api;

import jakarta.servlet.http.HttpServletRequest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Reads bodies up to a size, and not one byte further than it must to know. */
final class BodyLimit {
    private static final int CHUNK = 64 * 1024;

    private BodyLimit() {}

    /** The body, or nothing when it is larger than the limit. */
    static Optional<byte[]> read(HttpServletRequest request, int most) throws IOException {
        var declared = request.getContentLengthLong();
        if (declared > most) {
            return Optional.empty();
        }
        var in = request.getInputStream();
        if (declared >= 0) {
            return Optional.of(in.readNBytes((int) declared));
        }
        var out = new ByteArrayOutputStream(CHUNK);
        var chunk = new byte[CHUNK];
        for (var count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            out.write(chunk, 0, count);
            if (out.size() > most) {
                return Optional.empty();
            }
        }
        return Optional.of(out.toByteArray());
    }
}
