package sightline.population;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Goes through every agency record as it stands. */
final class SourceRecords implements Iterator<SourceRecord> {

    private final World world;
    private final Scribe scribe;
    private int at;

    SourceRecords(World world, Scribe scribe) {
        this.world = world;
        this.scribe = scribe;
    }

    @Override
    public boolean hasNext() {
        return at < world.records.size();
    }

    @Override
    public SourceRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further record");
        }
        int rec = at++;
        PersonId person = new PersonId(world.records.person(rec));
        return new SourceRecord(scribe.read(rec), person, scribe.dwelling(rec));
    }
}
