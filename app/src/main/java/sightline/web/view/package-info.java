/**
 * What a page shows, as records, and how a record becomes HTML.
 *
 * <p>A controller fills a {@link sightline.web.view.Page} and returns it; its template is found by
 * the page's own word. Everything is formatted before: a template only repeats and leaves out.
 * Parts that many pages share are in {@code part}, pages in {@code page}, drawings in {@code
 * chart}.
 *
 * <p>To add a page: a record that is a {@code Page}, a template of the same name under {@code
 * src/main/jte/page}, and an example in the tests, which is then rendered and checked like the
 * others.
 */
@NullMarked
package sightline.web.view;

import org.jspecify.annotations.NullMarked;
