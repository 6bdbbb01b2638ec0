package sightline.core.facts;

import sightline.core.kernel.Text;

import java.util.Optional;

/** What housing services record. */
public sealed interface HousingBody extends Body {

    /** An application for housing by the subject, with everybody who would live there. */
    record HousingApplication(Optional<String> reference) implements HousingBody {}

    /** A tenancy began or ended at the fact's place. */
    record Tenancy(boolean ended) implements HousingBody {}

    /** Somebody was reported or seen living at the fact's place; they may be unnamed. */
    record OccupantReported(boolean named, Optional<Text> description) implements HousingBody {}
}
