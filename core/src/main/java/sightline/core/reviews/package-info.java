/**
 * Case reviews: what agencies found after a child was seriously harmed, what they recommended to
 * whom, and whether it was done.
 *
 * <p>A review is the sequence of its {@link sightline.core.reviews.ReviewEntry entries}; nothing
 * else is kept. {@link sightline.core.reviews.Review} works out everything that is shown of it at a
 * moment, and {@link sightline.core.reviews.Review#refusal} says why an entry may not be added. A
 * {@link sightline.core.reviews.Standing} is worked out and never stored. A new kind of entry is a
 * record here; the compiler then names every place that must know it.
 */
@NullMarked
package sightline.core.reviews;

import org.jspecify.annotations.NullMarked;
