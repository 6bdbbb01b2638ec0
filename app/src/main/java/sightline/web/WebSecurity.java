package sightline.web;

import jakarta.servlet.DispatcherType;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginEmbedderPolicyHeaderWriter.CrossOriginEmbedderPolicy;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import sightline.access.Accounts;
import sightline.access.DatabaseSessions;
import sightline.access.KeptSession;
import sightline.audit.JournalFilter;
import sightline.audit.Recording;
import sightline.directory.PostgresDirectory;
import sightline.upkeep.SiteDuties;
import sightline.web.view.PageFrame;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;

/**
 * Who gets to which page, and what the browser is told about every answer. Nothing is open but what
 * {@link PagePolicies} names, and nothing about a person leaves before it is in the journal.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sightline.data")
class WebSecurity implements WebMvcConfigurer {
    /** Everything from here, nothing inline, in nobody's frame. */
    static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; object-src 'none'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    /** As the server's own limit of a form. */
    private static final int FORM_BYTES_MAX = 2 * 1024 * 1024;

    private static final int SESSIONS_AT_ONCE = 2;
    private static final long YEAR_SECONDS = 31_536_000;

    private final Visitors visitors;

    WebSecurity(
            Accounts accounts,
            PostgresDirectory directory,
            SiteDuties site,
            @Value("${sightline.desk.name:the safeguarding desk}") String deskName,
            @Value("${sightline.desk.telephone:01632 960 104}") String deskTelephone,
            @Value("${sightline.demo:false}") boolean demo,
            @Value("${sightline.demo-sign-ins:}") String demoSignIns) {
        var surroundings =
                new Surroundings(
                        new PageFrame.Desk(deskName, deskTelephone),
                        demo,
                        Surroundings.examples(demoSignIns));
        this.visitors =
                new Visitors(accounts, directory, InstantSource.system(), surroundings, site);
        this.surroundings = surroundings;
    }

    private final Surroundings surroundings;

    @Bean
    Surroundings surroundings() {
        return surroundings;
    }

    /** What each filter did is measured by nobody, and costs more than what most of them do. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Visitors visitors() {
        return visitors;
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http, Accounts accounts, Recording recording, DatabaseSessions kept) {
        var refusals = new Refusals(visitors, recording);
        http.securityMatcher(request -> !Guard.address(request).startsWith("/api/"))
                .authenticationProvider(new SignIns(accounts, recording))
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .anyRequest()
                                .access(new Guard(visitors)))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(refused ->
                        refused.accessDeniedHandler(refusals).authenticationEntryPoint(refusals))
                .formLogin(form ->
                        form.loginPage("/sign-in")
                                .usernameParameter("name")
                                .passwordParameter("password")
                                .defaultSuccessUrl("/start", true)
                                .failureUrl("/sign-in?again"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .sessionManagement(sessions ->
                        sessions.maximumSessions(SESSIONS_AT_ONCE)
                                .sessionRegistry(
                                        new SpringSessionBackedSessionRegistry<>(
                                                new SessionsOfRequest(kept)))
                                .expiredUrl("/sign-in?ended"))
                .headers(WebSecurity::headers)
                .addFilterAfter(
                        new JournalFilter(request ->
                                PagePolicies.of(Guard.address(request))
                                        .filter(p -> p.personal())
                                        .isEmpty()),
                        AuthorizationFilter.class);
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .httpStrictTransportSecurity(
                        https -> https.includeSubDomains(true).maxAgeInSeconds(YEAR_SECONDS))
                .frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy(
                                "camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginEmbedderPolicy(
                        embedder -> embedder.policy(CrossOriginEmbedderPolicy.REQUIRE_CORP))
                .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** In place of the server's own words for what reaches no page. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverRefusals() {
        return factory -> {
            factory.addConnectorCustomizers(HeadersBeforePages::into);
            factory.addContextCustomizers(context -> {
                // Else each address in an answer is what the request says that the host is.
                context.setUseRelativeRedirects(true);
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass("");
                    host.getPipeline().addValve(new WholeBodies.Left());
                    host.getPipeline().addValve(new ServerRefusals());
                    host.getPipeline().addValve(new WholeBodies(FORM_BYTES_MAX));
                }
            });
        };
    }

    @Bean
    FilterRegistrationBean<HeadersOfEveryAnswer> headersOfEveryAnswer() {
        var registration = new FilterRegistrationBean<>(new HeadersOfEveryAnswer());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }

    @Bean
    FilterRegistrationBean<ReadableParameters> readableParameters() {
        var registration = new FilterRegistrationBean<>(new ReadableParameters());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** After what puts sessions there, and before anything that reads a body. */
    @Bean
    FilterRegistrationBean<Uploads> uploads() {
        var registration = new FilterRegistrationBean<>(new Uploads());
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
        return registration;
    }

    /** In place of Spring's own, under its name. */
    @Bean
    OncePartedForms multipartResolver() {
        return new OncePartedForms();
    }

    /** Around what puts sessions there: each is read once a request. */
    @Bean
    FilterRegistrationBean<SessionsOfRequest.Once> sessionsOnce() {
        var registration = new FilterRegistrationBean<>(new SessionsOfRequest.Once());
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }

    /** Puts the sessions of the database in the place of the server's own, before anything else. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<KeptSession>> sessionFilter(
            DatabaseSessions kept) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("SIGHTLINE");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Strict");
        var cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(cookie);
        var filter = new SessionRepositoryFilter<>(new SessionsOfRequest(kept));
        filter.setHttpSessionIdResolver(cookies);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitArgument(visitors));
    }
}
