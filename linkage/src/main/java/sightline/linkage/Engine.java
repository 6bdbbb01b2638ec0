package sightline.linkage;

import java.nio.file.Path;
import java.util.List;

/**
 * Makes and compares the pairs of a run, mostly on other machines. What is small stays in this
 * process: the columns are recognised, the keys chosen, the model learnt from counted patterns, and
 * the records grouped here; what grows with the pairs is done there. Whatever the engine, a run
 * gives the same model, the same weights and the same clusters, to the last bit: pairs are drawn by
 * a hash of their records' places in an order that depends on what the records say, and what comes
 * back is put into the order in which one process would have found it.
 */
public interface Engine {
    /**
     * This process, keeping each part of the scored pairs in a folder as it is done, so that a run
     * of the same records, settings and weights that was broken off goes on from there. The folder
     * holds numbers of records and scores, no values.
     */
    static Engine keepingIn(Path folder) {
        return new KeepingEngine(folder);
    }

    /** Sends out the records, from which {@code plan} makes the pairs. */
    Pairs pairs(PairPlan plan, CodedRecords records);

    /** The pairs of one run. */
    interface Pairs {
        /** What each rule makes, in the order of the rules. */
        List<RuleCount> counts();

        /**
         * The pairs drawn for learning: {@link PairWorker#sample} of every block of every rule.
         *
         * @param gates for each rule, which hashes are drawn
         */
        List<FoundPairs> sample(List<Long> gates);

        /** The pairs worth keeping: {@link PairWorker#score} of every block of every rule. */
        List<FoundPairs> score(Weights weights, double least, Progress progress);
    }
}
