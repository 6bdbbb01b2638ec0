/**
 * Parts of pages as records of plain words, each with a template of its name under {@code
 * src/main/jte/part}.
 *
 * <p>Several refuse to exist without what makes them safe: a duty names its next escalation, a step
 * of an alert its source and date, and a source that did not answer cannot read like one that holds
 * nothing. To add a part: a record here, a template there, and its use in an example page.
 */
@NullMarked
package sightline.web.view.part;

import org.jspecify.annotations.NullMarked;
