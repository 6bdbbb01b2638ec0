/**
 * Who works where: areas, agencies, teams and posts, who holds each post on a day, who covers, who
 * is on call at night, and how each is reached.
 *
 * <p>Main types: {@link sightline.core.directory.Directory}, its in-memory form {@link
 * sightline.core.directory.FixedDirectory}, the entries it is made of ({@link
 * sightline.core.directory.DirectoryEntries}, put together with a {@link
 * sightline.core.directory.DirectoryBuilder}), and the answer {@link
 * sightline.core.directory.OnDuty}.
 *
 * <p>A store keeps entries and answers with a {@code FixedDirectory} made of them; it passes {@code
 * DirectoryContractTest}. A new kind of entry: a record, a list in {@code DirectoryEntries}, its
 * references in {@code EntryFaults}.
 */
@NullMarked
package sightline.core.directory;

import org.jspecify.annotations.NullMarked;
