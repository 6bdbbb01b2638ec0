package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.SchoolBody;
import sightline.core.household.Entry;
import sightline.core.kernel.London;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Concerns of schools, nurseries and health workers: each is open for 90 days, or until its author
 * or a decision closes it.
 */
public final class Concerns {
    /** How long a concern that nobody closed is open. */
    public static final int DAYS_OPEN = 90;

    /**
     * One concern, or a referral that stands for one.
     *
     * @param entry what was recorded
     * @param closing what closed it
     * @param childSeen whether its closing says that the child was seen
     */
    public record OpenConcern(Entry<?> entry, Optional<Entry<?>> closing, boolean childSeen) {

        /** The first moment at which it is open no longer: its closing, or 90 days on. */
        public Instant until() {
            Instant end = London.endOf(Order.day(entry).plusDays(DAYS_OPEN));
            return closing.map(c -> Order.later(c.received(), entry.received()))
                    .filter(c -> c.isBefore(end))
                    .orElse(end);
        }

        /** Whether it was open on a day: begun by then, and not closed before it. */
        public boolean openOn(LocalDate day) {
            return !Order.day(entry).isAfter(day)
                    && !day.isAfter(Order.day(entry).plusDays(DAYS_OPEN))
                    && closing.filter(c -> Order.day(c).isBefore(day)).isEmpty();
        }
    }

    private Concerns() {}

    /** The concerns of a child, oldest first, each with what closed it. */
    public static List<OpenConcern> of(Child child) {
        return child.entries(SchoolBody.Concern.class).stream()
                .sorted(Order.OLDEST_FIRST)
                .map(e -> concern(child, e))
                .toList();
    }

    /** Concerns and the referrals to social care, which are concerns at the least. */
    public static List<OpenConcern> withReferrals(Child child) {
        List<OpenConcern> all = new ArrayList<>(of(child));
        for (ReferralCase referral : Referrals.of(child)) {
            referral.entries().forEach(e -> all.add(concern(child, e)));
        }
        all.sort(Comparator.comparing(OpenConcern::entry, Order.OLDEST_FIRST));
        return List.copyOf(all);
    }

    private static OpenConcern concern(Child child, Entry<?> entry) {
        List<OpenConcern> closings = new ArrayList<>();
        child.entries(SchoolBody.ConcernClosed.class).stream()
                .filter(c -> names(c, entry) || ofAuthor(c, entry))
                .forEach(c ->
                        closings.add(new OpenConcern(entry, Optional.of(c), c.body().childSeen())));
        child.entries(CareBody.ReferralDecision.class).stream()
                .filter(d -> Closings.ends(d.body().outcome()) && names(d, entry))
                .forEach(d ->
                        closings.add(new OpenConcern(entry, Optional.of(d), d.body().childSeen())));
        if (entry.body() instanceof CareBody.Referral) {
            child.entries(CareBody.CaseClosed.class).stream()
                    .filter(c -> child.isFromSocialCare(c) && Order.follows(c, entry))
                    .forEach(c ->
                            closings.add(
                                    new OpenConcern(
                                            entry, Optional.of(c), c.body().childSeenAlone())));
        }
        return closings.stream()
                .min(Comparator.comparing(OpenConcern::until))
                .orElseGet(() -> new OpenConcern(entry, Optional.empty(), false));
    }

    private static boolean names(Entry<?> closing, Entry<?> entry) {
        return closing.fact().references().regarding().contains(entry.fact().id().message());
    }

    private static boolean ofAuthor(Entry<?> closing, Entry<?> entry) {
        return closing.fact().references().regarding().isEmpty()
                && closing.fact().source().equals(entry.fact().source())
                && Order.follows(closing, entry);
    }
}
