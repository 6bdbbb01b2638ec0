package sightline.audit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * A response whose body stays here until it is released. Nothing but {@link #release} sends any of
 * it.
 */
final class KeptResponse extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(16 * 1024);
    private @Nullable PrintWriter writer;

    KeptResponse(HttpServletResponse response) {
        super(response);
    }

    boolean isEmpty() {
        flushBuffer();
        return body.size() == 0;
    }

    void release() throws IOException {
        flushBuffer();
        getResponse().setContentLength(body.size());
        body.writeTo(getResponse().getOutputStream());
        getResponse().flushBuffer();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new Keeping();
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            var charset = Charset.forName(getCharacterEncoding());
            writer = new PrintWriter(new OutputStreamWriter(body, charset));
        }
        return writer;
    }

    @Override
    public void flushBuffer() {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public void resetBuffer() {
        flushBuffer();
        body.reset();
    }

    @Override
    public void reset() {
        resetBuffer();
        super.reset();
    }

    @Override
    public void sendError(int status) throws IOException {
        resetBuffer();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        resetBuffer();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        resetBuffer();
        super.sendRedirect(location);
    }

    @Override
    public void setContentLength(int length) {
        // Known, and set, when the body is released.
    }

    @Override
    public void setContentLengthLong(long length) {
        // Known, and set, when the body is released.
    }

    private final class Keeping extends ServletOutputStream {
        @Override
        public void write(int octet) {
            body.write(octet);
        }

        @Override
        public void write(byte[] bytes, int start, int length) {
            body.write(bytes, start, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("a kept response is not written asynchronously");
        }
    }
}
