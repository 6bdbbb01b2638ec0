package sightline.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Sensitive;
import sightline.database.JobName;
import sightline.database.Secrets;
import sightline.database.Transactions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Users, their roles and their signing in. Whether a name exists cannot be told from the answer,
 * from the time that it takes, or from being locked out: an unknown name is hashed, counted and
 * locked like a known one.
 */
public final class Accounts {
    /** The fewest characters of a password. */
    public static final int MIN_PASSWORD = 12;

    /** After so many failures in a row a name is locked for 15 minutes. */
    public static final int FAILURES_TO_LOCK = 10;

    private static final int MAX_PASSWORD = 200;

    private final Transactions transactions;
    private final SignInNames names;
    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    /** What an unknown name is compared with, so that it takes as long. */
    private final String nobody = encode("no password is this long, or this");

    /** The accounts of the installation with these keys. */
    public Accounts(Transactions transactions, Secrets secrets) {
        this.transactions = transactions;
        this.names = new SignInNames(secrets.key("sign-in names", 32));
    }

    /** Makes an account; its roles are held from now on. */
    public void create(NewAccount account) {
        make(account, Optional.empty());
    }

    /** Makes an account of somebody who has had its roles and teams for some time. */
    public void create(NewAccount account, Instant since) {
        make(account, Optional.of(since));
    }

    private void make(NewAccount account, Optional<Instant> since) {
        var hash = encode(account.password().value());
        transactions.asJob(
                JobName.ACCOUNTS,
                sql -> {
                    insert(sql, account, hash);
                    account.roles().forEach(r -> grant(sql, account.id(), r, account.grantedBy()));
                    account.teams().forEach(t -> join(sql, account.id(), t));
                    since.ifPresent(at -> began(sql, account.id(), at));
                    return null;
                });
    }

    private static void began(JdbcClient sql, UserId user, Instant since) {
        for (String begins : List.of("role SET starts_at", "team SET joined_at")) {
            sql.sql("UPDATE access.user_%s = :since WHERE user_id = :user".formatted(begins))
                    .param("since", since.atOffset(ZoneOffset.UTC))
                    .param("user", user.value())
                    .update();
        }
    }

    /**
     * The account of whoever knows this name and password; empty for a wrong name, a wrong
     * password, a locked name, and an account that is disabled or was not attested in time, all
     * alike.
     */
    public Optional<Account> signIn(String name, Sensitive<String> password) {
        var typed = name.strip().toLowerCase(Locale.ROOT);
        var hash = transactions.asJob(JobName.ACCOUNTS, sql -> passwordHash(sql, typed));
        var fits = matches(password, hash.orElse(nobody)) && hash.isPresent();
        return transactions.asJob(JobName.ACCOUNTS, sql -> enter(sql, typed, fits));
    }

    /** The account, if it may be used now: ask at each request, so that a leaver is out at once. */
    public Optional<Account> live(UserId user) {
        return transactions.asJob(JobName.ACCOUNTS, sql -> find(sql, "user_id", user.value()));
    }

    /** The same, with what else is read in the same transaction of whoever may. */
    public <T> Optional<T> live(UserId user, BiFunction<JdbcClient, Account, T> more) {
        return transactions.asJob(
                JobName.ACCOUNTS,
                sql -> find(sql, "user_id", user.value()).map(a -> more.apply(sql, a)));
    }

    /** Whether anybody has an account. */
    public boolean any() {
        return transactions.asJob(
                JobName.ACCOUNTS,
                sql ->
                        sql.sql("SELECT EXISTS (SELECT FROM access.user_account)")
                                .query(Boolean.class)
                                .single());
    }

    /** For which agency somebody has an account, also one that is not in use. */
    public Optional<AgencyId> agencyOf(UserId user) {
        return transactions.asJob(
                JobName.ACCOUNTS,
                sql ->
                        sql.sql("SELECT agency FROM access.user_account WHERE user_id = :user")
                                .param("user", user.value())
                                .query((row, _) -> new AgencyId(text(row.getString(1))))
                                .optional());
    }

    /** Sets a new password. */
    public void setPassword(UserId user, Sensitive<String> password) {
        requireLongEnough(password);
        var hash = encode(password.value());
        update(
                "UPDATE access.user_account SET password_hash = :value WHERE user_id = :user",
                user,
                hash);
    }

    /** Grants a role from now on. */
    public void grant(UserId user, AccessRole role, UserId by) {
        if (by.equals(user)) {
            throw new IllegalArgumentException(
                    "Nobody grants roles to themselves.\nLet another person do it.");
        }
        transactions.asJob(
                JobName.ACCOUNTS,
                sql -> {
                    grant(sql, user, role, by);
                    return null;
                });
    }

    /** Ends a role now. */
    public void revoke(UserId user, AccessRole role) {
        update(
                """
                UPDATE access.user_role SET ends_at = now()
                 WHERE user_id = :user AND role = :value AND (ends_at IS NULL OR ends_at > now())
                """,
                user,
                role.slug());
    }

