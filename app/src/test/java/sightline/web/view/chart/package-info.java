/** Drawings hold one mark for each row, in the right place, and the same rows draw the same. */
@NullMarked
package sightline.web.view.chart;

import org.jspecify.annotations.NullMarked;
