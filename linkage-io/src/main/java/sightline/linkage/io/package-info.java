/**
 * Linkage's doors: settings and learnt models in YAML, Parquet in and out, reports for people, and
 * the command {@code link}.
 *
 * <p>{@link sightline.linkage.io.SettingsFile} writes and reads settings and models; {@link
 * sightline.linkage.io.LinkCommand} is the command.
 *
 * <p>To add a setting: a component of {@link sightline.linkage.Settings}, a line in {@code
 * SettingsText} with a remark, and its reading, with what to do when it is wrong, in {@code
 * SettingsReading}.
 */
@NullMarked
package sightline.linkage.io;

import org.jspecify.annotations.NullMarked;
