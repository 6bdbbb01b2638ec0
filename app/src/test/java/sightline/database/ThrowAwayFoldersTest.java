package sightline.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Programs of one user on one machine neither clear each other's folders nor get in their way. */
final class ThrowAwayFoldersTest {
    private static final int STARTING = 8;

    /** A process that no machine has. */
    private static final String NOBODYS = "server-999999999-x";

    @TempDir private Path parent;

    @Test
    void severalThatStartAtOnceClearWhatAKilledProgramLeft() throws Exception {
        for (var round = 0; round < 2; round++) {
            var left = left(round);
            try (var starting = Executors.newFixedThreadPool(STARTING)) {
                var folders =
                        starting.invokeAll(
                                Collections.<Callable<Path>>nCopies(
                                        STARTING, () -> ThrowAwayFolders.create(parent)));
                for (var folder : folders) {
                    assertThat(folder.get()).isDirectory();
                    ThrowAwayFolders.delete(folder.get());
                }
            }
            assertThat(left).doesNotExist();
        }
    }

    private Path left(int round) throws IOException {
        var left = Files.createDirectory(parent.resolve(NOBODYS + round));
        for (var i = 0; i < 60; i++) {
            var folder = Files.createDirectories(left.resolve("data/" + i % 6));
            Files.writeString(folder.resolve("f" + i), "x");
        }
        return left;
    }

    @Test
    void deletingMindsNoneThatDeletesTheSame() throws Exception {
        for (var round = 0; round < 4; round++) {
            var left = left(round);
            try (var deleting = Executors.newFixedThreadPool(STARTING)) {
                var all =
                        deleting.invokeAll(
                                Collections.<Callable<Boolean>>nCopies(
                                        STARTING,
                                        () -> {
                                            OwnerOnly.delete(left);
                                            return true;
                                        }));
                for (var each : all) {
                    assertThat(each.get()).isTrue();
                }
            }
            assertThat(left).doesNotExist();
        }
    }

    /** In a container the processes of others are not to be seen; their folders are. */
    @Test
    void aFolderIsLeftOnlyWhenItsProgramEnded() throws Exception {
        var theirs = Files.createDirectory(parent.resolve(NOBODYS));
        var program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx32m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holding.class.getName(),
                                theirs.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(program.getInputStream().read()).isEqualTo('h');

        var own = ThrowAwayFolders.create(parent);
        var second = ThrowAwayFolders.create(parent);

        assertThat(theirs).isDirectory();
        assertThat(own).isDirectory();
        program.getOutputStream().close();
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        ThrowAwayFolders.delete(ThrowAwayFolders.create(parent));
        assertThat(theirs).doesNotExist();
        assertThat(second).isDirectory();
        ThrowAwayFolders.delete(own);
        ThrowAwayFolders.delete(second);
        assertThat(own).doesNotExist();
    }

    /** Uses the folder of its first argument until nobody listens any more. */
    static final class Holding {
        private Holding() {}

        public static void main(String[] arguments) throws IOException {
            ThrowAwayFolders.hold(Path.of(arguments[0]));
            System.out.print('h');
            System.out.flush();
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
