package sightline.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;

/**
 * Refuses a body that says that it is compressed (RFC 9110, 8.4 and 15.5.16): nothing here unpacks
 * one, since what a few bytes become has no limit.
 */
final class PlainBodies extends OncePerRequestFilter {
    private static final String AS_IT_IS = "identity";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
                        .flatMap(codings -> Arrays.stream(codings.split(",", -1)))
                        .map(String::strip)
                        .allMatch(coding -> coding.isEmpty() || coding.equalsIgnoreCase(AS_IT_IS));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.ACCEPT_ENCODING, AS_IT_IS);
        ApiProblem.coded().writeTo(response);
    }
}
