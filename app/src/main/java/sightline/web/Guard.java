package sightline.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import sightline.web.PagePolicies.Needs;

import java.util.function.Supplier;

/** Lets a request through whose address has a policy that the visitor meets; no other. */
final class Guard implements AuthorizationManager<RequestAuthorizationContext> {
    private final Visitors visitors;

    Guard(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        return new AuthorizationDecision(
                PagePolicies.of(address(request))
                        .map(policy -> meets(request, policy.needs()))
                        .orElse(false));
    }

    private boolean meets(HttpServletRequest request, Needs needs) {
        return switch (needs) {
            case NOTHING -> true;
            case SIGN_IN -> visitors.signedIn(request).isPresent();
            case PURPOSE ->
                    visitors.signedIn(request).filter(v -> v.context().isPresent()).isPresent();
        };
    }

    static String address(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
