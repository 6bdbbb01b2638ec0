package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.alerts.Derivation;
import sightline.core.directory.Directory;
import sightline.core.duties.Clocks;
import sightline.core.screening.Rule;
import sightline.core.screening.RuleSettings;
import sightline.facts.Editions;
import sightline.facts.Facts;
import sightline.identity.Identities;

import java.util.List;
import java.util.function.Function;

/**
 * What a pipeline and a rebuild are made of alike.
 *
 * @param directory who works where, as it stands in a transaction
 * @param attending puts alerts before people and takes up what they did; a rebuild's does neither
 * @param packs those of the derivation, as the ledger keeps them
 */
record Parts(
        Facts facts,
        Identities identities,
        Function<JdbcClient, Directory> directory,
        Derivation derivation,
        Attending attending,
        Editions.Packs packs) {
    Parts(
            Facts facts,
            Identities identities,
            Function<JdbcClient, Directory> directory,
            Derivation derivation,
            Attending attending) {
        this(facts, identities, directory, derivation, attending, Rulebook.of(derivation));
    }

    /** The same under another directory, with other clocks and other settings of the rules. */
    Parts under(Directory who, Clocks clocks, RuleSettings settings) {
        return new Parts(
                facts, identities, _ -> who, derivation.with(clocks).with(settings), attending);
    }

    /** The rules of this program. */
    List<Rule> rules() {
        return derivation.screening().rules();
    }

    /** The same with other settings of the rules. */
    Parts under(RuleSettings settings) {
        return derivation.screening().settings().equals(settings)
                ? this
                : new Parts(facts, identities, directory, derivation.with(settings), attending);
    }
}
