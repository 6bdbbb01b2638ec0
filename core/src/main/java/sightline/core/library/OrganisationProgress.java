package sightline.core.library;

import sightline.core.kernel.AgencyId;
import sightline.core.reviews.Action;
import sightline.core.reviews.Review;
import sightline.core.reviews.Standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How far an organisation has come with what all published reviews recommended to it: counts and no
 * verdict. An organisation points to an area, and so to a child: it is named where that many
 * reviews ask it, so that nobody can say which of them does; the others are told together.
 *
 * @param name the organisation's, or {@link #OTHERS}
 * @param organisations how many this tells of
 * @param recommended how often something was recommended to it
 * @param accepted how many of these it accepted, however far they have come
 * @param saidDone how many it says are done, or said so and were then verified
 * @param verified how many somebody else saw done, and they hold
 * @param slipped how many were verified and have slipped or were re-opened
 */
public record OrganisationProgress(
        String name,
        int organisations,
        int recommended,
        int accepted,
        int saidDone,
        int verified,
        int slipped) {
    /** So many reviews ask an organisation that is named. */
    public static final int REVIEWS_MIN = 3;

    /** Those that fewer ask. */
    public static final String OTHERS = "Organisations that fewer than three reviews ask";

    /** Of all reviews, the most asked first and those that are not named last. */
    public static List<OrganisationProgress> of(
            List<Review> reviews, Function<AgencyId, String> names) {
        Map<AgencyId, List<Action>> actions = new TreeMap<>(Comparator.comparing(AgencyId::value));
        Map<AgencyId, Integer> asking = new TreeMap<>(Comparator.comparing(AgencyId::value));
        for (Review review : reviews) {
            for (Action action : review.actions()) {
                actions.computeIfAbsent(action.organisation(), _ -> new ArrayList<>()).add(action);
            }
            review.organisations().forEach(o -> asking.merge(o, 1, Integer::sum));
        }
        List<OrganisationProgress> named = new ArrayList<>();
        List<Action> others = new ArrayList<>();
        int unnamed = 0;
        for (var each : actions.entrySet()) {
            if (asking.getOrDefault(each.getKey(), 0) >= REVIEWS_MIN) {
                named.add(of(names.apply(each.getKey()), 1, each.getValue()));
            } else {
                others.addAll(each.getValue());
                unnamed++;
            }
        }
        named.sort(
                Comparator.comparingInt(OrganisationProgress::recommended)
                        .reversed()
                        .thenComparing(OrganisationProgress::name));
        if (unnamed > 0) {
            named.add(of(OTHERS, unnamed, others));
        }
        return List.copyOf(named);
    }

    private static OrganisationProgress of(String name, int organisations, List<Action> actions) {
        int accepted = 0;
        int saidDone = 0;
        int verified = 0;
        int slipped = 0;
        for (Action action : actions) {
            Standing standing = action.standing();
            accepted += standing == Standing.NO_ANSWER || standing == Standing.NOT_ACCEPTED ? 0 : 1;
            saidDone += standing == Standing.DONE || standing.verified() ? 1 : 0;
            verified += standing.verified() ? 1 : 0;
            slipped += standing.fellBack() ? 1 : 0;
        }
        return new OrganisationProgress(
                name, organisations, actions.size(), accepted, saidDone, verified, slipped);
    }
}
