package sightline.database;

/**
 * The settings of the embedded server. No statement, parameter or row value ever enters its log.
 */
final class ServerSettings {
    private static final String COMMON =
            """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 200
            timezone = 'UTC'
            log_timezone = 'UTC'
            jit = off
            log_statement = 'none'
            log_min_error_statement = 'panic'
            log_error_verbosity = 'terse'
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            """;

    private static final String DURABLE =
            """
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            shared_buffers = '256MB'
            max_wal_size = '2GB'
            """;

    private static final String THROW_AWAY =
            """
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            wal_level = minimal
            max_wal_senders = 0
            shared_buffers = '128MB'
            max_wal_size = '2GB'
            """;

    private ServerSettings() {}

    static String text(int port, boolean throwAway) {
        return "port = " + port + "\n" + COMMON + (throwAway ? THROW_AWAY : DURABLE);
    }
}
