/**
 * Record linkage without labels: which records, in one file or several, are about one person.
 *
 * <p>Start at {@link sightline.linkage.Linkage}: it reads tables ({@link
 * sightline.linkage.CsvReader}), proposes {@link sightline.linkage.Settings} from the names and the
 * contents of the columns, learns a {@link sightline.linkage.Model} from the records themselves,
 * scores the pairs that {@link sightline.linkage.Blocking} brings together, and groups records into
 * {@link sightline.linkage.Clusters}. {@link sightline.linkage.Explanation} says why; {@link
 * sightline.linkage.Evaluation} says how well, where the truth is known.
 *
 * <p>To add a kind of column: a constant in {@link sightline.linkage.FieldKind}, words for it in
 * {@code Vocabulary}, and a {@code Comparator} with its levels from alike to different.
 */
@NullMarked
package sightline.linkage;

import org.jspecify.annotations.NullMarked;
