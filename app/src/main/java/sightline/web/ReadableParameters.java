package sightline.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/**
 * Answers 400 to parameters that are no text, before anything asks for one. Left to the server, the
 * first who asks fails, and its log quotes what was typed: a name, perhaps.
 */
final class ReadableParameters extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // A form with a file is read later, once it is known who sends it: Uploads.
        if (Uploads.isOne(request) || readable(request)) {
            chain.doFilter(request, response);
        } else if (!response.isCommitted()) {
            // Of pieces that are none the server says so itself.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    static boolean readable(HttpServletRequest request) {
        try {
            return request.getParameterMap() != null;
        } catch (InvalidParameterException unreadable) {
            return false;
        }
    }
}
