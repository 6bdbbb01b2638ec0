package sightline.core.directory;

import sightline.core.kernel.Period;
import sightline.core.kernel.PostId;
import sightline.core.kernel.Sensitive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One way of reaching a post. The order in the directory is the order of trying.
 *
 * @param address number, mailbox or callback address; empty for the work list
 */
public record ContactRoute(PostId post, Channel channel, Sensitive<String> address, Period days) {
    /** How something is sent there. */
    public enum Channel {
        /** The list on their own page here. */
        WORK_LIST,
        /** Carries a reference only. */
        EMAIL,
        /** A signed call of the agency's own system. */
        CALLBACK,
        /** Carries a reference only. */
        SMS,
        /** A person rings; a duty with its outcome. */
        PHONE;

        /** The word used in files: "work-list". */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The channel of that slug. */
        public static Optional<Channel> of(String slug) {
            return Arrays.stream(values())
                    .filter(channel -> channel.slug().equals(slug))
                    .findFirst();
        }
    }

    public ContactRoute {
        if (address.value().isBlank() != (channel == Channel.WORK_LIST)) {
            throw new IllegalArgumentException(
                    "The %s route of %s has %s address.\nOnly the work list has none."
                            .formatted(
                                    channel.slug(),
                                    post,
                                    address.value().isBlank() ? "no" : "an unneeded"));
        }
    }

    /** The work list of a post, at any time. */
    public static ContactRoute workList(PostId post) {
        return new ContactRoute(post, Channel.WORK_LIST, Sensitive.of(""), Period.always());
    }
}
