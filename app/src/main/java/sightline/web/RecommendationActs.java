package sightline.web;

import sightline.core.reviews.Action;
import sightline.core.reviews.By;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewEntry.Reach;
import sightline.core.reviews.SpeaksFor;
import sightline.core.reviews.Standing;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which forms somebody is offered about an organisation's part: those that would count. */
final class RecommendationActs {
    private static final Set<String> OWN =
            Set.of("accepted", "not-accepted", "agreed", "started", "done");
    private static final Set<String> SEEN = Set.of("verified", "effective");

    private RecommendationActs() {}

    /** Those that they may send, in the order in which they come up. */
    static List<String> of(Review review, Action action, SpeaksFor speaks, By by) {
        boolean answers = speaks.answers(action.made().number(), action.organisation());
        boolean national = action.made().reach() == Reach.NATIONAL;
        boolean named = !review.partial();
        boolean beside = named && action.standsBeside(by, speaks);
        return Stream.concat(national ? letters(action) : Stream.of(), standing(action.standing()))
                .filter(act ->
                        OWN.contains(act)
                                ? answers || (national && named)
                                : SEEN.contains(act) ? beside : answers || named)
                .toList();
    }

    /** About a letter to a national body, which the review's lead sends. */
    private static Stream<String> letters(Action action) {
        return action.letterRuns() ? Stream.of("letter-answered", "chased") : Stream.of("letter");
    }

    private static Stream<String> standing(Standing standing) {
        return switch (standing) {
            case NO_ANSWER, NOT_ACCEPTED -> Stream.of("accepted", "not-accepted", "dissent");
            case ACCEPTED, STARTED, EVIDENCED, REOPENED ->
                    Stream.of("agreed", "started", "evidence", "done", "bind", "dissent");
            case DONE -> Stream.of("verified", "reopened", "evidence", "bind", "dissent");
            case VERIFIED, EFFECTIVE, SLIPPED ->
                    Stream.of("effective", "slipping", "reopened", "evidence", "bind", "dissent");
        };
    }
}
