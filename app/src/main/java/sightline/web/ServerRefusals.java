package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Writer;

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

    private static final int REFUSED = 400;

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
            response.getCoyoteResponse().setStatus(status);
        }
        boolean api = String.valueOf(request.getRequestURI()).startsWith("/api/");
        response.setContentType(api ? "application/problem+json" : "text/html");
        response.setCharacterEncoding("UTF-8");
        HeadersOfEveryAnswer.ALL.forEach(response::setHeader);
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(api ? problem(status) : PAGE);
                response.finishResponse();
            }
        } catch (IOException gone) {
            // Whoever sent it reads no answer any more; the server closes the connection.
            container.getLogger().debug("no reader", gone);
        }
    }

    private static String problem(int status) {
        return """
        {"title":"Not understood","status":%d,"detail":"It is no request that the interface takes.\
         Nothing was stored. Send it as /api/openapi.json says."}
        """
                .formatted(status);
    }
}
