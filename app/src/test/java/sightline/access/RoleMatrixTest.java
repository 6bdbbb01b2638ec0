package sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Sensitivity;
import sightline.database.TestDatabase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The matrix in the program and the matrix in the database are one. */
final class RoleMatrixTest {

    @Test
    void theDatabaseHasTheMatrixOfTheProgram() {
        try (var database = TestDatabase.fresh()) {
            var sql = database.owner();

            assertThat(
                            sql.sql("SELECT role, class, reach FROM access.role_class")
                                    .query(RoleMatrixTest::row)
                                    .list())
                    .containsExactlyInAnyOrderElementsOf(classes());
            assertThat(
                            sql.sql("SELECT role, purpose, '' FROM access.role_purpose")
                                    .query(RoleMatrixTest::row)
                                    .list())
                    .containsExactlyInAnyOrderElementsOf(purposes());
            assertThat(
                            sql.sql("SELECT role, '', '' FROM access.role_emergency")
                                    .query(RoleMatrixTest::row)
                                    .list())
                    .containsExactlyInAnyOrderElementsOf(emergencies());
        }
    }

    private static List<String> classes() {
        var rows = new ArrayList<String>();
        for (var role : AccessRole.values()) {
            for (var sensitivity : Sensitivity.values()) {
                role.reach(sensitivity)
                        .ifPresent(r -> rows.add(row(role.slug(), sensitivity.name(), r.code())));
            }
        }
        DecisionRules.IN_EMERGENCY.forEach(c -> rows.add(row("emergency", c.name(), "all")));
        return rows;
    }

    private static List<String> purposes() {
        return Arrays.stream(AccessRole.values())
                .flatMap(role -> role.purposes().stream().map(p -> row(role.slug(), p.code(), "")))
                .toList();
    }

    private static List<String> emergencies() {
        return Arrays.stream(AccessRole.values())
                .filter(AccessRole::mayOpenInEmergency)
                .map(role -> row(role.slug(), "", ""))
                .toList();
    }

    private static String row(String first, String second, String third) {
        return first + "|" + second + "|" + third;
    }

    private static String row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return row(row.getString(1), row.getString(2), row.getString(3));
    }
}
