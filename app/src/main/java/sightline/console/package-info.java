/**
 * The command line. {@link sightline.console.Sightline} is the one program; each command is a class
 * of its own that prints data on standard output, progress on standard error, and ends with one of
 * the codes in {@link sightline.console.Outcome}.
 *
 * <p>To add a command, write the class and list it in {@code Sightline}. No rules and no SQL here.
 */
@NullMarked
package sightline.console;

import org.jspecify.annotations.NullMarked;
