package sightline.linkage.io;

import sightline.linkage.Linkage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Writes every record with its cluster. */
final class ClusterFile {
    private static final int ROWS_A_RUN = 1 << 14;
    private static final int ROWS_A_WAVE = 1 << 20;

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
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("record_id,source,cluster_id\n".getBytes(StandardCharsets.UTF_8));
            for (int from = 0; from < clusters.size(); from += ROWS_A_WAVE) {
                for (byte[] run : wave(linkage, clusters, from)) {
                    out.write(run);
                }
            }
        }
    }

    /** The lines of some runs of rows, made on all cores. */
    private static List<byte[]> wave(Linkage linkage, List<String> clusters, int from) {
        int to = Math.min(clusters.size(), from + ROWS_A_WAVE);
        return IntStream.range(0, (to - from + ROWS_A_RUN - 1) / ROWS_A_RUN)
                .parallel()
                .mapToObj(run -> {
                    int begin = from + run * ROWS_A_RUN;
                    return lines(linkage, clusters, begin, Math.min(to, begin + ROWS_A_RUN));
                })
                .toList();
    }

    private static byte[] lines(Linkage linkage, List<String> clusters, int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append(quoted(linkage.idOf(i))).append(',');
            lines.append(quoted(linkage.sourceOf(i))).append(',');
            lines.append(quoted(clusters.get(i))).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return '"' + value.replace("\"", "\"\"") + '"';
            }
        }
        return value;
    }
}
