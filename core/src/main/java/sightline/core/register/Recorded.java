package sightline.core.register;

import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.Conviction;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RegisterNotification.NotificationType;
import sightline.core.facts.JusticeBody.Release;
import sightline.core.facts.JusticeBody.RiskMarker;
import sightline.core.facts.JusticeBody.Sentence;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.JusticeBody.SuspicionEnded;
import sightline.core.facts.JusticeBody.SuspicionEnded.Ending;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody.BorderEntry;
import sightline.core.facts.PoliceBody.PoliceVisit;
import sightline.core.facts.PoliceBody.VisitOutcome;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Stay;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.PlaceId;
import sightline.core.register.Happening.Away;
import sightline.core.register.Happening.Back;
import sightline.core.register.Happening.Changed;
import sightline.core.register.Happening.Convicted;
import sightline.core.register.Happening.Entered;
import sightline.core.register.Happening.EntryEnded;
import sightline.core.register.Happening.Gone;
import sightline.core.register.Happening.Marked;
import sightline.core.register.Happening.Notified;
import sightline.core.register.Happening.OrderEnded;
import sightline.core.register.Happening.Ordered;
import sightline.core.register.Happening.Quashed;
import sightline.core.register.Happening.SetAside;
import sightline.core.register.Happening.Stayed;
import sightline.core.register.Happening.Visited;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A registered life as the facts have it: every agency's, not only what the person told. A home
 * that another agency recorded is a change to be told, whoever learnt of it (Southampton).
 */
public final class Recorded {
    private static final Set<SentenceKind> INSIDE =
            EnumSet.of(SentenceKind.CUSTODY, SentenceKind.LIFE);
    private static final Set<SentenceKind> HOSPITAL =
            EnumSet.of(SentenceKind.HOSPITAL_ORDER, SentenceKind.HOSPITAL_WITH_RESTRICTION);
    private static final Set<VisitOutcome> SEEN =
            EnumSet.of(
                    VisitOutcome.SEEN,
                    VisitOutcome.SEEN_ALONE,
                    VisitOutcome.SEEN_NOT_EXAMINABLE,
                    VisitOutcome.SEEN_AT_A_DISTANCE);

    private final Individual person;
    private final List<Stay> stays;
    private final String pack;
    private final List<Happening> happenings = new ArrayList<>();

    private Recorded(Individual person, List<Stay> stays, String pack) {
        this.person = person;
        this.stays = stays;
        this.pack = pack;
    }

    /**
     * The life of somebody, as one register looks at it.
     *
     * @param stays where the person lived and stayed
     * @param pack the register's key: notices given under another are not given under this one
     */
    public static RegisteredLife life(Individual person, List<Stay> stays, String pack) {
        var recorded = new Recorded(person, stays, pack);
        recorded.justice();
        recorded.register();
        recorded.places();
        Optional<LocalDate> born =
                person.born().filter(PartialDate.Day.class::isInstance).map(PartialDate::earliest);
        return new RegisteredLife(born, recorded.happenings);
    }

    private void justice() {
        person.entries(Conviction.class).stream()
                .filter(e -> person.did(e.fact()))
                .forEach(this::convicted);
        person.about(Release.class).forEach(e -> add(new Back(e.day(), inside(e.day()))));
        person.about(Supervision.class).forEach(this::ordered);
        person.about(RiskMarker.class)
                .forEach(e ->
                        add(
                                e.body().set()
                                        ? new Marked(e.day(), e.body().review())
                                        : new SetAside(e.day())));
        person.about(BorderEntry.class)
                .forEach(e ->
                        add(
                                e.body().entering()
                                        ? new Back(e.day(), Away.ABROAD)
                                        : new Gone(e.day(), Away.ABROAD)));
    }

    private void add(Happening happening) {
        happenings.add(happening);
    }

