package sightline.core.directory;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.OdsCode;
import sightline.core.kernel.Period;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An organisation that sends or receives, and the area that it serves.
 *
 * @param open the days on which it exists: codes close and are succeeded by others
 * @param odsCode its health service code, if it has one
 * @param successor who has its work from the day after its last, if anybody does
 */
public record Agency(
        AgencyId id,
        String name,
        AgencyType type,
        AreaId area,
        Period open,
        Optional<OdsCode> odsCode,
        Optional<AgencyId> successor) {

    /** An agency that nobody succeeds. */
    public Agency(
            AgencyId id,
            String name,
            AgencyType type,
            AreaId area,
            Period open,
            Optional<OdsCode> odsCode) {
        this(id, name, type, area, open, odsCode, Optional.empty());
    }

    /** An agency without known dates or health service code. */
    public Agency(AgencyId id, String name, AgencyType type, AreaId area) {
        this(id, name, type, area, Period.always(), Optional.empty());
    }

    /** The same, closing at the end of a day; another has its work from the next day on. */
    public Agency succeededBy(AgencyId next, LocalDate lastDay) {
        return new Agency(
                id,
                name,
                type,
                area,
                new Period(open.from(), Optional.of(lastDay)),
                odsCode,
                Optional.of(next));
    }

    /** Whether its last day is past. */
    public boolean closedOn(LocalDate day) {
        return open.until().filter(day::isAfter).isPresent();
    }
}
