package sightline.bench;

import sightline.core.directory.AgencyType;
import sightline.database.Database;
import sightline.database.RecordKey;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** An installation with very many rows beside a few families, whom messages and readers concern. */
final class Crowded implements AutoCloseable {
    private static final int MARKS = 5;

    private final World world;
    private final Installation installation;
    private final InstantSource clock;
    private final int messages;

    /**
     * @param messages how many about one child, and how many more of ordinary life
     */
    Crowded(Path data, long seed, InstantSource clock, int messages) {
        Instant now = clock.instant();
        this.clock = clock;
        this.messages = messages;
        this.world = new World(seed, 100, now);
        this.installation = Installation.make(data, world.directory(), world.goLive());
    }

    /** Fills the tables, then works and reads as the running program does, explained. */
    Plans run(long facts, Consumer<String> progress) {
        try (Installation.Owner owner = installation.owner()) {
            new Scale(owner.sql(), progress).fill(facts);
        }
        Reader.register(installation, world.first(AgencyType.CHILDRENS_SOCIAL_CARE));
        Plans plans = Plans.from(installation);
        Childhood child = new Childhood(world, messages);
        send(child);
        read(child);
        return plans;
    }

    private void send(Childhood child) {
        try (Database database = installation.open()) {
            History live = new History(installation, database, clock, _ -> {});
            child.messages().forEach(live::keep);
            live.follow();
            Traffic life = world.life();
            for (int i = 0; i < messages && life.hasNext(); i++) {
                live.keep(life.next());
            }
            live.follow();
            for (int i = 0; i < MARKS; i++) {
                live.keep(world.birth(i));
                live.keep(world.mark(i));
                live.keep(world.atHub());
                live.follow();
            }
        }
    }

    private void read(Childhood child) {
        try (ServeProcess server =
                        ServeProcess.start(
                                installation.folder(),
                                List.of("-XX:TieredStopAtLevel=1"),
                                List.of());
                Reader reader = Reader.signedIn(server.awaitServing())) {
            String page = "/children/" + person(installation, child);
            for (int i = 0; i < 3; i++) {
                for (String path :
                        List.of(
                                "/work",
                                "/children",
                                page,
                                page + "/chronology",
                                page + "/access",
                                page + "/assessments/both-parents",
                                page + "/meetings/conference",
                                "/feeds")) {
                    reader.get(path);
                }
            }
        }
    }

    /** The id under which the child stands now. */
    static String person(Installation installation, Childhood child) {
        try (Installation.Owner owner = installation.owner()) {
            return owner.sql()
                    .sql("SELECT person FROM identity.person WHERE record_key = :key::uuid")
                    .param("key", RecordKey.of(child.record()).toString())
                    .query((row, _) -> row.getString(1))
                    .single();
        }
    }

    @Override
    public void close() {
        installation.close();
    }
}
