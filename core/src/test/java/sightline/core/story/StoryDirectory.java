package sightline.core.story;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.directory.FixedDirectory;
import sightline.core.directory.SchoolDays;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;

import java.util.Arrays;
import java.util.List;

/** One agency of each type in each of some areas, called {@code area-type}. */
final class StoryDirectory {
    private StoryDirectory() {}

    static FixedDirectory of(String... areas) {
        return with(List.of(), areas);
    }

    static FixedDirectory with(List<SchoolDays> schools, String... areas) {
        var builder = new DirectoryBuilder();
        schools.forEach(builder::add);
        for (String area : areas) {
            builder.add(new Area(new AreaId(area), area, Nation.ENGLAND));
            Arrays.stream(AgencyType.values()).map(t -> agency(area, t)).forEach(builder::add);
        }
        return builder.build();
    }

    private static Agency agency(String area, AgencyType type) {
        String slug = area + "-" + type.slug();
        return new Agency(new AgencyId(slug), slug, type, new AreaId(area));
    }
}
