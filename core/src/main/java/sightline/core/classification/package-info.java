/**
 * What an offence or an incident is, by what was charged and between whom, never by its title.
 *
 * <p>{@link sightline.core.classification.ViolenceAgainstChild} and {@link
 * sightline.core.classification.SeriousViolence} judge convictions (rules OC-1 to OC-4); {@link
 * sightline.core.classification.PersonallyConnected} and {@link
 * sightline.core.classification.DomesticSuspicion} find incidents between family or partners that
 * carry no domestic flag; {@link sightline.core.classification.LogReading} finds the words of a log
 * that speak for or against it, by the list in {@code Signs}. Each is a pure function; what is
 * missing is an {@link sightline.core.classification.Verdict.Unknown} that says what to ask, never
 * a no. A new class of offence is a row in {@link sightline.core.classification.OffenceClasses}, a
 * new definition one in {@link sightline.core.classification.DomesticDefinition}, each with its
 * dates.
 */
@NullMarked
package sightline.core.classification;

import org.jspecify.annotations.NullMarked;
