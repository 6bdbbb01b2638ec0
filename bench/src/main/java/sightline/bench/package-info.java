/** Benchmarks, load drivers and crash harnesses; results are written to docs/benchmarks. */
@NullMarked
package sightline.bench;

import org.jspecify.annotations.NullMarked;
