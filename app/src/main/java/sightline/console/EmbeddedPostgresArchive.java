package sightline.console;

import java.util.Locale;
import java.util.Optional;

/** The archive of PostgreSQL binaries for this machine, if the program was built with one. */
final class EmbeddedPostgresArchive {

    private EmbeddedPostgresArchive() {}

    static Optional<String> ofThisMachine() {
        return named(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Optional<String> named(String system, String processor) {
        var name = "postgres-" + systemName(system) + "-" + processorName(processor) + ".txz";
        return Optional.ofNullable(EmbeddedPostgresArchive.class.getResource("/" + name))
                .map(resource -> name);
    }

    private static String systemName(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String processorName(String processor) {
        return switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> processor;
        };
    }
}
