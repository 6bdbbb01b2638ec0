package sightline.web;

import sightline.access.AccessRole;
import sightline.access.Account;
import sightline.access.Purpose;
import sightline.access.Tier;
import sightline.core.directory.Agency;
import sightline.core.directory.Directory;
import sightline.web.view.PageFrame;
import sightline.web.view.PageFrame.NavigationItem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The frame of a reader's pages: a way to a page is shown to those who may open it. */
record Framing(
        Account account,
        Optional<Purpose> purpose,
        Directory directory,
        PageFrame.Csrf csrf,
        int idleMinutes,
        Surroundings surroundings) {

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
                idleMinutes);
    }

    boolean seesPeople() {
        return account.roles().stream()
                .map(AccessRole::ceiling)
                .anyMatch(tier -> tier != Tier.NONE && tier != Tier.T0);
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
        items.add(NavigationItem.of("Rules", "/rules", current.equals("Rules")));
        items.add(NavigationItem.of("Feeds", "/feeds", current.equals("Feeds")));
        return items;
    }
}
