package sightline.bench;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What a figure depends on besides the program: stands above each of them. */
final class Machine {
    private static final long GIB = 1L << 30;

    private Machine() {}

    /** Machine, commit, seed, moment and load in one line. */
    static String line(Instant now, long seed, Path data) {
        OperatingSystemMXBean system = system();
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %d GiB, %s, Java %s, commit %s, seed %d, load %.1f",
                now.toString().substring(0, 16),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / GIB,
                disk(data),
                System.getProperty("java.version"),
                commit(),
                seed,
                system.getSystemLoadAverage());
    }

    /** How many processes want a core, on average over the last minute. */
    static double load() {
        return system().getSystemLoadAverage();
    }

    /** The processor time of this process. */
    static Duration processorTime() {
        return Duration.ofNanos(system().getProcessCpuTime());
    }

    /** The processor time of a process that runs, its ended children included. */
    static Duration processorTime(long process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return Duration.ofMillis(ticks * 10);
        } catch (IOException elsewhere) {
            return Duration.ZERO;
        }
    }

    private static OperatingSystemMXBean system() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    private static String disk(Path data) {
        try {
            FileStore store = Files.getFileStore(data.toAbsolutePath());
            return store.type() + " on " + store.name();
        } catch (IOException unknown) {
            return "unknown disk";
        }
    }

    private static String commit() {
        try {
            Process git =
                    new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said =
                    new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? "unknown" : said;
        } catch (IOException noGit) {
            throw new UncheckedIOException("git is not installed", noGit);
        }
    }
}
