package sightline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import sightline.access.Purpose;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a signed-in session remembers: a name of its own for the journal, and the purpose. */
final class Session {
    private static final String NAME = "sightline.session";
    private static final String SEARCH = "sightline.searches";
    private static final int SEARCHES = 20;
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

    /** Keeps what was searched for under a name that says nothing; the oldest go first. */
    String keepSearch(String typed) {
        synchronized (session) {
            LinkedHashMap<String, String> searches = new LinkedHashMap<>(searches());
            String id = UUID.randomUUID().toString();
            searches.put(id, typed);
            while (searches.size() > SEARCHES) {
                searches.remove(searches.keySet().iterator().next());
            }
            session.setAttribute(SEARCH, new KeptSearches(searches));
            return id;
        }
    }

    /** What was searched for under that name in this session. */
    Optional<String> search(String id) {
        return Optional.ofNullable(searches().get(id));
    }

    private Map<String, String> searches() {
        return session.getAttribute(SEARCH) instanceof KeptSearches(var kept) ? kept : Map.of();
    }

    /** What was typed, by the name of each search; printing it shows nothing. */
    private record KeptSearches(LinkedHashMap<String, String> typed) implements Serializable {
        @Override
        public String toString() {
            return "KeptSearches[redacted]";
        }
    }

    int idleMinutes() {
        return session.getMaxInactiveInterval() / 60;
    }
}
