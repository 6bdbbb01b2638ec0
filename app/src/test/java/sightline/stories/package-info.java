/**
 * The shipped cases as tests: each line of a case is read without a problem, each row of the
 * inquiry is met by its alert or duty on its day, the twin stays silent, and each harmful fact put
 * back alone raises its own signal.
 *
 * <p>{@link sightline.stories.CaseFolder} reads what a case's folder holds. A further case is a
 * folder in {@code resources/cases} and a name in {@link sightline.stories.CaseFolder#NAMES}.
 */
@NullMarked
package sightline.stories;

import org.jspecify.annotations.NullMarked;
