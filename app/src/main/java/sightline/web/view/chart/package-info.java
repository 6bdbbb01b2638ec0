/**
 * Drawings, laid out here and drawn by a template: swim lanes, genogram, body map, clocks.
 *
 * <p>Each is made from the rows of the list that stands beside it, one mark a row, and each mark
 * leads to its row; so a drawing never says more or less than its list, and needs no script. To add
 * one: a record with a static {@code draw} that takes the rows, and a test that marks drawn equal
 * rows.
 */
@NullMarked
package sightline.web.view.chart;

import org.jspecify.annotations.NullMarked;
