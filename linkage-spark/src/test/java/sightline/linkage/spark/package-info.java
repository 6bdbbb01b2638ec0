/** Tests of linkage on Spark: the same as in one process, also where a worker is lost. */
@NullMarked
package sightline.linkage.spark;

import org.jspecify.annotations.NullMarked;
