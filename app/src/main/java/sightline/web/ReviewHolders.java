package sightline.web;

import sightline.core.kernel.AgencyId;
import sightline.core.reviews.Review;
import sightline.core.reviews.ReviewDuty;
import sightline.core.screening.Recipient;
import sightline.core.upkeep.SiteClocks;

/** Who must do today what a review owes: whoever has the post, or to whom it fell. */
record ReviewHolders(Visit visit, Review review) {
    String whose(ReviewDuty duty) {
        AgencyId lead = review.opened().map(o -> o.by().agency()).orElse(duty.agency());
        Recipient asked =
                new Recipient(visit.directory().current(duty.agency(), visit.today()), duty.role());
        Recipient holder =
                SiteClocks.reviewOwner(
                        duty.agency(), duty.role(), lead, visit.directory(), visit.today());
        String named = Wording.recipient(visit, asked.text());
        return holder.equals(asked)
                ? named
                : named
                        + ". Nobody has that post, so it is with "
                        + Wording.recipient(visit, holder.text());
    }
}
