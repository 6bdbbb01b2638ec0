package sightline.linkage.io;

import sightline.linkage.Linkage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes every record with its cluster. */
final class ClusterFile {
    private ClusterFile() {}

    /** As Parquet where the file is called so, else as CSV. */
    static void write(Linkage linkage, Path file) throws IOException {
        if (file.toString().endsWith(".parquet")) {
            writeParquet(linkage, file);
        } else {
            writeCsv(linkage, file);
        }
    }

    private static void writeParquet(Linkage linkage, Path file) throws IOException {
        List<String> clusters = linkage.clusterNames();
        try (var out = new ParquetFile(file, List.of("record_id", "source", "cluster_id"))) {
            for (int i = 0; i < clusters.size(); i++) {
                out.add(List.of(linkage.idOf(i), linkage.sourceOf(i), clusters.get(i)));
            }
        }
    }

    private static void writeCsv(Linkage linkage, Path file) throws IOException {
        List<String> clusters = linkage.clusterNames();
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("record_id,source,cluster_id\n");
            for (int i = 0; i < clusters.size(); i++) {
                out.write(quoted(linkage.idOf(i)));
                out.write(',');
                out.write(quoted(linkage.sourceOf(i)));
                out.write(',');
                out.write(quoted(clusters.get(i)));
                out.write('\n');
            }
        }
    }

    private static String quoted(String value) {
        if (value.indexOf(',') < 0
                && value.indexOf('"') < 0
                && value.indexOf('\n') < 0
                && value.indexOf('\r') < 0) {
            return value;
        }
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
