package sightline.core.directory;

import static java.util.stream.Collectors.groupingBy;

import sightline.core.kernel.London;
import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.WorkingCalendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who has a post: holder, else cover, and cover of the cover; outside its hours, the rota. */
final class Staffing {
    /** Of two holders on one day, whoever came last; they know what is current. */
    private static final Comparator<Holder> NEWEST_FIRST =
            Comparator.comparing((Holder h) -> h.days().from().orElse(LocalDate.MIN))
                    .reversed()
                    .thenComparing(Holder::person);

    private final Map<PostId, Post> posts;
    private final Map<PostId, List<Holder>> holders;
    private final Map<PostId, List<Cover>> covers;
    private final Map<PostId, List<Rota>> rotas;
    private final Map<StaffId, List<Leave>> leaves;

    Staffing(DirectoryEntries entries, Map<PostId, Post> posts) {
        this.posts = posts;
        holders = entries.holders().stream().sorted(NEWEST_FIRST).collect(groupingBy(Holder::post));
        covers = entries.covers().stream().collect(groupingBy(Cover::post));
        rotas = entries.rotas().stream().collect(groupingBy(Rota::post));
        leaves = entries.leaves().stream().collect(groupingBy(Leave::person));
    }

    OnDuty whoHas(PostId id, Instant at, Function<Post, WorkingCalendar> calendars) {
        var local = London.time(at);
        var day = local.toLocalDate();
        var post = posts.get(id);
        if (post == null || !post.open().contains(day)) {
            return whoOwns(id, day);
        }
        var atWork =
                post.hours().map(hours -> hours.include(local, calendars.apply(post))).orElse(true);
        if (atWork) {
            return whoOwns(id, day);
        }
        return rotas.getOrDefault(id, List.of()).stream()
                .filter(rota -> rota.days().contains(day))
                .flatMap(rota -> rota.onCall(local).stream())
                .findFirst()
                .map(onCall -> outOfHours(onCall, day))
                .orElseGet(
                        () -> new OnDuty.Vacant("It is outside its hours and nobody is on call."));
    }

    OnDuty whoOwns(PostId id, LocalDate day) {
        var post = posts.get(id);
        if (post == null) {
            return new OnDuty.Vacant("There is no such post.");
        }
        if (!post.open().contains(day)) {
            return new OnDuty.Vacant("The post does not exist on that day.");
        }
        var own = present(id, day);
        if (own.isPresent()) {
            return new OnDuty.Held(own.get());
        }
        return covering(id, day, new HashSet<>(Set.of(id)))
                .<OnDuty>map(holder -> new OnDuty.Covered(holder.post(), holder))
                .orElseGet(() -> new OnDuty.Vacant(whyNobody(id, day)));
    }

    /** The first day after a day on which something begins or ends for who has these posts. */
    Optional<LocalDate> nextChange(Collection<PostId> ids, LocalDate day) {
        var all = new LinkedHashSet<PostId>();
        ids.forEach(id -> andCovers(id, all));
        return all.stream()
                .flatMap(this::staffed)
                .flatMap(days ->
                        Stream.concat(
                                days.from().stream(),
                                days.until().map(last -> last.plusDays(1)).stream()))
                .filter(change -> change.isAfter(day))
                .min(Comparator.naturalOrder());
    }

    private void andCovers(PostId id, Set<PostId> all) {
        if (all.add(id)) {
            covers.getOrDefault(id, List.of()).forEach(cover -> andCovers(cover.by(), all));
        }
    }

    /** The days of a post, of its covers, and of its holders' work and leave. */
    private Stream<Period> staffed(PostId id) {
        var held = holders.getOrDefault(id, List.of());
        return Stream.of(
                        Optional.ofNullable(posts.get(id)).map(Post::open).stream(),
                        covers.getOrDefault(id, List.of()).stream().map(Cover::days),
                        held.stream().map(Holder::days),
                        held.stream()
                                .flatMap(holder ->
                                        leaves.getOrDefault(holder.person(), List.of()).stream())
                                .map(Leave::days))
                .flatMap(Function.identity());
    }

    private OnDuty outOfHours(PostId onCall, LocalDate day) {
        return switch (whoOwns(onCall, day)) {
            case OnDuty.Held(var holder) -> new OnDuty.OutOfHours(onCall, holder);
            case OnDuty.Covered(var by, var holder) -> new OnDuty.OutOfHours(by, holder);
            case OnDuty.OutOfHours nested -> nested;
            case OnDuty.Vacant(var reason) ->
                    new OnDuty.Vacant("On call is " + onCall + ": " + reason);
        };
    }

    private Optional<Holder> present(PostId post, LocalDate day) {
        return inPost(post, day).stream().filter(holder -> !away(holder, day)).findFirst();
    }

    private List<Holder> inPost(PostId post, LocalDate day) {
        return holders.getOrDefault(post, List.of()).stream()
                .filter(holder -> holder.days().contains(day))
                .toList();
    }

    private boolean away(Holder holder, LocalDate day) {
        return leaves.getOrDefault(holder.person(), List.of()).stream()
                .anyMatch(leave -> leave.days().contains(day));
    }

    /** The nearest cover who is there; posts already asked are not asked again. */
    private Optional<Holder> covering(PostId post, LocalDate day, Set<PostId> asked) {
        var by =
                covers.getOrDefault(post, List.of()).stream()
                        .filter(cover -> cover.days().contains(day))
                        .map(Cover::by)
                        .filter(asked::add)
                        .toList();
        var direct = by.stream().flatMap(next -> openAndPresent(next, day).stream()).findFirst();
        return direct.or(
                () -> by.stream().flatMap(next -> covering(next, day, asked).stream()).findFirst());
    }

    private Optional<Holder> openAndPresent(PostId id, LocalDate day) {
        return Optional.ofNullable(posts.get(id))
                .filter(post -> post.open().contains(day))
                .flatMap(_ -> present(id, day));
    }

    private String whyNobody(PostId post, LocalDate day) {
        var covered =
                covers.getOrDefault(post, List.of()).stream()
                        .anyMatch(cover -> cover.days().contains(day));
        var own = inPost(post, day).isEmpty() ? "Nobody holds it" : "Its holder is away";
        return own + (covered ? ", and whoever covers is not there." : ", and nobody covers.");
    }
}
