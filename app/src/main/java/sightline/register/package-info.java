/**
 * The list of the registers, kept as last derived: who is under which, how they stand, who answers
 * for them, what is due by when. Ids and dates; whom a line is about is asked of the record.
 *
 * <p>{@link sightline.register.RegisterList} writes it within the pipeline's transaction and reads
 * it for keepers. Nothing here decides anything: registers are {@code core.register}.
 */
@NullMarked
package sightline.register;

import org.jspecify.annotations.NullMarked;
