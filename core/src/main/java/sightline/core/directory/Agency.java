package sightline.core.directory;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.OdsCode;
import sightline.core.kernel.Period;

import java.util.Optional;

/**
 * An organisation that sends or receives, and the area that it serves.
 *
 * @param open the days on which it exists: codes close and are succeeded by others
 * @param odsCode its health service code, if it has one
 */
public record Agency(
        AgencyId id,
        String name,
        AgencyType type,
        AreaId area,
        Period open,
        Optional<OdsCode> odsCode) {

    /** An agency without known dates or health service code. */
    public Agency(AgencyId id, String name, AgencyType type, AreaId area) {
        this(id, name, type, area, Period.always(), Optional.empty());
    }
}
