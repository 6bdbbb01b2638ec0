package sightline.core.story;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One agency of each type in each of some areas, called {@code area-type}. */
final class StoryDirectory implements Directory {
    private final List<Agency> agencies = new ArrayList<>();

    StoryDirectory(String... areas) {
        for (String area : areas) {
            Arrays.stream(AgencyType.values()).map(t -> agency(area, t)).forEach(agencies::add);
        }
    }

    private static Agency agency(String area, AgencyType type) {
        String slug = area + "-" + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Agency(new AgencyId(slug), slug, type, new AreaId(area));
    }

    @Override
    public Optional<Agency> agency(AgencyId id) {
        return agencies.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    @Override
    public List<Agency> agenciesIn(AreaId area, AgencyType type) {
        return agencies.stream()
                .filter(a -> a.area().equals(area) && a.type() == type)
                .sorted(Comparator.comparing(a -> a.id().value()))
                .toList();
    }
}
