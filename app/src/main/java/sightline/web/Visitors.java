package sightline.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

import sightline.access.Account;
import sightline.access.Accounts;
import sightline.access.Purpose;
import sightline.access.ReaderContext;
import sightline.access.UserId;
import sightline.core.directory.Directory;
import sightline.core.directory.Post;
import sightline.core.directory.StaffId;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.London;
import sightline.core.screening.Recipient;
import sightline.directory.PostgresDirectory;
import sightline.upkeep.DirectoryKeeping;
import sightline.upkeep.OpenSiteDuty;
import sightline.upkeep.SiteDuties;
import sightline.web.view.PageFrame;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Works out who is visiting: the account as it stands now, its posts of today, its purpose. */
final class Visitors {
    private static final String VISIT = Visitors.class.getName();
    private static final Duration SITE_ASKED = Duration.ofSeconds(5);

    private final Accounts accounts;
    private final PostgresDirectory directory;
    private final InstantSource clock;
    private final Surroundings surroundings;
    private final SiteDuties site;
    private final AtomicReference<Site> lastSite =
            new AtomicReference<>(new Site(Instant.EPOCH, List.of()));

    /** What was owed about the sources and the installation, and when that was asked. */
    private record Site(Instant at, List<OpenSiteDuty> owed) {}

    Visitors(
            Accounts accounts,
            PostgresDirectory directory,
            InstantSource clock,
            Surroundings surroundings,
            SiteDuties site) {
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
        this.surroundings = surroundings;
        this.site = site;
    }

    /** Asked of the database a few times a minute, whoever asks. */
    private List<OpenSiteDuty> site() {
        Instant now = clock.instant();
        Site last = lastSite.get();
        if (Duration.between(last.at(), now).compareTo(SITE_ASKED) >= 0) {
            last = new Site(now, site.open());
            lastSite.set(last);
        }
        return last.owed();
    }

    /** Who is signed in on this request; empty for nobody, and for an account no longer live. */
    Optional<Visit> signedIn(HttpServletRequest request) {
        if (request.getAttribute(VISIT) instanceof Visit known) {
            return Optional.of(known);
        }
        Optional<Visit> visit =
                user(SecurityContextHolder.getContext().getAuthentication())
                        .flatMap(user ->
                                accounts.live(
                                        user,
                                        (sql, account) -> new Known(account, directory.now(sql))))
                        .map(known -> visit(request, known.account(), known.directory()));
        visit.ifPresent(v -> request.setAttribute(VISIT, v));
        return visit;
    }

    /** The frame for somebody who is not signed in. */
    PageFrame signedOut(HttpServletRequest request, String title) {
        return PageFrame.signedOut(
                title, csrf(request), surroundings.desk(), surroundings.madeUp());
    }

    private static Optional<UserId> user(@org.jspecify.annotations.Nullable Authentication who) {
        return who != null && who.getPrincipal() instanceof UserId id
                ? Optional.of(id)
                : Optional.empty();
    }

    /** An account with the directory of the same moment. */
    private record Known(Account account, Directory directory) {}

    private Visit visit(HttpServletRequest request, Account account, Directory who) {
        var session = Session.of(request);
        LocalDate day = London.day(clock.instant());
        Optional<Purpose> purpose = session.purpose().filter(account.purposes()::contains);
        Optional<ReaderContext> reader =
                purpose.map(p ->
                        new ReaderContext(
                                session.name(),
                                account.id(),
                                account.agency(),
                                agencies(who, account.agency(), day),
                                account.roles(),
                                account.teams(),
                                addresses(who, account, day),
                                p));
        return new Visit(
                account,
                reader,
                who,
                clock.instant(),
                new Framing(
                        account,
                        purpose,
                        who,
                        csrf(request),
                        session.idleMinutes(),
                        surroundings,
                        site(),
                        clock.instant(),
                        reader.filter(r -> DirectoryKeeping.keeps(r, who)).isPresent()));
    }

    /** The agency and the closed ones whose work it has on a day. */
    private static Set<String> agencies(Directory who, AgencyId agency, LocalDate day) {
        return who.havingWorkOf(agency, day).stream()
                .map(AgencyId::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The addresses of the posts that somebody holds or covers on a day, and of the posts with the
     * same role at closed agencies whose work theirs has.
     */
    static Set<String> addresses(Directory who, Account account, LocalDate day) {
        Set<String> addresses = new HashSet<>();
        for (Post post : who.postsOf(new StaffId(account.id().value()), day)) {
            addresses.add(post.id().value());
            for (AgencyId agency : who.havingWorkOf(post.agency(), day)) {
                addresses.add(new Recipient(agency, post.role()).text());
                who.posts(agency).stream()
                        .filter(p -> !agency.equals(post.agency()))
                        .filter(p -> p.role().equals(post.role()))
                        .forEach(p -> addresses.add(p.id().value()));
            }
        }
        return addresses;
    }

    private static PageFrame.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new PageFrame.Csrf(token.getParameterName(), token.getToken())
                : new PageFrame.Csrf("_csrf", "");
    }
}
