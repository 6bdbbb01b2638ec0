package sightline.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

import sightline.feeds.SenderGate;

import java.io.IOException;

/**
 * Who may call {@code /api}: senders by bearer key, linked installations by what they sign,
 * everybody for the published kinds, nobody else. No cookies and no sessions, so that there is
 * nothing for another site to ride on.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
public class ApiSecurity {
    @Bean
    @Order(1)
    SecurityFilterChain apiSecurityChain(HttpSecurity http, SenderGate gate) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(a -> a.principal("nobody"))
                .authorizeHttpRequests(routes ->
                        routes.requestMatchers(
                                        HttpMethod.GET,
                                        "/api/kinds",
                                        "/api/kinds/*",
                                        "/api/receipt-keys",
                                        "/api/callback-key",
                                        "/api/openapi.json")
                                .permitAll()
                                // Signed by the other installation: whoever answers looks at that.
                                .requestMatchers(
                                        HttpMethod.POST,
                                        "/api/locator",
                                        "/api/locator/acknowledged")
                                .permitAll()
                                .requestMatchers(
                                        HttpMethod.POST,
                                        "/api/messages",
                                        "/api/checks",
                                        "/api/checks/simulated/*")
                                .hasAuthority("SENDER")
                                .requestMatchers(
                                        HttpMethod.GET,
                                        "/api/messages/*",
                                        "/api/checks/*",
                                        "/api/refused",
                                        "/api/alerts")
                                .hasAuthority("SENDER")
                                .requestMatchers(
                                        HttpMethod.POST,
                                        "/api/alerts/*/confirmed",
                                        "/api/alerts/*/acknowledged",
                                        "/api/alerts/*/answered")
                                .hasAuthority("SENDER")
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(
                                        (_, response, _) -> refuse(response, gate))
                                .accessDeniedHandler(
                                        (request, response, _) -> refuse(request, response, gate)))
                .addFilterBefore(new SenderFilter(gate), AuthorizationFilter.class)
                .addFilterAfter(new PlainBodies(), AuthorizationFilter.class)
                .build();
    }

    /** Whoever has signed in and asks for what there is not is no stranger. */
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, SenderGate gate)
            throws IOException {
        if (request.getUserPrincipal() instanceof SenderFilter.SignedIn) {
            ApiProblem.noSuchRoute(HttpServletResponse.SC_NOT_FOUND).writeTo(response);
        } else {
            refuse(response, gate);
        }
    }

    private static void refuse(HttpServletResponse response, SenderGate gate) throws IOException {
        gate.countStranger();
        ApiProblem.notSignedIn().writeTo(response);
    }
}
