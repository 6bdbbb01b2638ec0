package sightline.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as it goes over the wire: what no client would let anybody send may stand in it.
 *
 * @param what it does, for whoever reads that it failed
 * @param target of the request line, as it is written
 * @param headers whole lines, besides those that every request has
 */
record HostileRequest(
        String what, String method, String target, List<String> headers, String body) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    HostileRequest {
        headers = List.copyOf(headers);
    }

    /** What came back. */
    record Answer(int status, List<String> headers, String body, long millis) {
        Answer {
            headers = List.copyOf(headers);
        }

        Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(h -> h.substring(start.length()).strip())
                    .findFirst();
        }
    }

    HostileRequest with(String called, String... more) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return new HostileRequest(what + ", " + called, method, target, all, body);
    }

    /** Sends it, byte for byte in Latin 1, on a connection of its own. */
    Answer send(int port) throws IOException {
        long begun = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(wire().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] all = read(socket.getInputStream());
            long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            return answer(new String(all, StandardCharsets.UTF_8), millis);
        }
    }

    /** A server that refuses what is still being sent may cut the connection behind its answer. */
    private static byte[] read(InputStream in) {
        var all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (IOException cut) {
            if (all.size() == 0) {
                throw new java.io.UncheckedIOException(cut);
            }
        }
        return all.toByteArray();
    }

    private String wire() {
        StringBuilder wire = new StringBuilder();
        wire.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        if (headers.stream().noneMatch(h -> h.startsWith("Host:"))) {
            wire.append("Host: localhost\r\n");
        }
        wire.append("Connection: close\r\n");
        headers.forEach(h -> wire.append(h).append("\r\n"));
        if (!body.isEmpty() && headers.stream().noneMatch(HostileRequest::measures)) {
            wire.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return wire.append("\r\n").append(body).toString();
    }

    private static boolean measures(String header) {
        return header.startsWith("Content-Length:") || header.startsWith("Transfer-Encoding:");
    }

    private static Answer answer(String text, long millis) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, List.of(), text, millis);
        }
        List<String> head = List.of(text.substring(0, end).split("\r\n", -1));
        return new Answer(
                Integer.parseInt(head.getFirst().split(" ", -1)[1]),
                head.subList(1, head.size()),
                text.substring(end + 4),
                millis);
    }

    @Override
    public String toString() {
        String line = method + " " + target;
        return what + ": " + (line.length() > 200 ? line.substring(0, 200) + "..." : line);
    }
}
