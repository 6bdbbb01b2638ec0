package sightline.core.directory;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Entries with one of them put in another's place. */
final class ChangedEntries {
    private ChangedEntries() {}

    static Optional<Agency> agency(DirectoryEntries entries, AgencyId id) {
        return entries.agencies().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    static Agency required(DirectoryEntries entries, AgencyId id) {
        return agency(entries, id)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "The directory has no agency %s.\nTake its id from the list."
                                        .formatted(id)));
    }

    static Area requiredArea(DirectoryEntries entries, AreaId id) {
        return entries.areas().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "The directory has no area %s.\nTake its id from the list."
                                        .formatted(id)));
    }

    static DirectoryEntries area(DirectoryEntries entries, AreaId id, UnaryOperator<Area> change) {
        requiredArea(entries, id);
        List<Area> areas = new ArrayList<>();
        entries.areas().forEach(a -> areas.add(a.id().equals(id) ? change.apply(a) : a));
        return entries.with(areas, entries.agencies());
    }

    /** An agency closes at the end of a day, and another has its work. */
    static DirectoryEntries succeeded(
            DirectoryEntries entries, AgencyId closing, AgencyId next, LocalDate lastDay) {
        return agencies(entries, a -> a.id().equals(closing) ? a.succeededBy(next, lastDay) : a);
    }

    static DirectoryEntries agencies(DirectoryEntries entries, UnaryOperator<Agency> change) {
        return entries.with(entries.areas(), entries.agencies().stream().map(change).toList());
    }
}
