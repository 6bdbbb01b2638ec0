/**
 * Examples of every page, all invented, and the checks that each of them passes: words, structure,
 * and in a browser width and accessibility. {@link sightline.web.view.ExamplePages} lists them.
 */
@NullMarked
package sightline.web.view;

import org.jspecify.annotations.NullMarked;
