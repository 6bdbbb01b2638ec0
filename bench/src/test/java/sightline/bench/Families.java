package sightline.bench;

import java.time.Instant;

/**
 * Messages without end, each of which changes something: births, marks on babies, ordinary life.
 * Those of one family come from one sender's thread, so that their order is the same in every run.
 */
final class Families {
    private static final int PEOPLE = 50;

    private final World world;
    private final Traffic life;
    private int families;

    Families(long seed, Instant now) {
        this.world = new World(seed, PEOPLE, now);
        this.life = world.life();
    }

    World world() {
        return world;
    }

    /** What one thread sends: a family after the other. */
    final class Stream {
        private final boolean withLife;
        private int family;
        private int taken;

        private Stream(boolean withLife) {
            this.withLife = withLife;
        }

        Traffic.Sent next() {
            synchronized (Families.this) {
                return switch (taken++ % 4) {
                    case 0 -> {
                        family = families++;
                        yield world.birth(family);
                    }
                    case 1 -> withLife && life.hasNext() ? life.next() : world.mark(family);
                    default -> world.mark(family);
                };
            }
        }
    }

    /** A further stream; the first tells of ordinary life, too. */
    Stream stream(int number) {
        return new Stream(number == 0);
    }
}
