package sightline.web;

import static sightline.web.PagePolicies.Needs.NOTHING;
import static sightline.web.PagePolicies.Needs.PURPOSE;
import static sightline.web.PagePolicies.Needs.SIGN_IN;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.List;
import java.util.Optional;

/**
 * Which policy guards which address. What is not here answers nobody. A policy opens a page only;
 * what the page may show of whom is decided by {@code access}, for each record.
 */
final class PagePolicies {
    /** What a visitor must have before an address answers. */
    enum Needs {
        /** Anybody: nothing there concerns a person. */
        NOTHING,
        /** An account that is live at this moment. */
        SIGN_IN,
        /** A live account and a purpose, which one of its roles has. */
        PURPOSE
    }

    /**
     * A named policy.
     *
     * @param id as the journal and the documentation call it
     * @param personal whether its pages may show something about a person, so that no response
     *     leaves without its entry in the journal
     */
    record PagePolicy(String id, Needs needs, boolean personal, List<PathPattern> addresses) {
        PagePolicy {
            addresses = List.copyOf(addresses);
        }

        boolean guards(PathContainer path) {
            return addresses.stream().anyMatch(a -> a.matches(path));
        }
    }

    private static final List<PagePolicy> ALL =
            List.of(
                    policy("static", NOTHING, false, "/assets/**", "/licences/**"),
                    policy("front-door", NOTHING, false, "/", "/sign-in", "/error"),
                    policy("explanations", NOTHING, false, "/help", "/accessibility"),
                    policy(
                            "library.read",
                            NOTHING,
                            false,
                            "/library",
                            "/library/progress",
                            "/library/data",
                            "/library/about",
                            "/library/reviews.csv",
                            "/library/organisations.csv",
                            "/library/reviews.json",
                            "/library/feed.rss",
                            "/library/{reference}",
                            "/library/{reference}/on/{day}",
                            "/library/{reference}/report",
                            "/library/{reference}/report.pdf",
                            "/library/{reference}/findings.csv",
                            "/library/{reference}/recommendations.csv",
                            "/library/{reference}/recommendations.json",
                            "/library/{reference}/recommendations/{number}"),
                    policy("own-session", SIGN_IN, false, "/start", "/sign-out", "/still-here"),
                    policy(
                            "rules.set",
                            PURPOSE,
                            true,
                            "/rules/changes",
                            "/rules/changes/{number}",
                            "/rules/changes/{number}/{act}",
                            "/rules/{id}/change"),
                    policy("rules.read", SIGN_IN, false, "/rules", "/rules/{id}"),
                    policy("directory.keep", PURPOSE, false, "/directory", "/directory/{change}"),
                    policy("roles.read", SIGN_IN, false, "/who-can-see-what"),
                    policy("feeds.health", PURPOSE, true, "/feeds"),
                    policy("feeds.again", PURPOSE, true, "/feeds/quarantine/{receipt}"),
                    policy("feeds.release", PURPOSE, true, "/feeds/paused/{sender}"),
                    policy("work.own", PURPOSE, true, "/work"),
                    policy("owed.own", PURPOSE, true, "/owed"),
                    policy("team.oversee", PURPOSE, true, "/team"),
                    policy(
                            "duties.oversee",
                            PURPOSE,
                            true,
                            "/where-it-sticks",
                            "/where-it-sticks/list"),
                    policy("alert.read", PURPOSE, true, "/alerts/{reference}"),
                    policy("alert.act", PURPOSE, true, "/alerts/{reference}/{act}"),
                    policy("children.own", PURPOSE, true, "/children"),
                    policy("child.read", PURPOSE, true, "/children/{id}"),
                    policy("chronology.read", PURPOSE, true, "/children/{id}/chronology"),
                    policy(
                            "assessment.write",
                            PURPOSE,
                            true,
                            "/children/{id}/assessments",
                            "/children/{id}/assessments/{set}",
                            "/children/{id}/assessments/{set}/{act}",
                            "/children/{id}/assessments/{set}/{who}/{question}",
                            "/children/{id}/assessments/{set}/{who}/{question}/{act}"),
                    policy("injuries.read", PURPOSE, true, "/children/{id}/injuries"),
                    policy(
                            "photograph.open",
                            PURPOSE,
                            true,
                            "/children/{id}/photographs",
                            "/children/{id}/photographs/{picture}",
                            "/children/{id}/photographs/{picture}/picture"),
                    policy(
                            "decision.make",
                            PURPOSE,
                            true,
                            "/children/{id}/decisions",
                            "/children/{id}/decisions/{decision}"),
                    policy(
                            "referral.make",
                            PURPOSE,
                            true,
                            "/referrals/new",
                            "/referrals/new/{search}",
                            "/referrals/receipts/{message}",
                            "/children/{id}/referral"),
                    policy(
                            "meeting.record",
                            PURPOSE,
                            true,
                            "/children/{id}/meetings",
                            "/children/{id}/meetings/{form}"),
                    policy(
                            "case.hand-over",
                            PURPOSE,
                            true,
                            "/children/{id}/hand-over",
                            "/children/{id}/hand-over/{act}"),
                    policy("document.disclose", PURPOSE, true, "/children/{id}/documents"),
                    policy(
                            "strategy.hold",
                            PURPOSE,
                            true,
                            "/children/{id}/strategy-pack",
                            "/children/{id}/strategy-pack/{act}"),
                    policy(
                            "child.address-decision",
                            PURPOSE,
                            true,
                            "/children/{id}/address-decision"),
                    policy(
                            "child.record",
                            PURPOSE,
                            true,
                            "/children/{id}/record",
                            "/children/{id}/injury"),
                    policy("access-log.read", PURPOSE, true, "/children/{id}/access"),
                    policy(
                            "draft.keep",
                            PURPOSE,
                            false,
                            "/drafts/{kind}/{about}",
                            "/drafts/{kind}/{about}/{name}"),
                    policy(
                            "chronology.export",
                            PURPOSE,
                            true,
                            "/children/{id}/chronology/bundle.pdf"),
                    policy(
                            "register.packs",
                            SIGN_IN,
                            false,
                            "/register/packs",
                            "/register/packs/compare",
                            "/register/packs/{key}"),
                    policy("register.simulate", PURPOSE, true, "/register/packs/{key}/change"),
                    policy(
                            "register.offence-list",
                            PURPOSE,
                            false,
                            "/register/packs/{key}/list",
                            "/register/packs/{key}/list/{number}",
                            "/register/packs/{key}/list/{number}/{act}"),
                    policy(
                            "register.list",
                            PURPOSE,
                            true,
                            "/register",
                            "/register/visits",
                            "/register/load"),
                    policy(
                            "register.import",
                            PURPOSE,
                            true,
                            "/register/import",
                            "/register/import/{file}",
                            "/register/import/{file}/{act}"),
                    policy(
                            "register.export",
                            PURPOSE,
                            true,
                            "/register/export",
                            "/register/export/{request}",
                            "/register/export/{request}/{act}"),
                    policy(
                            "register.visits",
                            PURPOSE,
                            true,
                            "/register/{id}/visits",
                            "/register/{id}/visits/{act}"),
                    policy(
                            "register.breach-file",
                            PURPOSE,
                            true,
                            "/register/{id}/breach-file",
                            "/register/{id}/breach-file/{act}",
                            "/register/{id}/breach-file/file.pdf"),
                    policy("register.read", PURPOSE, true, "/register/{id}"),
                    policy(
                            "register.notify",
                            PURPOSE,
                            true,
                            "/register/{id}/notification",
                            "/register/{id}/notification/check"),
                    policy(
                            "register.disclosure",
                            PURPOSE,
                            true,
                            "/register/{id}/health-address",
                            "/register/{id}/disclosures",
                            "/register/{id}/disclosures/{act}"),
                    policy("register.application", PURPOSE, true, DisclosureApplicationPages.NEW),
                    policy(
                            "register.hand-over",
                            PURPOSE,
                            true,
                            "/register/{id}/hand-over",
                            "/register/{id}/hand-over/{act}",
                            "/register/{id}/supervision",
                            "/register/{id}/supervision/{act}"),
                    policy(
                            "register.receipt",
                            PURPOSE,
                            true,
                            "/register/{id}/receipts/{message}",
                            "/register/{id}/receipts/{message}/receipt.pdf"),
                    policy(
                            "check.ask",
                            PURPOSE,
                            true,
                            "/checks",
                            "/checks/{number}",
                            "/checks/{number}/rung"),
                    policy(
                            "incident.triage",
                            PURPOSE,
                            true,
                            "/incidents",
                            "/incidents/{reference}",
                            "/incidents/{reference}/decision"),
                    policy(
                            "review.read",
                            PURPOSE,
                            true,
                            "/reviews",
                            "/reviews/{id}",
                            "/reviews/{id}/chronology",
                            "/reviews/{id}/chronology/template.csv",
                            "/reviews/{id}/chronology/held",
                            "/reviews/{id}/chronology/rows/{row}",
                            "/reviews/{id}/findings",
                            "/reviews/{id}/quality",
                            "/reviews/{id}/publication",
                            "/reviews/{id}/publication/key",
                            "/reviews/{id}/publication/compare",
                            "/reviews/{id}/publication/report",
                            "/reviews/{id}/recommendations",
                            "/reviews/{id}/recommendations.csv",
                            "/reviews/{id}/recommendations.xlsx",
                            "/reviews/{id}/recommendations.docx",
                            "/reviews/{id}/recommendations/{number}"),
                    policy("duty.read", PURPOSE, true, "/duties/{id}"),
                    policy("duty.act", PURPOSE, true, "/duties/{id}/{act}"),
                    policy("people.search", PURPOSE, true, "/people", "/people/{search}"),
                    policy("matches.review", PURPOSE, true, "/matches", "/matches/{id}"),
                    policy(
                            "emergency.open",
                            PURPOSE,
                            true,
                            "/emergency/{id}",
                            "/emergency/{id}/reason"),
                    policy("emergency.review", PURPOSE, true, "/emergencies", "/emergencies/{id}"));

    private PagePolicies() {}

    /** The policy of an address, without query; empty where no page may be. */
    static Optional<PagePolicy> of(String address) {
        var path = PathContainer.parsePath(address);
        return ALL.stream().filter(policy -> policy.guards(path)).findFirst();
    }

    private static PagePolicy policy(
            String id, Needs needs, boolean personal, String... addresses) {
        var parser = PathPatternParser.defaultInstance;
        return new PagePolicy(
                id, needs, personal, List.of(addresses).stream().map(parser::parse).toList());
    }
}
