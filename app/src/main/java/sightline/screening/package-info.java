/**
 * What areas set of the rules: which are switched off there, and their numbers.
 *
 * <p>{@link sightline.screening.RuleChanges} keeps what was proposed, what it would change, who
 * approved it and from when it is in force. What a setting means is {@link
 * sightline.core.screening.RuleSettings}; the pipeline puts it in force.
 */
@NullMarked
package sightline.screening;

import org.jspecify.annotations.NullMarked;
