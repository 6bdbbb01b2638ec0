package sightline.pipeline;

import sightline.database.TestDatabase;

import java.util.function.Consumer;

/** Cases in databases of the tests' own server: one for each case costs seconds to start. */
public final class Replayed {
    private Replayed() {}

    /** Replays a case as the command does, and gives each line as it is said. */
    public static Replay.Outcome run(
            Replay.Options options, ReplayCase replayed, Consumer<ReplayLine> said) {
        try (TestDatabase database = TestDatabase.fresh()) {
            return new Replay(options)
                    .run(replayed, said, database.transactions(), database.secrets());
        }
    }
}
