package sightline.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Map;

/**
 * Puts on every answer, also to what is refused before anybody asks who sends it, what tells a
 * browser to keep, guess and frame nothing, unless whoever answers says something else.
 */
final class HeadersOfEveryAnswer extends OncePerRequestFilter {
    /** What each answer says, unless its page says something else. */
    static final Map<String, String> ALL =
            Map.of(
                    "Cache-Control", "no-cache, no-store, max-age=0, must-revalidate",
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "same-origin",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Content-Security-Policy", WebSecurity.CONTENT_POLICY);

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // What anybody may keep for a while says so itself: two who speak of caching contradict.
        boolean kept = Guard.address(request).matches("/(library|assets|licences)(/.*)?");
        if (!kept || request.getDispatcherType() == DispatcherType.ERROR) {
            complete(response);
        }
        chain.doFilter(request, response);
        if (!response.isCommitted()) {
            complete(response);
        }
    }

    /** Puts those on an answer that it does not have already. */
    static void complete(HttpServletResponse response) {
        ALL.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
    }
}
