package sightline.access;

import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A session, and whether it has to be written. */
public final class KeptSession implements Session {
    private static final Duration LOOKS_WRITTEN = Duration.ofSeconds(60);

    private final MapSession session;
    private final String storedId;
    private final Instant storedAccess;
    private boolean changed;

    /** A fresh one, which is not stored yet. */
    KeptSession(Duration idle, Instant now) {
        this.session = new MapSession();
        session.setMaxInactiveInterval(idle);
        session.setCreationTime(now);
        session.setLastAccessedTime(now);
        this.storedId = "";
        this.storedAccess = Instant.EPOCH;
        this.changed = true;
    }

    /** One that was stored. */
    KeptSession(MapSession stored) {
        this.session = stored;
        this.storedId = stored.getId();
        this.storedAccess = stored.getLastAccessedTime();
    }

    /** Under which id it is stored; empty when it is not, or not under another. */
    String formerId() {
        return storedId.equals(getId()) ? "" : storedId;
    }

    /** A look alone is written once a minute. */
    boolean toBeWritten() {
        return changed
                || Duration.between(storedAccess, getLastAccessedTime()).compareTo(LOOKS_WRITTEN)
                        >= 0;
    }

    void written() {
        changed = false;
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public String changeSessionId() {
        changed = true;
        return session.changeSessionId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface asks for it
    public <T> @Nullable T getAttribute(String name) {
        return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        changed = true;
        session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        changed = true;
        session.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant at) {
        session.setLastAccessedTime(at);
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration idle) {
        changed = true;
        session.setMaxInactiveInterval(idle);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return session.isExpired();
    }
}
