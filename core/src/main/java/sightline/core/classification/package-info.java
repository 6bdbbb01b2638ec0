/**
 * What an offence is, by what was charged and against whom, never by its title.
 *
 * <p>{@link sightline.core.classification.ViolenceAgainstChild} and {@link
 * sightline.core.classification.SeriousViolence} judge convictions (rules OC-1 to OC-4). Each is a
 * pure function; what is missing is an {@link sightline.core.classification.Verdict.Unknown} that
 * says what to ask, never a no. A new class of offence is a row in {@link
 * sightline.core.classification.OffenceClasses} with its dates.
 */
@NullMarked
package sightline.core.classification;

import org.jspecify.annotations.NullMarked;
