package sightline.linkage.spark;

import org.apache.spark.api.java.JavaSparkContext;

import sightline.linkage.CodedRecords;
import sightline.linkage.Engine;
import sightline.linkage.PairPlan;

import java.util.Optional;

/**
 * Makes and compares pairs on the workers of a Spark context. The driver holds the columns as
 * numbers with each distinct value once, and the pairs that are kept; the workers get the values
 * once, and of the records those that have a key in common, as numbers.
 */
public final class SparkEngine implements Engine {
    private final JavaSparkContext spark;
    private final Optional<String> checkpoints;
    private final Cut cut;

    /** Pairs on the context's workers. */
    public SparkEngine(JavaSparkContext spark) {
        this(spark, Optional.empty(), Cut.USUAL);
    }

    private SparkEngine(JavaSparkContext spark, Optional<String> checkpoints, Cut cut) {
        this.spark = spark;
        this.checkpoints = checkpoints;
        this.cut = cut;
    }

    /**
     * The same, keeping each part of the scored pairs in a folder as it is done, so that a run that
     * was broken off goes on from there. It must be one that every worker sees; what it holds are
     * numbers of records and their scores.
     */
    public SparkEngine keepingIn(String folder) {
        return new SparkEngine(spark, Optional.of(folder), cut);
    }

    /** The same, with the work cut in another way. */
    SparkEngine cut(Cut other) {
        return new SparkEngine(spark, checkpoints, other);
    }

    @Override
    public Pairs pairs(PairPlan plan, CodedRecords records) {
        return new SparkPairs(spark, plan, records, cut, checkpoints);
    }
}
