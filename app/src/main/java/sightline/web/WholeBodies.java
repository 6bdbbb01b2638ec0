package sightline.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes a body in whole before anything asks for it, as far as it is no larger than a form may be.
 * One that has not arrived yet waits in one of a few places, and not for ever: whoever sends many a
 * byte at a time, signed in or not, holds those, and never all who answer. What nobody read is not
 * waited for either: whoever is refused has their answer, and the connection ends.
 *
 * <p>The server's own limit is the silence between two bytes, which such a sender keeps.
 */
final class WholeBodies extends ValveBase {
    /** How many that arrive slowly are waited for at once: a quarter of those who answer. */
    static final int SLOW_AT_ONCE = 50;

    /** How long the first byte may take; each further one as at this many a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int BYTES_A_SECOND = 4096;

    /** Most come in pieces, one at once after the other: those need no place. */
    private static final Duration AT_ONCE = Duration.ofMillis(250);

    private static final Duration LEAVE = Duration.ofSeconds(1);
    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final String SECONDS_UNTIL_AGAIN = "5";

    /** All of them together, in bytes. */
    private static final int HELD_AT_ONCE = 128 * 1024 * 1024;

    /** Where pieces of a length that nobody told are read, once it is known who sends them. */
    private static final String IN_PIECES = "/api/messages";

    private final Semaphore places = new Semaphore(SLOW_AT_ONCE);
    private final Semaphore held = new Semaphore(HELD_AT_ONCE);
    private final int most;

    /**
     * @param most how many bytes a form may have; larger bodies are read as they come, by whoever
     *     knows already who sends them
     */
    WholeBodies(int most) {
        super(true);
        this.most = most;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request sent = request.getCoyoteRequest();
        long length = length(sent);
        if (inPieces(sent) && !IN_PIECES.equals(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (length <= 0 || length > most) {
            getNext().invoke(request, response);
        } else if (held.tryAcquire((int) length)) {
            try {
                takeIn(request, response, (int) length);
            } finally {
                held.release((int) length);
            }
        } else {
            again(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void takeIn(Request request, Response response, int length)
            throws IOException, ServletException {
        org.apache.coyote.Request sent = request.getCoyoteRequest();
        if (sent.hasExpectation()) {
            response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
        }
        Incoming body = new Incoming(sent, length);
        OptionalInt refusal = body.arrivesWithin(AT_ONCE) ? OptionalInt.empty() : await(body);
        if (refusal.isPresent()) {
            again(response, refusal.getAsInt());
            return;
        }
        InputBuffer server = sent.getInputBuffer();
        sent.setInputBuffer(body.whole());
        try {
            getNext().invoke(request, response);
        } finally {
            sent.setInputBuffer(server);
        }
    }

    private static void again(Response response, int status) throws IOException {
        response.setHeader("Retry-After", SECONDS_UNTIL_AGAIN);
        response.sendError(status);
    }

    private OptionalInt await(Incoming body) throws IOException {
        if (!places.tryAcquire()) {
            return OptionalInt.of(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        try {
            while (!body.isTooSlow()) {
                if (body.arrivesWithin(GLANCE)) {
                    return OptionalInt.empty();
                }
            }
            return OptionalInt.of(HttpServletResponse.SC_REQUEST_TIMEOUT);
        } finally {
            places.release();
        }
    }

    /** Ends the connection of whoever has their answer while nobody read all that they send. */
    static final class Left extends ValveBase {
        Left() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            getNext().invoke(request, response);
            org.apache.coyote.Request sent = request.getCoyoteRequest();
            boolean body = length(sent) > 0 || inPieces(sent);
            if (body && !request.isAsync() && !readWhole(sent)) {
                response.finishResponse();
                if (inPieces(sent) || !comes(sent)) {
                    sent.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                }
            }
        }

        /**
         * Throws away what has come and comes in a moment, so that who is refused reads the answer;
         * whether that was all. Of pieces none is read: how long one is may be told as slowly.
         */
        private static boolean comes(org.apache.coyote.Request sent) throws IOException {
            long until = System.nanoTime() + LEAVE.toNanos();
            while (!readWhole(sent) && System.nanoTime() < until) {
                if (available(sent)) {
                    sent.doRead(new Piece());
                } else {
                    LockSupport.parkNanos(GLANCE.toNanos());
                }
            }
            return readWhole(sent);
        }
    }

    /** What it says that the body's length is; nothing where that is no length. */
    private static long length(org.apache.coyote.Request sent) {
        try {
            return sent.getContentLengthLong();
        } catch (IllegalArgumentException none) {
            // The server refuses it, and ends the connection.
            return 0;
        }
    }

    private static boolean inPieces(org.apache.coyote.Request sent) {
        return sent.getHeader("Transfer-Encoding") != null;
    }

    private static boolean readWhole(org.apache.coyote.Request sent) {
        AtomicBoolean whole = new AtomicBoolean();
        sent.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
        return whole.get();
    }

    /** Whether there is anything to read without waiting for it. */
    private static boolean available(org.apache.coyote.Request sent) {
        sent.action(ActionCode.AVAILABLE, true);
        return sent.getAvailable() > 0;
    }

    /** A body of a known length, as far as it has come. */
    private static final class Incoming {
        private static final int FIRST = 8192;

        private final org.apache.coyote.Request sent;
        private final int length;
        private final long since = System.nanoTime();
        private byte[] come;
        private int count;

        Incoming(org.apache.coyote.Request sent, int length) {
            this.sent = sent;
            this.length = length;
            this.come = new byte[Math.min(length, FIRST)];
        }

        /** Takes what comes within a time; whether that is all. */
        boolean arrivesWithin(Duration time) throws IOException {
            long until = System.nanoTime() + time.toNanos();
            takeWhatCame();
            while (count < length && System.nanoTime() < until) {
                LockSupport.parkNanos(GLANCE.toNanos());
                takeWhatCame();
            }
            return count == length;
        }

        private void takeWhatCame() throws IOException {
            Piece piece = new Piece();
            while (count < length && available(sent) && sent.doRead(piece) > 0) {
                take(piece.read);
            }
        }

        private void take(ByteBuffer piece) {
            int more = Math.min(piece.remaining(), length - count);
            if (count + more > come.length) {
                come =
                        Arrays.copyOf(
                                come, Math.min(length, Math.max(count + more, come.length * 2)));
            }
            piece.get(come, count, more);
            count += more;
        }

        boolean isTooSlow() {
            Duration allowed =
                    PATIENCE.plusMillis(count * Duration.ofSeconds(1).toMillis() / BYTES_A_SECOND);
            return System.nanoTime() - since > allowed.toNanos();
        }

        InputBuffer whole() {
            return new Whole(ByteBuffer.wrap(come, 0, count).slice());
        }
    }

    /** A body that is there, as the server's own would be read. */
    private record Whole(ByteBuffer bytes) implements InputBuffer {
        @Override
        public int doRead(ApplicationBufferHandler handler) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int length = bytes.remaining();
            handler.setByteBuffer(bytes.slice());
            bytes.position(bytes.limit());
            return length;
        }

        @Override
        public int available() {
            return bytes.remaining();
        }
    }

    /** Where the server puts what it read. */
    private static final class Piece implements ApplicationBufferHandler {
        private ByteBuffer read = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            read = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return read;
        }

        @Override
        public void expand(int size) {
            // It is never asked to hold more than it is given.
        }
    }
}
