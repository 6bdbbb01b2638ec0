package sightline.linkage.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the command's engine is, if it is not to compare the pairs itself. */
sealed interface Elsewhere {

    /** Nowhere. */
    record Nowhere() implements Elsewhere {}

    /** In this very program, which has the engine's libraries. */
    record InThisProgram(LinkCommand.Start start) implements Elsewhere {}

    /**
     * In a program of its own, so that neither has the other's libraries.
     *
     * @param script builds what is missing of it and runs it
     */
    record InAnother(Path script) implements Elsewhere {
        private static final String PLACE = "linkage-spark/run";

        /** Runs it with these words on our own streams; gives its exit code. It ends with us. */
        int run(List<String> arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of("sh", script.toString()));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end of Spark"));
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("linkage on Spark was interrupted", e);
            }
        }
    }

    /** The program beside this one, in the nearest folder above that has it. */
    static Elsewhere beside(Path program) {
        for (Path at = program.toAbsolutePath(); at != null; at = at.getParent()) {
            Path script = at.resolve(InAnother.PLACE);
            if (Files.isRegularFile(script)) {
                return new InAnother(script);
            }
        }
        return new Nowhere();
    }
}