    private void convicted(Entry<Conviction> entry) {
        Conviction body = withSentence(entry);
        add(new Convicted(entry.day(), body, Optional.empty()));
        body.sentence()
                .filter(INSIDE::contains)
                .ifPresent(_ -> add(new Gone(entry.day(), Away.CUSTODY)));
        body.sentence()
                .filter(HOSPITAL::contains)
                .ifPresent(_ -> add(new Gone(entry.day(), Away.HOSPITAL)));
        person.about(SuspicionEnded.class).stream()
                .filter(e ->
                        e.body().ending() == Ending.ACQUITTED && regards(e.fact(), entry.fact()))
                .forEach(e -> add(new Quashed(e.day(), entry.day())));
    }

    /** A sentence passed later names the conviction that it is for. */
    private Conviction withSentence(Entry<Conviction> entry) {
        Conviction body = entry.body();
        return person.entries(Sentence.class).stream()
                .filter(s -> regards(s.fact(), entry.fact()))
                .reduce((_, last) -> last)
                .map(Entry::body)
                .map(s ->
                        new Conviction(
                                body.offence(),
                                body.originalCharge(),
                                body.caution(),
                                Optional.of(s.kind()),
                                s.months()))
                .orElse(body);
    }

    private static boolean regards(Fact later, Fact earlier) {
        return later.references().regarding().contains(earlier.id().message());
    }

    private Away inside(LocalDate day) {
        boolean hospital =
                happenings.stream()
                        .filter(h -> h instanceof Gone g && g.where() != Away.ABROAD)
                        .filter(h -> !h.day().isAfter(day))
                        .reduce((_, last) -> last)
                        .filter(h -> h instanceof Gone g && g.where() == Away.HOSPITAL)
                        .isPresent();
        return hospital ? Away.HOSPITAL : Away.CUSTODY;
    }

    private void ordered(Entry<Supervision> entry) {
        Supervision body = entry.body();
        add(
                body.stage() == SupervisionStage.ENDED
                        ? new OrderEnded(entry.day(), body.type())
                        : new Ordered(entry.day(), body.type(), body.ends()));
    }

    private void register() {
        person.about(RegisterNotification.class).stream()
                .filter(e -> e.body().pack().equalsIgnoreCase(pack))
                .forEach(this::notified);
        person.about(PoliceVisit.class)
                .forEach(e -> add(new Visited(e.day(), SEEN.contains(e.body().outcome()))));
    }

    private void notified(Entry<RegisterNotification> entry) {
        NotificationType type = entry.body().type();
        switch (type) {
            case ENTERED -> add(new Entered(entry.day(), entry.body().periodEnds()));
            case ENDED -> add(new EntryEnded(entry.day()));
            case INITIAL -> told(entry, Notice.INITIAL);
            case CHANGE_OF_ADDRESS -> told(entry, Notice.HOME);
            case CHANGE_OF_NAME -> told(entry, Notice.NAME);
            case PERIODIC -> told(entry, Notice.PERIODIC);
            case FOREIGN_TRAVEL -> told(entry, Notice.TRAVEL);
            case CHILD_IN_HOUSEHOLD -> told(entry, Notice.CHILD);
        }
    }

    private void told(Entry<RegisterNotification> entry, Notice notice) {
        add(new Notified(entry.day(), notice, Optional.empty(), false));
    }

    /** A first home is no change; a home elsewhere later is, and a stay elsewhere may be one. */
    private void places() {
        Optional<PlaceId> home = Optional.empty();
        for (Stay stay : stays) {
            if (stay.kind() == PersonBody.Stay.HOME) {
                if (home.filter(h -> !h.equals(stay.place())).isPresent()) {
                    stay.days().from().ifPresent(day -> add(new Changed(day, Notice.HOME)));
                }
                home = Optional.of(stay.place());
            } else if (stay.days().from().isPresent()) {
                add(new Stayed(stay.days(), stay.place().value()));
            }
        }
    }
}
