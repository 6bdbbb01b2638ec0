package sightline.pipeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import sightline.core.household.Neighbourhood;
import sightline.core.household.NeighbourhoodReader;
import sightline.core.kernel.PersonId;
import sightline.database.DatabaseException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads people together; what cannot be read together is read one by one. */
final class OneByOne {
    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private OneByOne() {}

    /**
     * What is around these people, so that one who cannot be read keeps nobody back.
     *
     * @param unreadable takes whoever cannot be read
     */
    static Map<PersonId, Neighbourhood> read(
            NeighbourhoodReader reader, List<PersonId> people, Consumer<PersonId> unreadable) {
        if (people.isEmpty()) {
            return Map.of();
        }
        try {
            return reader.read(people);
        } catch (DataAccessException | DatabaseException lost) {
            throw lost;
        } catch (RuntimeException | StackOverflowError fault) {
            if (people.size() == 1) {
                LOG.error("a neighbourhood cannot be read: {}", Faults.inWords(fault));
                people.forEach(unreadable);
                return Map.of();
            }
        }
        Map<PersonId, Neighbourhood> read = new LinkedHashMap<>();
        people.forEach(p -> read.putAll(read(reader, List.of(p), unreadable)));
        return read;
    }
}
