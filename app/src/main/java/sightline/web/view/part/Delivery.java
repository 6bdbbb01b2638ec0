package sightline.web.view.part;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What became of one message about an alert. Sent, opened by a named person and acknowledged are
 * three different things.
 *
 * @param ways by which ways it was sent, and what came of each
 * @param owed the duty of whoever must see to it, where it reached nobody
 */
public record Delivery(
        String to,
        String toDetail,
        String sent,
        String opened,
        String acknowledged,
        Tag state,
        String stateDetail,
        List<Way> ways,
        @Nullable Link owed) {

    /**
     * One way.
     *
     * @param outcome what came of it, as a sentence
     * @param attempts each try, where there was more than one
     */
    public record Way(String name, String outcome, List<String> attempts) {
        public Way {
            attempts = List.copyOf(attempts);
        }
    }

    public Delivery {
        ways = List.copyOf(ways);
    }
}
