package sightline.linkage.spark;

import sightline.linkage.CodedRecords;
import sightline.linkage.PairPlan;
import sightline.linkage.Weights;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a run's parts are kept: in a folder named after the records, the plan and the weights, so
 * that parts of another run are never taken for its own.
 */
final class Resumption {
    private static final int SLICE = 50_000;
    private static final int NAME = 32;

    private final String folder;
    private final PairPlan plan;
    private final CodedRecords records;
    private final String cut;

    /**
     * @param cut how the pairs are cut into parts
     */
    Resumption(String folder, PairPlan plan, CodedRecords records, String cut) {
        this.cut = cut;
        this.folder = folder;
        this.plan = plan;
        this.records = records;
    }

    Checkpoint checkpoint(Weights weights, double least) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var out =
                    new ObjectOutputStream(
                            new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
                out.writeObject(plan);
                out.writeObject(weights);
                out.writeDouble(least);
                for (int from = 0; from < records.size(); from += SLICE) {
                    out.writeObject(records.rows(from, Math.min(records.size(), from + SLICE)));
                    out.reset();
                }
            }
            String name = HexFormat.of().formatHex(digest.digest()).substring(0, NAME);
            return new Checkpoint(folder + "/" + name + "-" + cut);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
