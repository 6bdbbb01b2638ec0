package sightline.core.alerts;

import sightline.core.directory.ContactRoute;
import sightline.core.directory.ContactRoute.Channel;
import sightline.core.directory.Directory;
import sightline.core.directory.OnDuty;
import sightline.core.directory.Post;
import sightline.core.kernel.London;
import sightline.core.kernel.PostId;
import sightline.core.screening.Recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How somebody is reached at a moment.
 *
 * @param post the post that acts: their own, whoever covers, or whom the rota names
 * @param outOfHours whether the rota named it
 * @param channels the ways to that post, in the order of trying
 */
public record Ways(PostId post, boolean outOfHours, List<Channel> channels) {
    public Ways {
        channels = List.copyOf(channels);
    }

    /**
     * The ways to a recipient.
     *
     * @param atAnyHour whether it goes to whoever is there now, else to whoever owns the post
     * @return none where nobody is there
     */
    public static Optional<Ways> to(
            Recipient to, Directory directory, Instant at, boolean atAnyHour) {
        LocalDate day = London.day(at);
        Optional<Post> post = directory.post(to.agency(), to.role(), day);
        return post.flatMap(p -> {
            OnDuty who = atAnyHour ? directory.whoHas(p.id(), at) : directory.whoOwns(p.id(), day);
            return acting(p.id(), who)
                    .map(acting ->
                            new Ways(
                                    acting,
                                    who instanceof OnDuty.OutOfHours,
                                    directory.routes(acting, day).stream()
                                            .map(ContactRoute::channel)
                                            .distinct()
                                            .toList()));
        });
    }

    private static Optional<PostId> acting(PostId post, OnDuty who) {
        return switch (who) {
            case OnDuty.Held _ -> Optional.of(post);
            case OnDuty.Covered(var by, var _) -> Optional.of(by);
            case OnDuty.OutOfHours(var by, var _) -> Optional.of(by);
            case OnDuty.Vacant _ -> Optional.empty();
        };
    }

    /** By which ways a reference is sent; nobody's night is disturbed by what can wait. */
    public List<Channel> sentBy(boolean urgent) {
        return channels.stream()
                .filter(c ->
                        switch (c) {
                            case EMAIL, CALLBACK -> true;
                            case SMS -> urgent;
                            case WORK_LIST, PHONE -> false;
                        })
                .toList();
    }

    /** Whether a person must ring: the post says so, or nothing else would wake its holder. */
    public boolean rings() {
        return channels.contains(Channel.PHONE) || (outOfHours && !channels.contains(Channel.SMS));
    }
}
