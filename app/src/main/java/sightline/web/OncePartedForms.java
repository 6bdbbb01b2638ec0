package sightline.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Takes a form with a file apart for the page that it was sent to, and for no page that says what
 * was wrong with it: that page would fail as the first did.
 */
final class OncePartedForms extends StandardServletMultipartResolver {
    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
    }
}
