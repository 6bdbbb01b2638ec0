package sightline.web;

import sightline.core.directory.Area;
import sightline.core.kernel.AgencyId;
import sightline.register.RegisterShow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of the register's list an address asks for.
 *
 * @param area by its id, or by that of an agency that stands in no area
 */
record RegisterQuery(RegisterShow show, Optional<String> area) {
    private static final String LIST = "/register";

    /** As an address has it; what cannot be read is as if it were left out. */
    static RegisterQuery read(Optional<String> show, Optional<String> area) {
        return new RegisterQuery(
                show.flatMap(RegisterShow::of).orElse(RegisterShow.ALL),
                area.filter(a -> a.matches("[a-z0-9-]{1,80}")));
    }

    /** Of the same area. */
    RegisterQuery of(RegisterShow other) {
        return new RegisterQuery(other, area);
    }

    boolean everything() {
        return show == RegisterShow.ALL && area.isEmpty();
    }

    String address() {
        List<String> asked = new ArrayList<>();
        if (show != RegisterShow.ALL) {
            asked.add("show=" + show.slug());
        }
        area.ifPresent(a -> asked.add("area=" + a));
        return asked.isEmpty() ? LIST : LIST + "?" + String.join("&", asked);
    }

    /** Where an agency belongs in a count of areas. */
    static String area(Visit visit, AgencyId agency) {
        return visit.directory()
                .area(agency)
                .map(Area::id)
                .map(id -> id.value())
                .orElse(agency.value());
    }

    /** How that is called. */
    static String title(Visit visit, AgencyId agency) {
        return visit.directory().area(agency).map(Area::name).orElseGet(() -> visit.agency(agency));
    }
}
