package sightline.facts;

import java.io.Serial;

/**
 * What is kept was derived by newer rules than those of this program: it derives nothing, so that
 * two versions on one database do not take each other's findings away.
 */
public final class NewerRules extends IllegalStateException {
    @Serial private static final long serialVersionUID = 1;

    NewerRules(int ours, int theirs) {
        super(
                "This program has version %d of the rules; this database was worked on with version %d.\n"
                                .formatted(ours, theirs)
                        + "It derives nothing here. Stop it, and start the newer program.");
    }
}
