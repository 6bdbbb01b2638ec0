package sightline.linkage;

import java.io.Serializable;
import java.util.List;

/** The numbers of a learnt model, without the columns that it is about: to be sent to workers. */
public final class Weights implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] share;
    private final double[][] probability;

    private Weights(double[] share, double[][] probability) {
        this.share = share;
        this.probability = probability;
    }

    static Weights of(Model model) {
        return new Weights(model.share, model.probability);
    }

    Model on(List<Comparator> comparators) {
        return new Model(comparators, share, probability);
    }
}
