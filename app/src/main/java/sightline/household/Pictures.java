package sightline.household;

import sightline.access.ReaderContext;
import sightline.core.facts.Fact;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.PersonId;
import sightline.documents.Photograph;
import sightline.facts.Facts;
import sightline.facts.Photographs.Kept;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Photographs of a child's injuries as one reader may see them. That one was opened is in the
 * journal before it is handed on.
 */
public final class Pictures {
    private final Reading reading;
    private final Facts facts;

    Pictures(Reading reading, Facts facts) {
        this.reading = reading;
        this.facts = facts;
    }

    /** Which there are; none of them is opened. */
    public List<Kept> of(ReaderContext reader, PersonId child) {
        Look<List<Kept>> look =
                reading.look(
                        reader,
                        child,
                        "/children/photographs",
                        (sql, family) -> facts.photographs(sql).of(family.subject().records()));
        return look instanceof Look.Open<List<Kept>>(List<Kept> kept) ? kept : List.of();
    }

    /** What one of them shows, as JPEG. */
    public Optional<byte[]> open(ReaderContext reader, PersonId child, UUID id) {
        Look<Optional<byte[]>> look =
                reading.look(
                        reader,
                        child,
                        "/children/photographs/picture " + id,
                        (sql, family) ->
                                facts.photographs(sql).open(family.subject().records(), id));
        return look instanceof Look.Open<Optional<byte[]>>(Optional<byte[]> shown)
                ? shown
                : Optional.empty();
    }

    /**
     * Keeps one of what an entry tells that the reader may read.
     *
     * @return false where nothing was kept: too many are there, or the entry is not the child's
     */
    public boolean keep(
            ReaderContext reader, PersonId child, Fact entry, AgencyId by, Photograph photograph) {
        Look<Boolean> look =
                reading.look(
                        reader,
                        child,
                        "/children/photographs/keep",
                        (sql, family) ->
                                entry.subject()
                                        .filter(family.subject().records()::contains)
                                        .filter(r ->
                                                facts.photographs(sql)
                                                        .keep(r, entry, by, photograph))
                                        .isPresent());
        return look instanceof Look.Open<Boolean>(Boolean kept) && kept;
    }
}
