/**
 * The pages: sign-in, work, alerts, children, rules, feeds. They hold no rule and no query; each
 * asks one read service of another room, which also writes what was shown into the journal.
 *
 * <p>{@link sightline.web.WebSecurity} guards every address by the table {@link
 * sightline.web.PagePolicies}; an address that is not in it answers nobody. A page's handler takes
 * a {@link sightline.web.Visit}: who reads, why, and the frame round the page. To add a page: a
 * {@link sightline.web.PageController} and a line in the table; {@code sightline.web.view} says how
 * it looks.
 */
@NullMarked
package sightline.web;

import org.jspecify.annotations.NullMarked;
