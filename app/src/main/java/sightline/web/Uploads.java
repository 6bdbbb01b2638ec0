package sightline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;

import sightline.api.ApiErrors;
import sightline.documents.Photograph;
import sightline.documents.TableFile;
import sightline.library.Documents;
import sightline.register.Imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets a form with a file through at the addresses that take files, from somebody signed in, and no
 * larger than a file may be there. It stands before anything that would read the body: nobody else
 * can make the server hold a file.
 */
final class Uploads extends OncePerRequestFilter {
    static final String ADDRESS = "/register/import";

    private static final Pattern CHRONOLOGY = Pattern.compile("/reviews/[A-Z0-9-]+/chronology");

    private static final Pattern REPORT = Pattern.compile("/reviews/[A-Z0-9-]+/publication/report");
    private static final Pattern PHOTOGRAPHS = Pattern.compile("/children/[^/]+/photographs");

    private static final long FORM_BYTES = 1024 * 1024;
    private static final long THROWN_AWAY_MAX = 1024L * 1024 * 1024;

    /** Whether a request is a form with a file. */
    static boolean isOne(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isOne(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        boolean signedIn =
                session != null
                        && session.getAttribute(
                                        HttpSessionSecurityContextRepository
                                                .SPRING_SECURITY_CONTEXT_KEY)
                                != null;
        long length = request.getContentLengthLong();
        long most = most(Guard.address(request));
        if (ApiErrors.isOfApi(Guard.address(request))) {
            refuse(request, response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (!signedIn || most == 0) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN);
        } else if (length < 0) {
            refuse(request, response, HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (length > most + FORM_BYTES) {
            leftUnread(request.getInputStream(), length);
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            Optional<HttpServletRequest> form = takenApart(request);
            if (form.isPresent()) {
                chain.doFilter(form.get(), response);
            } else {
                refuse(request, response, HttpServletResponse.SC_BAD_REQUEST);
            }
        }
    }

    /**
     * A form with its parts, or nothing where they are no parts, or have names or codings that
     * there are not. Left to whoever asks for a part first, that fails, and the log quotes the name
     * of the file: a child's, perhaps.
     */
    private static Optional<HttpServletRequest> takenApart(HttpServletRequest request) {
        try {
            return Optional.<HttpServletRequest>of(new StandardMultipartHttpServletRequest(request))
                    .filter(ReadableParameters::readable);
        } catch (MultipartException unreadable) {
            return Optional.empty();
        }
    }

    /** Answers with the page of an error, for which nobody reads the body. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws ServletException, IOException {
        HeadersOfEveryAnswer.complete(response);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/error").forward(new WithoutBody(request), response);
    }

    /** A request as if it had asked for a page. */
    private static final class WithoutBody extends HttpServletRequestWrapper {
        WithoutBody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }
    }

    /**
     * A browser reads no answer before it has sent its file: what is too large is let pass and
     * thrown away, so that its sender is told so. What is larger still is cut off.
     */
    private static void leftUnread(InputStream body, long length) throws IOException {
        if (length <= THROWN_AWAY_MAX) {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** The most bytes of a file at an address; none where no file is taken. */
    private static long most(String address) {
        if (CHRONOLOGY.matcher(address).matches()) {
            return TableFile.BYTES_MAX;
        }
        if (REPORT.matcher(address).matches()) {
            return Documents.UPLOAD_BYTES_MAX;
        }
        if (PHOTOGRAPHS.matcher(address).matches()) {
            return Photograph.BYTES_MAX;
        }
        return address.equals(ADDRESS) ? Imports.BYTES_MAX : 0;
    }
}
