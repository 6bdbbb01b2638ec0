package sightline.alerts;

import com.sun.net.httpserver.HttpServer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Receivers on this machine: a mail server and a web server that keep what they are given. */
final class Sinks {
    private Sinks() {}

    /** How a receiver behaves. */
    enum Manner {
        TAKES,
        REFUSES,
        /** Takes the connection and says nothing. */
        SILENT
    }

    /** A mail server that speaks as much SMTP as a message needs. */
    static final class Mail implements AutoCloseable {
        private final ServerSocket listening;
        private final List<String> messages = new CopyOnWriteArrayList<>();
        private volatile Manner manner;

        Mail(Manner manner) {
            this.manner = manner;
            try {
                listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return listening.getLocalPort();
        }

        void now(Manner other) {
            manner = other;
        }

        List<String> messages() {
            return messages;
        }

        private void accept() {
            while (!listening.isClosed()) {
                try {
                    Socket caller = listening.accept();
                    Thread.ofVirtual().start(() -> speak(caller));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void speak(Socket caller) {
            try (caller;
                    var in =
                            new BufferedReader(
                                    new InputStreamReader(
                                            caller.getInputStream(), StandardCharsets.UTF_8))) {
                if (manner == Manner.SILENT) {
                    in.readLine();
                    return;
                }
                say(caller, "220 sink");
                String line = in.readLine();
                while (line != null && !line.startsWith("QUIT")) {
                    answer(caller, in, line);
                    line = in.readLine();
                }
                say(caller, "221 bye");
            } catch (IOException gone) {
                messages.remove("");
            }
        }

        private void answer(Socket caller, BufferedReader in, String line) throws IOException {
            if (line.startsWith("RCPT") && manner == Manner.REFUSES) {
                say(caller, "550 no such mailbox");
            } else if (line.startsWith("DATA")) {
                say(caller, "354 go on");
                StringBuilder message = new StringBuilder();
                String part = in.readLine();
                while (part != null && !part.equals(".")) {
                    message.append(part).append('\n');
                    part = in.readLine();
                }
                messages.add(message.toString());
                say(caller, "250 taken");
            } else {
                say(caller, "250 sink");
            }
        }

        private static void say(Socket to, String words) throws IOException {
            to.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
            to.getOutputStream().flush();
        }

        @Override
        public void close() {
            try {
                listening.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** A web server that does each thing once a key. */
    static final class Web implements AutoCloseable {
        private final HttpServer server;
        private final Map<String, String> bodies = new ConcurrentHashMap<>();
        private final List<String> calls = new CopyOnWriteArrayList<>();
        private final Map<String, String> headers = new ConcurrentHashMap<>();
        private volatile int status = 204;

        Web() {
            try {
                server = HttpServer.create(new InetSocketAddress("localhost", 0), 50);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext(
                    "/",
                    exchange -> {
                        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
                        String body =
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8);
                        exchange.getRequestHeaders()
                                .forEach((name, values) -> headers.put(name, values.getFirst()));
                        calls.add(key);
                        if (status < 300) {
                            bodies.put(key, body);
                        }
                        exchange.sendResponseHeaders(status, -1);
                        exchange.close();
                    });
            server.start();
        }

        String address() {
            return "http://localhost:" + server.getAddress().getPort() + "/in";
        }

        void answers(int other) {
            status = other;
        }

        /** What it was given, once a key. */
        Map<String, String> bodies() {
            return bodies;
        }

        /** The keys of every call, in order. */
        List<String> calls() {
            return calls;
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
