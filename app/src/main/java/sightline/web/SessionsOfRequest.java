package sightline.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;

import sightline.access.DatabaseSessions;
import sightline.access.KeptSession;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions of the database, each read once a request: whoever asks again while the same request
 * is served gets the session that it works with. Nothing is kept from one request to the next.
 */
final class SessionsOfRequest implements FindByIndexNameSessionRepository<KeptSession> {
    private static final ScopedValue<Map<String, Optional<KeptSession>>> READ =
            ScopedValue.newInstance();

    private final DatabaseSessions kept;

    SessionsOfRequest(DatabaseSessions kept) {
        this.kept = kept;
    }

    /** Serves what comes after it as one request. */
    static final class Once implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            var failure =
                    ScopedValue.where(READ, new HashMap<>())
                            .call(() -> handle(request, response, chain));
            if (failure.isPresent()) {
                throw failure.get();
            }
        }

        private static Optional<ServletException> handle(
                ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException {
            try {
                chain.doFilter(request, response);
                return Optional.empty();
            } catch (ServletException e) {
                return Optional.of(e);
            }
        }
    }

    @Override
    public KeptSession createSession() {
        return kept.createSession();
    }

    @Override
    public void save(KeptSession session) {
        kept.save(session);
        forget();
        if (READ.isBound()) {
            READ.get().put(session.getId(), Optional.of(session));
        }
    }

    @Override
    public @Nullable KeptSession findById(String id) {
        if (!READ.isBound()) {
            return kept.findById(id);
        }
        var read = READ.get();
        var known = read.get(id);
        if (known == null) {
            known = Optional.ofNullable(kept.findById(id));
            read.put(id, known);
        }
        return known.orElse(null);
    }

    @Override
    public void deleteById(String id) {
        kept.deleteById(id);
        forget();
    }

    @Override
    public Map<String, KeptSession> findByIndexNameAndIndexValue(String index, String value) {
        return kept.findByIndexNameAndIndexValue(index, value);
    }

    /** What is written may have another id or be no more. */
    private static void forget() {
        if (READ.isBound()) {
            READ.get().clear();
        }
    }
}
