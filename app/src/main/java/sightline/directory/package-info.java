/**
 * The directory in PostgreSQL: areas, agencies, posts, holders, covers, rotas and contact routes.
 *
 * <p>{@link sightline.directory.PostgresDirectory} keeps the entries and hands out a {@link
 * sightline.core.directory.FixedDirectory} of them, read anew when they have changed. It passes the
 * contract test of every directory.
 *
 * <p>A new field of an entry is a column in {@code db/directory}, a line in {@code EntryRows} and a
 * line in {@code EntryReader}; the contract test says when one is missing.
 */
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package sightline.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
