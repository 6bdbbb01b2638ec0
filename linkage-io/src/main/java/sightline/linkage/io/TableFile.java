package sightline.linkage.io;

import sightline.linkage.CsvReader;
import sightline.linkage.LinkageException;
import sightline.linkage.Table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a table from a file, CSV or Parquet, as its first bytes say. */
public final class TableFile {
    private static final int LOOKED_AT = 4;

    private TableFile() {}

    /** The table; throws {@link LinkageException} where the file holds none that can be read. */
    public static Table read(Path file) {
        refuse(file, Files.notExists(file), "there is no such file");
        refuse(file, Files.isDirectory(file), "it is a folder");
        byte[] beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = in.readNBytes(LOOKED_AT);
        } catch (IOException e) {
            throw new LinkageException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        return isParquet(beginning) ? ParquetTables.read(file) : CsvReader.read(file);
    }

    private static void refuse(Path file, boolean where, String why) {
        if (where) {
            throw new LinkageException(
                    "%s cannot be read: %s.%nName files in CSV or Parquet.".formatted(file, why));
        }
    }

    private static boolean isParquet(byte[] beginning) {
        return beginning.length == LOOKED_AT
                && beginning[0] == 'P'
                && beginning[1] == 'A'
                && beginning[2] == 'R'
                && beginning[3] == '1';
    }
}
