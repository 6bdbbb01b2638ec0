package sightline.access;

/** How much of a person a role may come to see, once a relationship permits it. */
public enum Tier {
    /** No person at all: users, the journal, settings. */
    NONE("no person"),
    /** The answer to a check and whom to ring. */
    T0("answer to a check"),
    /** The index card: who is involved, no case data. */
    T1("index card"),
    /** Headlines of its own agency's records. */
    T2("own headlines"),
    /** In full, of other agencies' records once a reason is recorded. */
    T3("full, with a reason");

    private final String words;

    Tier(String words) {
        this.words = words;
    }

    /** Whether it tells that somebody is recorded, and who holds the record. */
    public boolean tellsOfPeople() {
        return compareTo(T1) >= 0;
    }

    /** What it means, in words. */
    public String words() {
        return words;
    }
}
