/**
 * The pages, each a record with the frame first and then what it shows, in the order of the page.
 *
 * <p>None of them holds a rule or a query: dates, names and numbers arrive as the words to be read.
 */
@NullMarked
package sightline.web.view.page;

import org.jspecify.annotations.NullMarked;
