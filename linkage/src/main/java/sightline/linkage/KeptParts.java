package sightline.linkage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Parts of the scored pairs, each in a file of its own once it is done, so that a run that was
 * broken off goes on. A part is written under another name and renamed: one that is there is whole.
 *
 * @param folder of this run alone
 */
record KeptParts(Path folder) {

    private Path file(int part) {
        return folder.resolve("part-" + part);
    }

    /** The part's pairs, where it was done before. */
    Optional<Edges> read(int part) {
        Path file = file(part);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Edges edges = new Edges();
            for (int left = in.readInt(); left > 0; left--) {
                edges.add(in.readInt(), in.readInt(), in.readFloat());
            }
            return Optional.of(edges);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(int part, Edges edges) {
        Path half = folder.resolve("part-" + part + ".half");
        try {
            Files.createDirectories(folder);
            try (var out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(half)))) {
                out.writeInt(edges.size);
                for (int e = 0; e < edges.size; e++) {
                    out.writeInt(edges.left[e]);
                    out.writeInt(edges.right[e]);
                    out.writeFloat(edges.odds[e]);
                }
            }
            Files.move(half, file(part), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
