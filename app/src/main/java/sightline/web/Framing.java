package sightline.web;

import sightline.access.AccessRole;
import sightline.access.Account;
import sightline.access.Purpose;
import sightline.access.Tier;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.kernel.London;
import sightline.core.upkeep.SiteDutyKind;
import sightline.upkeep.OpenSiteDuty;
import sightline.web.view.PageFrame;
import sightline.web.view.PageFrame.NavigationItem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The frame of a reader's pages: a way to a page is shown to those who may open it. */
record Framing(
        Account account,
        Optional<Purpose> purpose,
        Directory directory,
        PageFrame.Csrf csrf,
        int idleMinutes,
        Surroundings surroundings,
        List<OpenSiteDuty> site,
        Instant now,
        boolean keepsDirectory) {
    /** What is owed of a source, or of none, without the source being behind. */
    private static final Set<SiteDutyKind> NOT_BEHIND =
            EnumSet.of(
                    SiteDutyKind.PIPELINE_STANDS,
                    SiteDutyKind.QUARANTINED,
                    SiteDutyKind.ROWS_SET_ASIDE,
                    SiteDutyKind.DETAILS_SET_ASIDE);

    /** Who decides on a referral, and who oversees those who do. */
    private static final Set<AgencyType> REFERRED_TO =
            EnumSet.of(AgencyType.CHILDRENS_SOCIAL_CARE, AgencyType.LEGAL, AgencyType.PARTNERSHIP);

    PageFrame of(String title, String current) {
        return new PageFrame(
                title,
                new PageFrame.Reader(account.name().value(), role()),
                purpose.map(Purpose::title).orElse(""),
                purpose.isPresent() ? navigation(current) : List.of(),
                purpose.isPresent() && seesPeople(),
                csrf,
                surroundings.desk(),
                surroundings.madeUp(),
                idleMinutes,
                purpose.isPresent() ? behind() : List.of());
    }

    /** What every page says while something is behind: a gap may be ours, and means nothing. */
    private List<String> behind() {
        List<String> words = new ArrayList<>();
        site.stream()
                .filter(d -> d.kind() == SiteDutyKind.PIPELINE_STANDS && d.late(now))
                .findFirst()
                .map(d ->
                        "Sightline is behind: what was sent since "
                                + Wording.moment(d.starts(), London.day(now))
                                + " is kept, and is not yet on any page.")
                .ifPresent(words::add);
        List<String> sources =
                site.stream()
                        .filter(d -> !NOT_BEHIND.contains(d.kind()) && !d.kind().ofReview())
                        .filter(d -> d.late(now))
                        .flatMap(d -> d.source().stream())
                        .distinct()
                        .map(a -> directory.agency(a).map(Agency::name).orElse(a.value()))
                        .sorted()
                        .toList();
        if (!sources.isEmpty()) {
            words.add(
                    (sources.size() == 1
                                    ? sources.getFirst() + " is"
                                    : sources.size() + " sources are")
                            + " behind: do not read a gap as none.");
        }
        return words;
    }

    boolean seesPeople() {
        return account.roles().stream().map(AccessRole::ceiling).anyMatch(Tier::tellsOfPeople);
    }

    /** Those whose work is with people, whatever of them they are told. */
    private boolean asksOthers() {
        return account.roles().stream().anyMatch(r -> r.ceiling() != Tier.NONE);
    }

    /** Social care, to which others refer, has ways of its own. */
    private boolean refers() {
        return type().filter(t -> !REFERRED_TO.contains(t)).isPresent();
    }

    /** Those whose work has a touchpoint, when that is why they are here. */
    private boolean checks() {
        return purpose.filter(p ->
                        p == Purpose.TOUCHPOINT
                                || p == Purpose.ANTENATAL_BOOKING
                                || p == Purpose.DIRECT_WORK
                                || p == Purpose.REFERRAL
                                || p == Purpose.INVESTIGATION)
                .isPresent();
    }

    private boolean police() {
        return type().filter(AgencyType.POLICE::equals).isPresent();
    }

    private Optional<AgencyType> type() {
        return directory.agency(account.agency()).map(Agency::type);
    }

    private String role() {
        String roles =
                account.roles().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(AccessRole::title)
                        .collect(Collectors.joining(", "));
        String agency =
                directory
                        .agency(account.agency())
                        .map(Agency::name)
                        .orElse(account.agency().value());
        return roles + ", " + agency;
    }

    private List<NavigationItem> navigation(String current) {
        List<NavigationItem> items = new ArrayList<>();
        items.add(NavigationItem.of("Work", "/work", current.equals("Work")));
        if (seesPeople()) {
            items.add(NavigationItem.of("Children", "/children", current.equals("Children")));
            items.add(NavigationItem.of("Compare", "/matches", current.equals("Compare")));
        }
        if (seesPeople() && police()) {
            items.add(NavigationItem.of("Incidents", "/incidents", current.equals("Incidents")));
        }
        if (checks()) {
            items.add(NavigationItem.of("Checks", "/checks", current.equals("Checks")));
        }
        if (account.roles().contains(AccessRole.REGISTER_KEEPER)) {
            items.add(NavigationItem.of("Register", "/register", current.equals("Register")));
        }
        if (purpose.filter(p -> p == Purpose.REVIEW).isPresent()) {
            items.add(NavigationItem.of("Reviews", "/reviews", current.equals("Reviews")));
        }
        if (EmergencyReviewPages.reviews(account)) {
            items.add(
                    NavigationItem.of(
                            "Emergencies", "/emergencies", current.equals("Emergencies")));
        }
        if (keepsDirectory) {
            items.add(NavigationItem.of("Directory", "/directory", current.equals("Directory")));
        }
        if (asksOthers()) {
            items.add(NavigationItem.of("Owed to us", "/owed", current.equals("Owed to us")));
        }
        if (asksOthers() && refers()) {
            items.add(
                    NavigationItem.of(
                            "Refer a child", "/referrals/new", current.equals("Refer a child")));
        }
        if (Overseen.looksOver(account, directory, London.day(now))) {
            items.add(NavigationItem.of("Team", "/team", current.equals("Team")));
            items.add(
                    NavigationItem.of(
                            "Where it sticks",
                            "/where-it-sticks",
                            current.equals("Where it sticks")));
        }
        items.add(NavigationItem.of("Rules", "/rules", current.equals("Rules")));
        items.add(NavigationItem.of("Feeds", "/feeds", current.equals("Feeds")));
        return items;
    }
}
