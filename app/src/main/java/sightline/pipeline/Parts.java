package sightline.pipeline;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.alerts.Derivation;
import sightline.core.directory.Directory;
import sightline.facts.Facts;
import sightline.identity.Identities;

import java.util.function.Function;

/**
 * What a pipeline and a rebuild are made of alike.
 *
 * @param directory who works where, as it stands in a transaction
 * @param attending puts alerts before people and takes up what they did; a rebuild's does neither
 */
record Parts(
        Facts facts,
        Identities identities,
        Function<JdbcClient, Directory> directory,
        Derivation derivation,
        Attending attending) {}
