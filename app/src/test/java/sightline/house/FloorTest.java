package sightline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rooms stand in the order in which data flows: one may use those above it, never those below. Both
 * halves of a room, {@code sightline.core.<room>} and {@code sightline.<room>}, stand on one floor.
 */
final class FloorTest {

    /** From the ground up the stream; rooms of one line do not see each other's insides either. */
    private static final List<List<String>> FLOORS =
            List.of(
                    List.of("kernel"),
                    List.of("database"),
                    List.of("directory"),
                    List.of("access"),
                    List.of("audit"),
                    List.of("feeds"),
                    List.of("documents"),
                    List.of("facts"),
                    List.of("identity"),
                    List.of("household"),
                    List.of("chronology"),
                    List.of("classification"),
                    List.of("register"),
                    List.of("screening"),
                    List.of("duties"),
                    List.of("alerts"),
                    List.of("checks"),
                    List.of("locator"),
                    List.of("reviews"),
                    List.of("upkeep"),
                    List.of("pipeline"),
                    List.of("casework"),
                    List.of("library"),
                    List.of("web", "api"),
                    List.of("console"));

    /** Words, without behaviour, that every room may use wherever they stand. */
    private static final List<String> VOCABULARY =
            List.of(
                    "sightline.core.facts.Sensitivity",
                    "sightline.core.household.KnownFacts",
                    "sightline.core.household.KnownFacts$Member");

    private static final Pattern ROOM =
            Pattern.compile("sightline\\.(?:core\\.)?([a-z]+)(?:\\..*)?");
    private static final List<String> CORE_MAY_USE =
            List.of(
                    "java.",
                    "javax.crypto.",
                    "sightline.core.",
                    "sightline.linkage.",
                    "org.jspecify.",
                    "de.focus_shift.",
                    "org.snakeyaml.");
    private static final List<String> LINKAGE_MAY_USE =
            List.of("java.", "sightline.linkage.", "org.jspecify.");
    private static final List<String> POPULATION_MAY_USE =
            List.of("java.", "sightline.population.", "org.jspecify.");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("sightline");

    @Test
    void everyRoomHasItsPlaceOnAFloor() {
        assertThat(inRooms().filter(type -> floorOf(type).isEmpty()).map(JavaClass::getName))
                .as("Place the room in FLOORS, where the flow of data puts it")
                .isEmpty();
    }

    @Test
    void noRoomUsesOneThatStandsBelowIt() {
        assertThat(dependencies(inRooms()).filter(FloorTest::pointsDown).map(FloorTest::described))
                .isEmpty();
    }

    @Test
    void coreIsFreeOfFrameworkAndDatabase() {
        assertThat(strangers(in("sightline.core."), CORE_MAY_USE)).isEmpty();
    }

    @Test
    void linkageNeedsNothing() {
        assertThat(strangers(in("sightline.linkage."), LINKAGE_MAY_USE)).isEmpty();
    }

    @Test
    void populationNeedsNothing() {
        assertThat(strangers(in("sightline.population."), POPULATION_MAY_USE)).isEmpty();
    }

    @Test
    void pagesApiAndCommandLineHoldNoSql() {
        var people = CLASSES.stream().filter(type -> isIn(type, "web", "api", "console"));

        assertThat(dependencies(people).filter(FloorTest::isSql).map(FloorTest::described))
                .isEmpty();
    }

    private Stream<JavaClass> inRooms() {
        return CLASSES.stream().filter(type -> roomOf(type).isPresent());
    }

    private Stream<JavaClass> in(String prefix) {
        return CLASSES.stream().filter(type -> type.getName().startsWith(prefix));
    }

    private static Stream<String> strangers(Stream<JavaClass> types, List<String> mayUse) {
        Predicate<String> isKnown = name -> mayUse.stream().anyMatch(name::startsWith);
        return dependencies(types)
                .filter(dependency -> !targetOf(dependency).isPrimitive())
                .filter(dependency ->
                        !isKnown.test(targetOf(dependency).getName())
                                || targetOf(dependency).getName().startsWith("java.sql."))
                .map(FloorTest::described);
    }

    private static Stream<Dependency> dependencies(Stream<JavaClass> types) {
        return types.flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static boolean pointsDown(Dependency dependency) {
        var from = floorOf(dependency.getOriginClass());
        var to = floorOf(targetOf(dependency));
        return from.isPresent()
                && to.isPresent()
                && to.get() > from.get()
                && !VOCABULARY.contains(targetOf(dependency).getName());
    }

    private static boolean isSql(Dependency dependency) {
        var name = targetOf(dependency).getName();
        return name.startsWith("java.sql.")
                || name.startsWith("javax.sql.")
                || name.startsWith("org.springframework.jdbc.");
    }

    private static JavaClass targetOf(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    private static boolean isIn(JavaClass type, String... rooms) {
        return roomOf(type).filter(List.of(rooms)::contains).isPresent();
    }

    /** The index of a room's floor; empty for what is no room, such as the population. */
    private static Optional<Integer> floorOf(JavaClass type) {
        return roomOf(type)
                .flatMap(room ->
                        FLOORS.stream()
                                .filter(floor -> floor.contains(room))
                                .findFirst()
                                .map(FLOORS::indexOf));
    }

    private static Optional<String> roomOf(JavaClass type) {
        var name = ROOM.matcher(type.getPackageName());
        return name.matches()
                ? Optional.of(name.group(1)).filter(room -> !isOutsideTheRooms(room))
                : Optional.empty();
    }

    private static boolean isOutsideTheRooms(String room) {
        return List.of("core", "linkage", "population", "bench").contains(room);
    }

    private static String described(Dependency dependency) {
        return dependency.getDescription();
    }
}
