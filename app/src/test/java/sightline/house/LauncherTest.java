package sightline.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The launcher over a home that is already built, with a JDK that repeats how it was called. */
final class LauncherTest {

    @TempDir private Path folder;
    private Path home;
    private Path jdk;

    @BeforeEach
    void aBuiltHomeAndAJdkThatRepeatsItsArguments() throws IOException {
        var source = SourceTree.ofThisRepository().root();
        home = Files.createDirectories(folder.resolve("a home"));
        jdk = aJdk("jdk 25", "25.0.3");
        copy(source, "sightline");
        copy(source, ".mvn/jdk.sh");
        write("app/target/sightline.jar", "");
        write("app/target/.built", "");
        write("app/target/run/current", "one\n");
        write("app/target/run/one/sightline.jar", "");
    }

    @Test
    void runsTheCommandOnTheNamedJdkWithItsArgumentsUntouched() throws Exception {
        var run = launch(home.resolve("sightline"), Map.of(), "doctor", "two words", "*", "");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("[doctor]\n[two words]\n[*]\n[]\n");
        assertThat(run.out()).contains("[-jar]\n[" + home.toRealPath() + "/app/target/run/one/");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void linkageIsAProgramOfItsOwnAndNeedsNothingOfTheServer() throws Exception {
        write("linkage-io/target/sightline-linkage-io.jar", "");
        write("linkage-io/target/.built", "");
        write("linkage-io/target/run/current", "two\n");

        var run = launch(home.resolve("sightline"), Map.of(), "link", "a b.csv", "--output", "c");

        assertThat(run.out()).contains("/linkage-io/target/run/two/sightline-linkage-io.jar]");
        assertThat(run.out()).contains("[a b.csv]\n[--output]\n[c]\n").doesNotContain("[link]");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void linkageOnSparkIsStartedAtOnceWithNothingWaitingBesideIt() throws Exception {
        write("linkage-spark/run", "for word; do printf '<%s>' \"$word\"; done; exit 7\n");

        var run =
                launch(
                        home.resolve("sightline"),
                        Map.of(),
                        "link",
                        "a b.csv",
                        "--output",
                        "c",
                        "--engine",
                        "spark");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.out()).isEqualTo("<a b.csv><--output><c><--engine><spark>");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void linkageElsewhereThanOnSparkIsOneProgram() throws Exception {
        write("linkage-io/target/sightline-linkage-io.jar", "");
        write("linkage-io/target/.built", "");
        write("linkage-io/target/run/current", "two\n");
        write("linkage-spark/run", "exit 7\n");
        var launcher = home.resolve("sightline");

        var local =
                launch(launcher, Map.of(), "link", "spark", "--output", "c", "--engine", "local");
        var last = launch(launcher, Map.of(), "link", "--engine", "spark", "--engine", "local");

        assertThat(local.exitCode()).isZero();
        assertThat(local.out()).contains("sightline-linkage-io.jar]");
        assertThat(last.exitCode()).isZero();
    }

    @Test
    void findsItsHomeThroughALinkFromAnyFolder() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a home/sightline"));

        assertThat(launch(link, Map.of(), "doctor").out()).contains("a home/app/target/run/one/");
    }

    @Test
    void aServerIsStartedForTheLongRunAndAShortCommandForAQuickStart() throws Exception {
        var launcher = home.resolve("sightline");

        assertThat(launch(launcher, Map.of(), "serve").out()).doesNotContain("TieredStopAtLevel");
        assertThat(launch(launcher, Map.of(), "demo").out()).contains("TieredStopAtLevel=1");
    }

    @Test
    void optionsOfTheOperatorComeLastSoThatTheyWin() throws Exception {
        var run =
                launch(
                        home.resolve("sightline"),
                        Map.of("SIGHTLINE_JAVA_OPTS", "-Xmx3g -Dx=y"),
                        "serve");

        assertThat(run.out()).contains("[-Xmx3g]\n[-Dx=y]\n[-jar]\n");
    }

    @Test
    void anOldJdkThatIsNamedIsRefusedWithWhatToDo() throws Exception {
        var old = aJdk("jdk 17", "17.0.15");

        var run =
                launch(
                        home.resolve("sightline"),
                        Map.of("SIGHTLINE_JAVA_HOME", old.toString()),
                        "doctor");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no JDK 25 or later").contains("unset it");
    }

    @Test
    void anOldDefaultJdkIsPassedOverForANewerOne() throws Exception {
        aJdk("user/.jdks/jdk-25", "25");
        var run =
                launch(
                        home.resolve("sightline"),
                        Map.of(
                                "SIGHTLINE_JAVA_HOME", "",
                                "JAVA_HOME", aJdk("jdk 17", "17.0.15").toString(),
                                "HOME", folder.resolve("user").toString()),
                        "--version");

        assertThat(run.err()).doesNotContain("no JDK");
    }

    private record Run(int exitCode, String out, String err) {}

    private Run launch(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SIGHTLINE_JAVA_HOME", jdk.toString());
        builder.environment().remove("SIGHTLINE_JAVA_OPTS");
        builder.environment().putAll(environment);
        var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        return new Run(process.waitFor(), Files.readString(out), Files.readString(err));
    }

    private Path aJdk(String name, String version) throws IOException {
        var place = folder.resolve(name);
        var bin = Files.createDirectories(place.resolve("bin"));
        var program = "#!/bin/sh\nfor word; do printf '[%s]\\n' \"$word\"; done\n";
        for (var tool : List.of("java", "javac")) {
            var file = Files.writeString(bin.resolve(tool), program, StandardCharsets.UTF_8);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(place.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return place;
    }

    private void copy(Path source, String name) throws IOException {
        var to = home.resolve(name);
        Files.createDirectories(to.getParent());
        Files.copy(source.resolve(name), to);
    }

    private void write(String name, String text) throws IOException {
        var to = home.resolve(name);
        Files.createDirectories(to.getParent());
        Files.writeString(to, text);
    }
}
