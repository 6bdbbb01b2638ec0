package sightline.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import sightline.house.Allowed.Exemption;
import sightline.house.SourceTree.SourceFile;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Rules of the house that a reader of single lines can check. */
final class TidyTest {

    private static final String PATTERN_NAMES =
            ".*/([A-Za-z]*(Impl|Manager|Helper|Utils?|Dto)|I[A-Z][a-z]\\w*)\\.java";

    private final SourceTree tree = SourceTree.ofThisRepository();
    private final Allowed allowed = Allowed.read();

    @TestFactory
    List<DynamicTest> noFileBreaksA() {
        return HouseBans.ALL.stream()
                .map(ban -> DynamicTest.dynamicTest(ban.name(), () -> assertKept(ban)))
                .toList();
    }

    private void assertKept(Ban ban) {
        var breaches =
                tree.files(ban.where()).stream()
                        .filter(file -> !allowed.covers(ban, file.path()))
                        .flatMap(file -> ban.breaches(file).stream());

        assertThat(breaches)
                .as("%s%nWhere it must be so, say why in allowed.txt", ban.instead())
                .isEmpty();
    }

    @Test
    void everyExemptionIsStillNeeded() {
        var needed = new ArrayList<Exemption>();
        for (var ban : HouseBans.ALL) {
            tree.files(ban.where()).stream()
                    .filter(file -> !ban.breaches(file).isEmpty())
                    .forEach(file -> needed.add(new Exemption(ban.name(), file.path())));
        }

        assertThat(allowed.exemptions()).as("Delete what no longer applies").isSubsetOf(needed);
    }

    @Test
    void anExemptionNeedsAReason() {
        assertThatThrownBy(() -> Allowed.parse("clock app/src/main/java/sightline/A.java"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        var folders = new TreeSet<String>();
        tree.files(file -> file.isJava() && file.path().contains("/src/main/java/"))
                .forEach(file -> folders.add(folderOf(file)));

        assertThat(folders).isNotEmpty();
        assertThat(folders)
                .allSatisfy(folder -> {
                    var described = tree.files(isPackageInfoOf(folder));
                    assertThat(described).as("package-info.java").hasSize(1);
                    assertThat(described.getFirst().text())
                            .contains("@NullMarked")
                            .containsPattern("(?s)/\\*\\*.*\\*/");
                });
    }

    @Test
    void noMigrationsNumberStandsTwiceInARoom() {
        var numbers = new TreeMap<String, List<String>>();
        tree.files(file -> file.path().matches(".*/src/main/resources/db/[a-z]+/.*"))
                .forEach(file -> {
                    assertThat(file.path()).matches(".*/db/[a-z]+/(V\\d{3}|R)__[a-z0-9_]+\\.sql");
                    if (file.path().contains("/V")) {
                        var number = file.path().replaceFirst("__.*", "");
                        numbers.computeIfAbsent(number, _ -> new ArrayList<>()).add(file.path());
                    }
                });

        assertThat(numbers).hasSizeGreaterThan(30);
        assertThat(numbers.values()).allSatisfy(files -> assertThat(files).hasSize(1));
    }

    @Test
    void namesSayTheThingAndNotThePattern() {
        assertThat(tree.files(file -> file.isMain() && file.path().matches(PATTERN_NAMES)))
                .extracting(SourceFile::path)
                .isEmpty();
    }

    @Test
    void aBanFindsWhatItForbids() {
        var found = new TreeSet<String>();
        for (var line :
                List.of(
                        "@Disabled",
                        "assumeTrue(fast)",
                        "} catch (IOException | Exception e) {",
                        "} catch (Throwable t) {",
                        "var today = LocalDate.now(zone);",
                        "Thread.sleep(100);")) {
            HouseBans.ALL.stream()
                    .filter(ban -> ban.pattern().matcher(line).find())
                    .forEach(ban -> found.add(ban.name() + " " + line));
        }

        assertThat(found).hasSize(6);
        assertThat(HouseBans.ALL)
                .noneMatch(ban -> ban.pattern().matcher("} catch (IOException e) {").find());
    }

    private static String folderOf(SourceFile file) {
        return file.path().substring(0, file.path().lastIndexOf('/'));
    }

    private static Predicate<SourceFile> isPackageInfoOf(String folder) {
        return file -> file.path().equals(folder + "/package-info.java");
    }
}
