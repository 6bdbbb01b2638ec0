/**
 * Linkage on Apache Spark: the same settings, weights and clusters as in one process.
 *
 * <p>{@link sightline.linkage.spark.SparkEngine} makes and compares the pairs on the workers of a
 * Spark context; {@link sightline.linkage.spark.SparkLinkCommand} is the command {@code link} with
 * it. Keys are counted first ({@code KeyCounts}), then records are sent to the workers of their
 * keys ({@code KeyedRows}) and their pairs compared there by {@code linkage}'s own code.
 */
@NullMarked
package sightline.linkage.spark;

import org.jspecify.annotations.NullMarked;
