package sightline.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets no response leave whose reading is not in the journal. The body is kept back until the
 * handler has returned, and with it the transaction that wrote the entry has committed; a body
 * without an entry is thrown away and 500 is answered. Refusals and errors (400 and above) show
 * nobody's record.
 */
public final class JournalFilter extends OncePerRequestFilter {
    /** Says that a body was kept back because nothing recorded it. */
    static final String NOT_RECORDED = "Sightline-Not-Recorded";

    private final Predicate<HttpServletRequest> open;

    /**
     * @param open the requests that show no person: style sheets, the sign-in page, health
     */
    public JournalFilter(Predicate<HttpServletRequest> open) {
        this.open = open;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open.test(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var ticket = new JournalTicket();
        var kept = new KeptResponse(response);
        var failure =
                ScopedValue.where(JournalTicket.CURRENT, ticket)
                        .call(() -> handle(request, kept, chain));
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (ticket.entries() == 0 && response.getStatus() < 400 && !kept.isEmpty()) {
            response.setHeader(NOT_RECORDED, "true");
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } else if (!response.isCommitted()) {
            kept.release();
        }
    }

    private static Optional<ServletException> handle(
            HttpServletRequest request, KeptResponse kept, FilterChain chain) throws IOException {
        try {
            chain.doFilter(request, kept);
            return Optional.empty();
        } catch (ServletException e) {
            return Optional.of(e);
        }
    }
}
