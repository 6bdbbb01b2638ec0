package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server refuses by itself, since it is no request that could come to a page or to the
 * interface: in words that say what to do, with the headers of every answer, and without saying
 * what was sent or by what it is refused.
 */
final class ServerRefusals extends ErrorReportValve {
    private static final String PAGE =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>We could not use what was\
             sent - Sightline</title></head><body><main><h1>We could not use what was sent</h1><p>It is no\
             request that a page takes. Nothing was saved.</p><p>Go back and use the buttons of the page,\
             or <a href="/">start again</a>. If a child may be in danger now, ring 999.</p></main></body></html>
            """;

    private static final String AGAIN =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>What was sent did not arrive -\
             Sightline</title></head><body><main><h1>What was sent did not arrive</h1><p>It came too slowly,\
             or too many were sending at once. Nothing was saved.</p><p>Go back and send it again in a few\
             seconds. If a child may be in danger now, ring 999.</p></main></body></html>
            """;

    private static final int REFUSED = 400;
    private static final Pattern CUT = Pattern.compile("[A-Z]+ (/[^ \\r\\n]+)");

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < REFUSED || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (status == HttpServletResponse.SC_NOT_IMPLEMENTED
                || status == HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED) {
            // What cannot be decoded is the sender's fault, and nothing here is broken.
            status = REFUSED;
        }
        Optional<String> cut = cutAddress(request);
        if (cut.isPresent()) {
            status = HttpServletResponse.SC_REQUEST_URI_TOO_LONG;
        }
        response.getCoyoteResponse().setStatus(status);
        boolean api = cut.orElse(String.valueOf(request.getRequestURI())).startsWith("/api/");
        response.setContentType(api ? "application/problem+json" : "text/html");
        response.setCharacterEncoding("UTF-8");
        HeadersOfEveryAnswer.ALL.forEach(response::setHeader);
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(api ? problem(status) : page(status));
                response.finishResponse();
            }
        } catch (IOException gone) {
            // Whoever sent it reads no answer any more; the server closes the connection.
            container.getLogger().debug("no reader", gone);
        }
    }

    /** How an address begins that has not ended where the server stopped reading. */
    private static Optional<String> cutAddress(Request request) {
        if (request.getRequestURI() != null
                || !(request.getCoyoteRequest().getInputBuffer()
                        instanceof ApplicationBufferHandler read)) {
            return Optional.empty();
        }
        ByteBuffer line = read.getByteBuffer().duplicate().rewind();
        Matcher cut = CUT.matcher(StandardCharsets.ISO_8859_1.decode(line));
        return cut.matches() ? Optional.of(cut.group(1)) : Optional.empty();
    }

    private static String page(int status) {
        return didNotArrive(status) ? AGAIN : PAGE;
    }

    private static boolean didNotArrive(int status) {
        return status == HttpServletResponse.SC_REQUEST_TIMEOUT
                || status == HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    private static String problem(int status) {
        if (didNotArrive(status)) {
            return """
            {"title":"Did not arrive","status":%d,"detail":"It came too slowly, or too many were sending\
             at once. Nothing was stored. Send it again in a few seconds."}
            """
                    .formatted(status);
        }
        String what =
                status == HttpServletResponse.SC_REQUEST_URI_TOO_LONG
                        ? "The address is longer than any of the interface."
                        : "It is no request that the interface takes.";
        return """
        {"title":"Not understood","status":%d,"detail":"%s\
         Nothing was stored. Send it as /api/openapi.json says."}
        """
                .formatted(status, what);
    }
}
