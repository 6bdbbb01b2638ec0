package sightline.checks;

import sightline.access.ReaderContext;
import sightline.core.kernel.AgencyId;

import java.util.Optional;

/** Who asks. */
public sealed interface Asker {
    /** For which agency. */
    AgencyId agency();

    /** The account, or the agency's own system: {@code system:AGENCY}. */
    String by();

    /** Whose reading it is, where it is a person's. */
    Optional<ReaderContext> reader();

    /** Somebody who is signed in. */
    record Person(ReaderContext context) implements Asker {
        @Override
        public AgencyId agency() {
            return context.agencyId();
        }

        @Override
        public String by() {
            return context.actor();
        }

        @Override
        public Optional<ReaderContext> reader() {
            return Optional.of(context);
        }
    }

    /** An agency's own system. */
    record AgencySystem(AgencyId agency) implements Asker {
        @Override
        public String by() {
            return "system:" + agency.value();
        }

        @Override
        public Optional<ReaderContext> reader() {
            return Optional.empty();
        }
    }
}