    /**
     * Moves an account to another agency, now: its roles and teams end, for nobody carries a right
     * along. What its holder could read on an earlier day goes by the agency of that day.
     */
    public void move(UserId user, AgencyId to) {
        transactions.asJob(
                JobName.ACCOUNTS,
                sql -> {
                    int moved =
                            sql.sql(
                                            """
                                            WITH was AS (
                                              SELECT user_id, agency FROM access.user_account
                                               WHERE user_id = :user AND agency <> :to FOR UPDATE),
                                            kept AS (
                                              INSERT INTO access.user_agency (user_id, agency, until)
                                              SELECT user_id, agency, now() FROM was)
                                            UPDATE access.user_account a SET agency = :to
                                              FROM was WHERE a.user_id = was.user_id
                                            """)
                                    .param("user", user.value())
                                    .param("to", to.value())
                                    .update();
                    return moved == 0 ? 0 : endRights(sql, user);
                });
    }

    private static int endRights(JdbcClient sql, UserId user) {
        sql.sql("DELETE FROM access.user_team WHERE user_id = :user")
                .param("user", user.value())
                .update();
        return sql.sql(
                        """
                        UPDATE access.user_role SET ends_at = now()
                         WHERE user_id = :user AND (ends_at IS NULL OR ends_at > now())
                        """)
                .param("user", user.value())
                .update();
    }

    /** Ends the use of an account, with its open sessions, now. */
    public void disable(UserId user) {
        update(
                """
                UPDATE access.user_account SET disabled_at = now()
                 WHERE user_id = :user AND disabled_at IS NULL AND :value = ''
                """,
                user,
                "");
    }

    /** Confirms for 90 days more that the user still works there. */
    public void attest(UserId user, UserId by) {
        if (by.equals(user)) {
            throw new IllegalArgumentException(
                    "Nobody attests their own account.\nLet the lead do it.");
        }
        update(
                """
                UPDATE access.user_account SET attested_until = now() + interval '90 days'
                 WHERE user_id = :user AND :value <> user_id
                """,
                user,
                by.value());
    }

    static void requireLongEnough(Sensitive<String> password) {
        var length = password.value().length();
        if (length < MIN_PASSWORD || length > MAX_PASSWORD) {
            throw new IllegalArgumentException(
                    "A password has %d to %d characters.\nThree or four words make a good one."
                            .formatted(MIN_PASSWORD, MAX_PASSWORD));
        }
    }

    private boolean matches(Sensitive<String> password, String hash) {
        var typed = password.value();
        return encoder.matches(typed.length() > MAX_PASSWORD ? "" : typed, hash);
    }

    private String encode(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private static Optional<String> passwordHash(JdbcClient sql, String name) {
        return sql.sql("SELECT password_hash FROM access.user_account WHERE sign_in_name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** Counts the attempt by its name, and lets in where nothing speaks against it. */
    private Optional<Account> enter(JdbcClient sql, String name, boolean fits) {
        var locked = names.isLocked(sql, name);
        if (!fits || locked) {
            names.failed(sql, name);
            return Optional.empty();
        }
        names.succeeded(sql, name);
        return find(sql, "sign_in_name", name);
    }

    private static Optional<Account> find(JdbcClient sql, String column, String value) {
        return sql.sql(
                        """
                        SELECT a.user_id, a.agency, a.display_name,
                               ARRAY(SELECT DISTINCT r.role FROM access.user_role r
                                      WHERE r.user_id = a.user_id AND r.starts_at <= now()
                                        AND (r.ends_at IS NULL OR r.ends_at > now())) AS roles,
                               ARRAY(SELECT t.team FROM access.user_team t WHERE t.user_id = a.user_id) AS teams
                          FROM access.user_account a
                         WHERE a.%s = :value AND a.disabled_at IS NULL AND a.attested_until > now()
                        """
                                .formatted(column))
                .param("value", value)
                .query((row, _) -> account(row))
                .optional();
    }

    private static Account account(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Account(
                new UserId(text(row.getString("user_id"))),
                new AgencyId(text(row.getString("agency"))),
                Sensitive.of(text(row.getString("display_name"))),
                texts(row.getArray("roles")).stream()
                        .flatMap(slug -> AccessRole.of(slug).stream())
                        .collect(Collectors.toSet()),
                texts(row.getArray("teams")));
    }

    private static Set<String> texts(java.sql.@Nullable Array array) throws java.sql.SQLException {
        return array == null ? Set.of() : new HashSet<>(List.of((String[]) array.getArray()));
    }

    private static String text(@Nullable String column) {
        return Objects.requireNonNull(column);
    }

    private static void insert(JdbcClient sql, NewAccount account, String hash) {
        sql.sql(
                        """
                        INSERT INTO access.user_account (user_id, sign_in_name, agency, display_name, password_hash)
                        VALUES (:user, lower(:name), :agency, :display, :hash)
                        """)
                .param("user", account.id().value())
                .param("name", account.signInName().strip())
                .param("agency", account.agency().value())
                .param("display", account.name().value())
                .param("hash", hash)
                .update();
    }

    private static void grant(JdbcClient sql, UserId user, AccessRole role, UserId by) {
        sql.sql(
                        "INSERT INTO access.user_role (user_id, role, granted_by) VALUES (:user, :role, :by)")
                .param("user", user.value())
                .param("role", role.slug())
                .param("by", by.value())
                .update();
    }

    private static void join(JdbcClient sql, UserId user, String team) {
        sql.sql("INSERT INTO access.user_team (user_id, team) VALUES (:user, :team)")
                .param("user", user.value())
                .param("team", team)
                .update();
    }

    private void update(String statement, UserId user, String value) {
        transactions.asJob(
                JobName.ACCOUNTS,
                sql ->
                        sql.sql(statement)
                                .param("user", user.value())
                                .param("value", value)
                                .update());
    }
}
