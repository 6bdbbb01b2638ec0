/**
 * A real browser for the tests of pages: {@link sightline.browser.TestBrowser} opens pages and
 * scans them, {@link sightline.browser.ChromiumOnDisk} finds or installs the program.
 */
@NullMarked
package sightline.browser;

import org.jspecify.annotations.NullMarked;
