package sightline.audit;

import java.util.Optional;

/** How many entries were written while one response was made. */
final class JournalTicket {
    static final ScopedValue<JournalTicket> CURRENT = ScopedValue.newInstance();

    private int entries;

    static Optional<JournalTicket> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    void written() {
        entries++;
    }

    int entries() {
        return entries;
    }
}
