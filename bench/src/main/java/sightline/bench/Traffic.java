package sightline.bench;

import sightline.console.demo.LifeEventMessages;
import sightline.core.kernel.AgencyId;
import sightline.population.LifeEvent;
import sightline.population.LifeEvents;
import sightline.population.Population;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A population's life as messages, in the order in which they were recorded. */
final class Traffic implements Iterator<Traffic.Sent> {
    private final LifeEvents events;
    private final LifeEventMessages messages = new LifeEventMessages();

    Traffic(Population population) {
        this.events = population.events();
    }

    /** One message, and when its sender recorded it. */
    record Sent(AgencyId sender, String id, Instant recorded, String body) {
        byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public Sent next() {
        if (!events.hasNext()) {
            throw new NoSuchElementException("the population's time is over");
        }
        LifeEvent event = events.next();
        return new Sent(
                new AgencyId(event.agencyId()),
                "life-" + event.number(),
                event.recordedAt(),
                messages.message(event));
    }
}
