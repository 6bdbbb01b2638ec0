package sightline.house;

import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import sightline.SightlineApplication;

/** The rooms of the application know each other only by their root packages, without circles. */
final class ModularityTest {

    @Test
    void theRoomsKeepToThemselves() {
        var notRooms =
                JavaClass.Predicates.resideInAnyPackage(
                        "sightline.core..", "sightline.linkage..", "sightline.population..");

        ApplicationModules.of(SightlineApplication.class, notRooms).verify();
    }
}
