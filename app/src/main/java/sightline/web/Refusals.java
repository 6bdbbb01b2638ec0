package sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Recording;

import java.io.IOException;

/**
 * What happens to a request that is not let through: to sign in, to choose a purpose, or to the
 * page that says no. A refusal of somebody signed in is in the journal.
 */
final class Refusals implements AccessDeniedHandler, AuthenticationEntryPoint {
    private final Visitors visitors;
    private final Recording recording;

    Refusals(Visitors visitors, Recording recording) {
        this.visitors = visitors;
        this.recording = recording;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        if (isNowhereInLibrary(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.sendRedirect("/sign-in");
        }
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException exception)
            throws IOException {
        var visit = visitors.signedIn(request);
        boolean get = request.getMethod().equals("GET");
        if (isNowhereInLibrary(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (visit.isEmpty()) {
            request.getSession().invalidate();
            response.sendRedirect("/sign-in?ended");
        } else if (visit.get().context().isEmpty() && get) {
            response.sendRedirect("/start");
        } else {
            String policy = PagePolicies.of(Guard.address(request)).map(p -> p.id()).orElse("none");
            visit.get()
                    .context()
                    .ifPresent(reader -> recording.write(reader, Entry.of(Event.DENY, policy)));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** What the library has not got nobody gets by signing in. */
    private static boolean isNowhereInLibrary(HttpServletRequest request) {
        String address = Guard.address(request);
        return address.startsWith(LibraryParts.HOME + "/") && PagePolicies.of(address).isEmpty();
    }
}
