/**
 * Who may see what of whom, and why: relationships, conflicts of interest, seals, purposes, roles,
 * emergency access, approval by a second person, and the accounts of users.
 *
 * <p>{@link sightline.access.Decisions} decides, in the program; {@code access.decide} decides
 * again, in the database, from the same facts. A test holds the two equal. {@link
 * sightline.access.Relationships} and {@link sightline.access.Seals} are told by later rooms, in
 * the transaction of the fact that justifies it; this room computes no relationship.
 *
 * <p>To add a role or a purpose, extend {@link sightline.access.AccessRole} or {@link
 * sightline.access.Purpose} and the migration {@code R__role_matrix.sql}; the role page follows.
 */
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package sightline.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
