package sightline.core.screening;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.Release;
import sightline.core.facts.JusticeBody.Supervision;
import sightline.core.facts.JusticeBody.Supervision.SupervisionStage;
import sightline.core.facts.JusticeBody.Supervision.SupervisionType;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What watches over a person who harmed a child and comes to its end: supervision, a licence, an
 * order, an entry. Each is asked about before its day where that is known, else when it has ended.
 * What had ended before anybody told of it is history and asks nothing.
 */
final class RegisterEndings {
    private static final int NOTICE_DAYS = 28;

    /**
     * One of them.
     *
     * @param planned whether its last day was known before
     * @param since when to begin to ask
     * @param owner whoever supervises, else whoever keeps the register
     */
    record Ending(Fact basis, boolean planned, Instant since, String words, Recipient owner) {}

    private final Situation situation;
    private final Individual person;

    RegisterEndings(Situation situation) {
        this.situation = situation;
        this.person = situation.subject();
    }

    List<Ending> all() {
        List<Ending> all = new ArrayList<>();
        Map<String, Optional<LocalDate>> known = new LinkedHashMap<>();
        for (Entry<Supervision> entry : person.about(Supervision.class)) {
            SupervisionType type = entry.body().type();
            String which = entry.fact().source().value() + "/" + type;
            Optional<LocalDate> planned = known.getOrDefault(which, Optional.empty());
            if (entry.body().stage() == SupervisionStage.ENDED) {
                if (planned.filter(day -> !day.isAfter(entry.day())).isEmpty()) {
                    ended(entry, words(type)).ifPresent(all::add);
                }
                known.remove(which);
            } else {
                entry.body()
                        .ends()
                        .ifPresent(day -> {
                            planned(entry.fact(), words(type), day).ifPresent(all::add);
                            known.put(which, Optional.of(day));
                        });
            }
        }
        for (Entry<Release> entry : person.about(Release.class)) {
            entry.body()
                    .licenceEnds()
                    .flatMap(day -> planned(entry.fact(), "The licence", day))
                    .ifPresent(all::add);
        }
        return all;
    }

    private Optional<Ending> planned(Fact basis, String what, LocalDate day) {
        Instant received = basis.times().received();
        if (London.day(received).isAfter(day)) {
            return Optional.empty();
        }
        return Optional.of(
                new Ending(
                        basis,
                        true,
                        Order.later(London.startOf(day.minusDays(NOTICE_DAYS)), received),
                        what + " ends on " + Words.day(day) + ".",
                        owner(basis)));
    }

    private Optional<Ending> ended(Entry<Supervision> entry, String what) {
        Instant received = entry.received();
        if (entry.day().isBefore(London.day(received).minusDays(NOTICE_DAYS))) {
            return Optional.empty();
        }
        return Optional.of(
                new Ending(
                        entry.fact(),
                        false,
                        received,
                        what + " ended on " + Words.day(entry.day()) + ".",
                        owner(entry.fact())));
    }

    /**
     * Whoever supervises: probation, by its own manager, or who accepted it since; courts and
     * prisons hold nobody.
     */
    private Recipient owner(Fact basis) {
        boolean supervises =
                situation
                        .directory()
                        .agency(basis.source())
                        .map(Agency::type)
                        .filter(AgencyType.PROBATION::equals)
                        .isPresent();
        return supervises ? Supervised.of(situation).since(basis) : situation.registers().keeper();
    }

    private static String words(SupervisionType type) {
        return switch (type) {
            case LICENCE -> "The licence";
            case REGISTER -> "The entry on the register";
            case VIOLENT_OFFENDER_ORDER -> "The violent offender order";
            case REPORTING_ORDER -> "The order to report";
            case COMMUNITY_ORDER, PROBATION, OTHER_ORDER ->
                    "The " + type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
