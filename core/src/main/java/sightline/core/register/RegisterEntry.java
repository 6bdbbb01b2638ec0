package sightline.core.register;

import sightline.core.kernel.AgencyId;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of a register's list: where somebody stands under it, and who answers.
 *
 * @param pack the register's key
 * @param starts the first day of the run that holds the day, else of the last
 * @param ends its last day, where it has one
 * @param keeper the agency that answers, whoever was offered the person
 * @param offeredTo to whom the person is offered and who has not answered
 * @param owed what is to be told next, or was not told in time
 * @param due the last day for it
 * @param visit by when the police are to see the person next, at which level of risk; nothing where
 *     no level was set or the register plans no visits
 * @param away where the person is as recorded, where no return is
 */
public record RegisterEntry(
        String pack,
        State state,
        LocalDate starts,
        Optional<LocalDate> ends,
        AgencyId keeper,
        Optional<AgencyId> offeredTo,
        Optional<Notice> owed,
        Optional<LocalDate> due,
        Optional<Registration.Visit> visit,
        Optional<Happening.Away> away) {

    /** The line of a registration; nothing where it never covered anybody. */
    public static Optional<RegisterEntry> of(
            Registration registration, AgencyId keeper, Optional<AgencyId> offeredTo) {
        Optional<Obligation> first =
                registration.state().under() ? registration.first() : Optional.empty();
        return registration
                .run()
                .flatMap(run ->
                        run.from()
                                .map(from ->
                                        new RegisterEntry(
                                                registration.pack(),
                                                registration.state(),
                                                from,
                                                run.until(),
                                                keeper,
                                                offeredTo,
                                                first.map(Obligation::notice),
                                                first.flatMap(Obligation::lastDay),
                                                registration
                                                        .visit()
                                                        .filter(_ -> registration.state().under()),
                                                registration.away().map(Happening.Gone::where))));
    }
}
