package sightline.core.directory;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.PostId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries that are double, or refer to an entry that is not there. */
final class EntryFaults {
    private final DirectoryEntries entries;
    private final List<String> faults = new ArrayList<>();
    private final Set<AgencyId> agencies;
    private final Set<PostId> posts;

    private EntryFaults(DirectoryEntries entries) {
        this.entries = entries;
        this.agencies = ids(entries.agencies(), Agency::id, "agency");
        this.posts = ids(entries.posts(), Post::id, "post");
    }

    static List<String> of(DirectoryEntries entries) {
        var found = new EntryFaults(entries);
        found.agencies();
        found.posts();
        found.people();
        return List.copyOf(found.faults);
    }

    private void agencies() {
        var areas = ids(entries.areas(), Area::id, "area");
        for (var area : entries.areas()) {
            area.merged().ifPresent(m -> require(areas, m.into(), "area", "the area " + area.id()));
        }
        circles(entries.areas(), Area::id, a -> a.merged().map(Area.Merger::into), "area");
        circles(entries.agencies(), Agency::id, Agency::successor, "agency");
        for (var agency : entries.agencies()) {
            require(areas, agency.area(), "area", "the agency " + agency.id());
            agency.successor()
                    .ifPresent(
                            next -> require(agencies, next, "agency", "the agency " + agency.id()));
            services(areas, agency);
        }
        for (var team : entries.teams()) {
            require(agencies, team.agency(), "agency", "the team " + team.id());
        }
        for (var school : ids(entries.schools(), SchoolDays::school, "school days of")) {
            require(agencies, school, "agency", "the school days of " + school);
        }
    }

    private void services(Set<AreaId> areas, Agency agency) {
        for (var service : agency.serves()) {
            require(areas, service.area(), "area", "the agency " + agency.id());
            if (service.area().equals(agency.area())) {
                faults.add(
                        "The agency %s is at home in the area %s, and need not say that it serves it."
                                .formatted(agency.id(), agency.area()));
            }
        }
    }

    private void posts() {
        var teams = ids(entries.teams(), Team::id, "team");
        for (var post : entries.posts()) {
            var what = "the post " + post.id();
            require(agencies, post.agency(), "agency", what);
            post.team().ifPresent(team -> require(teams, team, "team", what));
            post.manager().ifPresent(manager -> require(posts, manager, "post", what));
        }
    }

    private void people() {
        for (var holder : entries.holders()) {
            require(posts, holder.post(), "post", "the holder " + holder.person());
        }
        for (var cover : entries.covers()) {
            require(posts, cover.post(), "post", "a cover");
            require(posts, cover.by(), "post", "a cover of " + cover.post());
        }
        for (var rota : entries.rotas()) {
            require(posts, rota.post(), "post", "a rota");
            Stream.concat(rota.shifts().stream().map(Shift::onCall), rota.otherwise().stream())
                    .forEach(post -> require(posts, post, "post", "the rota of " + rota.post()));
        }
        for (var route : entries.routes()) {
            require(posts, route.post(), "post", "a contact route");
        }
        var staff = entries.holders().stream().map(Holder::person).collect(Collectors.toSet());
        for (var leave : entries.leaves()) {
            require(staff, leave.person(), "holder", "a leave");
        }
    }

    private <T, K> Set<K> ids(List<T> all, Function<T, K> id, String what) {
        var seen = new HashSet<K>();
        for (var one : all) {
            if (!seen.add(id.apply(one))) {
                faults.add("There are two entries for the " + what + " " + id.apply(one) + ".");
            }
        }
        return seen;
    }

    /** Whoever comes back to itself by way of its successors. */
    private <T, K> void circles(
            List<T> all, Function<T, K> id, Function<T, Optional<K>> next, String what) {
        Map<K, K> after = new HashMap<>();
        all.forEach(one -> next.apply(one).ifPresent(n -> after.put(id.apply(one), n)));
        for (var start : after.keySet()) {
            var seen = new HashSet<K>();
            var at = Optional.of(start);
            while (at.isPresent() && seen.add(at.get())) {
                at = Optional.ofNullable(after.get(at.get()));
            }
            if (at.filter(start::equals).isPresent()) {
                faults.add("The " + what + " " + start + " succeeds itself.");
            }
        }
    }

    private <K> void require(Set<K> known, K id, String what, String where) {
        if (!known.contains(id)) {
            faults.add("There is no " + what + " " + id + ", which " + where + " names.");
        }
    }
}
