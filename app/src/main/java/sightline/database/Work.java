package sightline.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Work within one transaction whose context is open. */
@FunctionalInterface
public interface Work<T extends @org.jspecify.annotations.Nullable Object> {
    /**
     * Does it. Whatever it throws rolls the transaction back.
     *
     * @param sql usable until this method returns, and not after
     */
    T run(JdbcClient sql);
}
