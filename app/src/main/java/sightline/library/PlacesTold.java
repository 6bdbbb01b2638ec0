package sightline.library;

import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Sensitive;
import sightline.core.library.Canaries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which areas a text points to. Naming an agency points to the area that it serves, unless numbers
 * are known of the agency itself.
 */
final class PlacesTold {
    /** Of each agency and each area, by its name in small letters, the name of the area. */
    private final Map<String, String> areas = new LinkedHashMap<>();

    PlacesTold(Directory directory, LocalDate today) {
        Set<AreaId> served = new LinkedHashSet<>();
        directory.agencies(today).forEach(a -> served.add(a.area()));
        for (AreaId id : served) {
            directory
                    .area(id)
                    .map(Area::name)
                    .ifPresent(area -> {
                        areas.put(area.toLowerCase(Locale.ROOT), area);
                        for (AgencyType type : AgencyType.values()) {
                            for (Agency agency : directory.agenciesIn(id, type)) {
                                areas.put(agency.name().toLowerCase(Locale.ROOT), area);
                            }
                        }
                    });
        }
    }

    /**
     * The areas, each once.
     *
     * @param typed areas and agencies by name
     * @param text in which agencies are looked for by name
     */
    List<String> of(JdbcClient sql, List<String> typed, String text) {
        Set<String> known = new LinkedHashSet<>();
        sql.sql("SELECT DISTINCT area FROM library.population WHERE area <> ''")
                .query(String.class)
                .list()
                .forEach(known::add);
        Set<String> places = new LinkedHashSet<>();
        List<String> named = new ArrayList<>(typed);
        named.addAll(namedIn(text));
        for (String place : named) {
            places.add(
                    known.contains(place)
                            ? place
                            : areas.getOrDefault(place.toLowerCase(Locale.ROOT), place));
        }
        return List.copyOf(places);
    }

    private List<String> namedIn(String text) {
        List<String> names = List.copyOf(areas.keySet());
        var looked = new Canaries.Builder();
        names.forEach(n -> looked.place(Sensitive.of(n)));
        Canaries all = looked.build();
        return all.scan(text).stream().map(h -> all.words(h.canary()).value()).distinct().toList();
    }
}
