package sightline.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import sightline.database.DatabaseException;
import sightline.feeds.Admitted;
import sightline.feeds.SenderGate;

import java.io.IOException;
import java.util.Optional;

/** Signs a sender in by its bearer key, for this request only. */
final class SenderFilter extends OncePerRequestFilter {

    private final SenderGate gate;

    SenderFilter(SenderGate gate) {
        this.gate = gate;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                    .flatMap(gate::admit)
                    .ifPresent(SenderFilter::signIn);
        } catch (DataAccessException | DatabaseException unknown) {
            ApiProblem.notStored().writeTo(response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void signIn(Admitted sender) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(sender));
        SecurityContextHolder.setContext(context);
    }

    /** A sender that is let in. */
    static final class SignedIn extends AbstractAuthenticationToken {
        private static final long serialVersionUID = 1L;

        private final transient Admitted sender;

        SignedIn(Admitted sender) {
            super(AuthorityUtils.createAuthorityList("SENDER"));
            this.sender = sender;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Admitted getPrincipal() {
            return sender;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
