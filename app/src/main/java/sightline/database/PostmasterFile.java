package sightline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says: line 1 the process, line 4 the port. */
record PostmasterFile(long process, int port) {

    static Optional<PostmasterFile> of(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        if (lines.size() < 4 || lines.get(3).isBlank()) {
            return Optional.of(
                    new PostmasterFile(lines.isEmpty() ? 0 : number(lines.getFirst()), 0));
        }
        return Optional.of(
                new PostmasterFile(number(lines.getFirst()), (int) number(lines.get(3))));
    }

    /**
     * Whether that process is alive and a PostgreSQL server: after a reboot its number may be
     * another's.
     */
    boolean runs() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .flatMap(p -> p.info().command())
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    private static long number(String line) {
        var text = line.strip();
        return text.matches("\\d{1,10}") ? Long.parseLong(text) : 0;
    }
}
