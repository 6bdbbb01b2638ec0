package sightline.web.view;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Serves the example pages and the static files under the content policy of the real server. */
final class ExampleServer implements AutoCloseable {

    /** Nothing inline, nothing from elsewhere, no frame round us. */
    static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self';"
                    + " img-src 'self'; connect-src 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    private static final Map<String, String> TYPES =
            Map.of(
                    "css", "text/css",
                    "js", "text/javascript",
                    "svg", "image/svg+xml",
                    "woff2", "font/woff2");

    private final HttpServer server;

    private ExampleServer(HttpServer server) {
        this.server = server;
    }

    static ExampleServer start() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", ExampleServer::answer);
            server.start();
            return new ExampleServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address(String page) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + page;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var page = ExamplePages.all().get(path.substring(1));
            byte[] body = page == null ? file(path) : html(page);
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.getResponseHeaders()
                    .set("Content-Type", page == null ? type(path) : "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            if (body != null) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static byte[] html(Page page) {
        return Rendering.html(page).getBytes(StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] file(String path) throws IOException {
        try (var found = ExampleServer.class.getResourceAsStream("/static" + path)) {
            return found == null ? null : found.readAllBytes();
        }
    }

    private static String type(String path) {
        return TYPES.getOrDefault(
                path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
