package sightline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many bodies that never end: everybody else is answered meanwhile, and soon they hold nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SlowBodiesTest {
    /** More than the server answers at once. */
    private static final int MANY = 230;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String NO_BODY = "\r\nContent-Length: 0\r\n\r\n";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final Westmarsh world = Westmarsh.start();

    @AfterAll
    void leave() {
        world.close();
    }

    @Test
    void whoeverSendsManyFormsWithoutAnEndKeepsNobodyFromTheirWork() throws Exception {
        var visitor = new PlainVisitor(world);
        visitor.signIn("priya", "s47");
        try (Slow slow = new Slow("/sign-in", FORM, 60_000)) {
            long since = System.nanoTime();
            assertThat(visitor.get("/work").statusCode()).isEqualTo(200);
            assertThat(visitor.post("/start", "purpose=s47").statusCode()).isEqualTo(302);
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(AT_ONCE);

            List<String> answers = slow.answers();
            assertThat(answers).hasSize(MANY);
            assertThat(answers.stream().filter(a -> a.contains(" 503")))
                    .as("told at once to come again")
                    .hasSize(MANY - WholeBodies.SLOW_AT_ONCE);
            assertThat(answers.stream().filter(a -> a.contains(" 408")))
                    .as("waited for, and not for ever")
                    .hasSize(WholeBodies.SLOW_AT_ONCE);
        }
    }

    @Test
    void whatNobodyReadsOfWhoeverIsRefusedHoldsNobody() throws Exception {
        var visitor = new PlainVisitor(world);
        visitor.signIn("priya", "s47");
        try (Slow files =
                        new Slow("/register/import", "multipart/form-data; boundary=x", 3_000_000);
                Slow messages = new Slow("/api/messages", "application/json", 3_000_000)) {
            long since = System.nanoTime();
            assertThat(visitor.get("/work").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(AT_ONCE);
            assertThat(files.answers()).allMatch(a -> a.contains(" 403"));
            assertThat(messages.answers()).allMatch(a -> a.contains(" 401"));
        }
    }

    @Test
    void piecesOfALengthThatNobodyToldHoldNobody() throws Exception {
        var visitor = new PlainVisitor(world);
        visitor.signIn("priya", "s47");
        try (Slow forms = new Slow(MANY);
                Slow messages = new Slow(MANY)) {
            String pieces = "\r\nTransfer-Encoding: chunked\r\n\r\n1;a";
            for (Socket socket : forms.sockets) {
                write(socket, head("/sign-in", FORM, 0).replace(NO_BODY, pieces));
            }
            for (Socket socket : messages.sockets) {
                write(
                        socket,
                        head("/api/messages", "application/json", 0).replace(NO_BODY, pieces));
            }
            long since = System.nanoTime();
            assertThat(visitor.get("/work").statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(AT_ONCE);
            assertThat(forms.answers()).allMatch(a -> a.contains(" 411"));
            assertThat(messages.answers()).allMatch(a -> a.contains(" 401"));
        }
    }

    @Test
    void aBodyThatComesInPiecesAndTheNextRequestOfTheSameConnectionAreAnswered() throws Exception {
        try (Slow slow = new Slow(1)) {
            Socket socket = slow.sockets.getFirst();
            for (int i = 0; i < 2; i++) {
                write(socket, head("/sign-in", FORM, 11) + "name=");
                assertUnanswered(socket);
                write(socket, "nobody");
                assertThat(answer(socket)).contains(" 302");
            }
        }
    }

    @Test
    void whoeverAsksWhetherToSendItsBodyIsToldSo() throws Exception {
        try (Slow slow = new Slow(1)) {
            Socket socket = slow.sockets.getFirst();
            write(
                    socket,
                    head("/sign-in", FORM, 11)
                            .replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));
            assertThat(line(socket)).contains(" 100");
            line(socket);
            write(socket, "name=nobody");
            assertThat(answer(socket)).contains(" 302");
        }
    }

    /** For longer than a body may take that needs no place. */
    private static void assertUnanswered(Socket socket) throws IOException {
        socket.setSoTimeout(600);
        assertThatThrownBy(() -> socket.getInputStream().read())
                .isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout((int) PATIENCE.toMillis());
    }

    private static String head(String address, String type, int length) {
        return "POST "
                + address
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                + type
                + "\r\nContent-Length: "
                + length
                + "\r\n\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first line of an answer, of which the rest is read to the end. */
    private static String answer(Socket socket) throws IOException {
        String first = line(socket);
        int length = 0;
        boolean pieces = false;
        for (String each = line(socket); !each.isEmpty(); each = line(socket)) {
            String lower = each.toLowerCase(Locale.ROOT);
            length =
                    lower.startsWith("content-length:")
                            ? Integer.parseInt(each.substring(15).strip())
                            : length;
            pieces |= lower.equals("transfer-encoding: chunked");
        }
        socket.getInputStream().readNBytes(length);
        while (pieces) {
            int size = Integer.parseInt(line(socket), 16);
            socket.getInputStream().readNBytes(size + 2);
            pieces = size > 0;
        }
        return first;
    }

    private static String line(Socket socket) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = socket.getInputStream().read();
                next >= 0 && next != '\n';
                next = socket.getInputStream().read()) {
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    /** Requests of which a byte of the body is sent, and no more. */
    private final class Slow implements AutoCloseable {
        private final List<Socket> sockets = new ArrayList<>();

        Slow(int many) throws IOException {
            URI base = URI.create(world.address("/"));
            for (int i = 0; i < many; i++) {
                Socket socket = new Socket(base.getHost(), base.getPort());
                socket.setSoTimeout((int) PATIENCE.toMillis());
                sockets.add(socket);
            }
        }

        Slow(String address, String type, int length) throws IOException {
            this(MANY);
            for (Socket socket : sockets) {
                write(socket, head(address, type, length) + "a");
            }
        }

        /** The first line of each answer. */
        List<String> answers() throws IOException {
            List<String> lines = new ArrayList<>();
            for (Socket socket : sockets) {
                lines.add(line(socket));
            }
            return lines;
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
