package sightline.linkage.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

import sightline.linkage.FoundPairs;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.BitSet;
import java.util.Locale;

/**
 * Parts of the scored pairs, kept in a folder as they are done. A part is written under another
 * name and renamed, so that one that is there is whole.
 *
 * @param folder of this run: named after everything that the scores depend on
 */
record Checkpoint(String folder) implements Serializable {

    private Path path(int part) {
        return new Path(folder, String.format(Locale.ROOT, "part-%05d", part));
    }

    private FileSystem files() throws IOException {
        return new Path(folder).getFileSystem(new Configuration());
    }

    /** Which parts are there. */
    BitSet done(int parts) throws IOException {
        BitSet done = new BitSet(parts);
        FileSystem files = files();
        for (int part = 0; part < parts; part++) {
            done.set(part, files.exists(path(part)));
        }
        return done;
    }

    void keep(int part, int attempt, FoundPairs pairs) throws IOException {
        FileSystem files = files();
        Path half = path(part).suffix(".%d".formatted(attempt));
        try (var out = new ObjectOutputStream(new BufferedOutputStream(files.create(half, true)))) {
            out.writeObject(pairs);
        }
        if (!files.rename(half, path(part)) && !files.exists(path(part))) {
            throw new IOException("%s cannot be renamed to %s".formatted(half, path(part)));
        }
    }

    FoundPairs read(int part) throws IOException {
        try (var in = new ObjectInputStream(new BufferedInputStream(files().open(path(part))))) {
            return (FoundPairs) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("%s is of another version".formatted(path(part)), e);
        }
    }
}
