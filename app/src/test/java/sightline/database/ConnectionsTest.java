package sightline.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/** No other path leads to the database than the transactions of this room. */
final class ConnectionsTest {
    private static final List<String> CONNECTIONS =
            List.of(
                    "javax.sql.",
                    "java.sql.DriverManager",
                    "java.sql.Connection",
                    "com.zaxxer.",
                    "org.postgresql.",
                    "org.flywaydb.",
                    "org.springframework.jdbc.datasource.",
                    "org.springframework.jdbc.core.JdbcTemplate",
                    "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate");

    @Test
    void onlyTheRoomDatabaseTouchesConnections() {
        var others =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("sightline")
                                .stream()
                                .filter(type ->
                                        !type.getPackageName().startsWith("sightline.database"));

        assertThat(others.flatMap(ConnectionsTest::connections))
                .as("Take the JdbcClient that Transactions hands to the work")
                .isEmpty();
    }

    private static Stream<String> connections(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(d -> isConnection(d) || makesAClient(d))
                .map(Dependency::getDescription);
    }

    private static boolean isConnection(Dependency dependency) {
        var name = dependency.getTargetClass().getBaseComponentType().getName();
        return CONNECTIONS.stream().anyMatch(name::startsWith);
    }

    private static boolean makesAClient(Dependency dependency) {
        return dependency.getDescription().contains("JdbcClient.create(");
    }
}
