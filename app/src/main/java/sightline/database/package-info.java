/**
 * The ground floor of everything that is stored: a PostgreSQL server, the roles and schemas in it,
 * and the only way to a connection.
 *
 * <p>{@link sightline.database.EmbeddedPostgres} runs a server beside the program; {@link
 * sightline.database.Database} opens that one or any other; {@link sightline.database.Migrations}
 * brings every room's schema up to date; {@link sightline.database.Transactions} opens a signed
 * context and then runs work in it.
 *
 * <p>To add a room's tables, put {@code V001__what.sql} into {@code db/ROOM} on the class path,
 * name the room in {@code Migrations}, and guard each table with the functions of {@code
 * db/access/V002__guards.sql}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package sightline.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
