package sightline.bench;

import sightline.database.Database;

import java.time.InstantSource;
import java.util.List;

/** The same messages taken in by one program that nobody disturbs. */
final class Calm {
    private Calm() {}

    static void take(Installation installation, List<Traffic.Sent> messages) {
        try (Database database = installation.open()) {
            History live = new History(installation, database, InstantSource.system(), _ -> {});
            messages.forEach(live::keep);
            live.follow();
        }
    }
}
