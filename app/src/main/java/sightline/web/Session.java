package sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import sightline.access.Purpose;

import java.util.Optional;
import java.util.UUID;

/** What a signed-in session remembers: a name of its own for the journal, and the purpose. */
final class Session {
    private static final String NAME = "sightline.session";
    private static final String PURPOSE = "sightline.purpose";

    private final HttpSession session;

    private Session(HttpSession session) {
        this.session = session;
    }

    static Session of(HttpServletRequest request) {
        return new Session(request.getSession());
    }

    /** Its name in the journal; not the cookie's value, which would let a reader of it sign in. */
    String name() {
        synchronized (session) {
            if (session.getAttribute(NAME) instanceof String known) {
                return known;
            }
            String fresh = UUID.randomUUID().toString();
            session.setAttribute(NAME, fresh);
            return fresh;
        }
    }

    Optional<Purpose> purpose() {
        return session.getAttribute(PURPOSE) instanceof String code
                ? Purpose.of(code)
                : Optional.empty();
    }

    void choose(Purpose purpose) {
        session.setAttribute(PURPOSE, purpose.code());
    }

    int idleMinutes() {
        return session.getMaxInactiveInterval() / 60;
    }
}
