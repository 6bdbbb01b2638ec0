package sightline.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What must hold of every table, view, function and role of the migrated database, whichever room
 * made it. Reads PostgreSQL's own catalogue, so nothing can be forgotten.
 */
final class CatalogueTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String ROOMS =
            "n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'public')";

    /** A policy asks the context, or reads a table whose own policies ask it. */
    private static final Pattern ASKS =
            Pattern.compile("access\\.|alerts\\.subjects_in_conflict|FROM [a-z]+\\.[a-z_]+");

    /** The functions that may act as their owner; each is looked at when it is added here. */
    private static final Set<String> SECURITY_DEFINERS =
            Set.of(
                    "access.actor",
                    "access.addresses",
                    "access.agency",
                    "access.agencies",
                    "access.agency_at",
                    "access.approve",
                    "access.asked_messages",
                    "access.ask_approval",
                    "access.barred_records",
                    "access.barred_subjects",
                    "access.begin",
                    "access.context_open",
                    "access.decide",
                    "access.emergencies_to_review",
                    "access.is_job",
                    "access.is_kind",
                    "access.kind",
                    "access.known_records",
                    "access.open_context",
                    "access.open_emergency",
                    "access.opened",
                    "access.purpose",
                    "access.readable",
                    "access.readable_at",
                    "access.related_at",
                    "access.readable_records",
                    "access.readable_subjects",
                    "access.review_emergency",
                    "access.roles",
                    "access.roles_at",
                    "access.session",
                    "access.signature",
                    "access.subjects_in_emergency",
                    "access.sweep",
                    "access.use_approval",
                    "alerts.subjects_in_conflict",
                    "audit.append",
                    "audit.backlog",
                    "audit.erase_reasons",
                    "audit.looks",
                    "audit.next_number",
                    "facts.draw_statistics_anew",
                    "library.sections_with",
                    "library.with_words",
                    "reviews.unname");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void everyTableHasForcedRowSecurityAndARestrictivePolicy() {
        assertThat(
                        names(
                                """
                                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE c.relkind IN ('r', 'p') AND c.relname <> 'schema_history' AND %s
                                   AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                                            AND EXISTS (SELECT FROM pg_policy p
                                                         WHERE p.polrelid = c.oid AND NOT p.polpermissive))
                                """))
                .as("Guard these tables with a function of db/access/V002__guards.sql")
                .isEmpty();
    }

    @Test
    void nobodyIsGrantedAPartitionOrAHistoryTable() {
        assertThat(
                        names(
                                """
                                SELECT c.oid::regclass::text || ' to ' || a.grantee::regrole::text
                                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
                                       aclexplode(c.relacl) a
                                 WHERE (c.relispartition OR c.relname = 'schema_history') AND %s
                                   AND a.grantee <> c.relowner
                                """))
                .isEmpty();
    }

    @Test
    void noRoleOfTheProgramMayTruncateReferenceOrAddTriggers() {
        assertThat(
                        names(
                                """
                                SELECT c.oid::regclass::text || ' ' || a.privilege_type
                                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
                                 WHERE %s AND a.grantee <> c.relowner
                                   AND a.privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')
                                """))
                .isEmpty();
    }

    @Test
    void everyViewRunsAsWhoeverReadsIt() {
        assertThat(
                        names(
                                """
                                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE c.relkind = 'v' AND %s
                                   AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)
                                """))
                .isEmpty();
    }

    @Test
    void noMaterialisedViewIsGrantedToAnybody() {
        assertThat(
                        names(
                                """
                                SELECT c.oid::regclass::text
                                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
                                 WHERE c.relkind = 'm' AND %s AND a.grantee <> c.relowner
                                """))
                .isEmpty();
    }

    @Test
    void onlyListedFunctionsActAsTheirOwner() {
        assertThat(
                        names(
                                """
                                SELECT DISTINCT n.nspname || '.' || p.proname
                                  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                                 WHERE p.prosecdef AND %s
                                """))
                .isSubsetOf(SECURITY_DEFINERS);
    }

    @Test
    void everyFunctionThatActsAsItsOwnerPinsItsSearchPath() {
        assertThat(
                        names(
                                """
                                SELECT p.oid::regprocedure::text
                                  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                                 WHERE p.prosecdef AND %s
                                   AND NOT coalesce('search_path=pg_catalog' = ANY (p.proconfig), false)
                                """))
                .isEmpty();
    }

    @Test
    void nothingIsGrantedToThePublic() {
        assertThat(
                        names(
                                """
                                SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                                 WHERE %s AND (p.proacl IS NULL
                                               OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0))
                                """))
                .isEmpty();
        assertThat(
                        names(
                                """
                                SELECT c.oid::regclass::text
                                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
                                 WHERE %s AND a.grantee = 0
                                """))
                .isEmpty();
    }

    @Test
    void noPolicyPermitsEverythingAndEachAsksTheContext() {
        var policies =
                DATABASE.owner()
                        .sql(
                                """
                                SELECT p.polname || ' on ' || p.polrelid::regclass::text AS name,
                                       coalesce(pg_get_expr(p.polqual, p.polrelid), '')
                                         || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') AS expression
                                  FROM pg_policy p
                                 WHERE NOT EXISTS (SELECT FROM unnest(p.polroles) r WHERE r = 'sl_owner'::regrole)
                                """)
                        .query((row, _) -> List.of(row.getString(1), row.getString(2)))
                        .list();

        assertThat(policies)
                .allSatisfy(policy ->
                        assertThat(policy.getLast()).as(policy.getFirst()).containsPattern(ASKS));
        assertThat(policies).noneMatch(policy -> policy.getLast().strip().equals("true"));
    }

    /** A function call outside (SELECT ..) is made for every row: up to ten times dearer. */
    @Test
    void policiesCallFunctionsOnceAQuery() {
        var bare = Pattern.compile("(?<!SELECT )\\baccess\\.[a-z_]+\\(");
        var expressions =
                DATABASE.owner()
                        .sql(
                                """
                                SELECT coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '')
                                  FROM pg_policy
                                """)
                        .query(String.class)
                        .list();

        assertThat(expressions).noneMatch(expression -> bare.matcher(expression).find());
    }

    @Test
    void functionsInPoliciesAreStable() {
        assertThat(
                        names(
                                """
                                SELECT p.oid::regprocedure::text
                                  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                                 WHERE p.provolatile = 'v' AND %s
                                   AND EXISTS (SELECT FROM pg_depend d JOIN pg_policy q ON d.classid = 'pg_policy'::regclass AND d.objid = q.oid
                                                WHERE d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid)
                                """))
                .isEmpty();
    }

    @Test
    void onlyBackupPassesRowSecurityAndNobodyIsSuperuserOrOwner() {
        var roles = DATABASE.owner();

        assertThat(
                        roles.sql(
                                        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'sl\\_%' AND rolbypassrls")
                                .query(String.class)
                                .list())
                .containsExactly("sl_backup");
        assertThat(
                        roles.sql(
                                        """
                                        SELECT rolname FROM pg_roles
                                         WHERE rolname LIKE 'sl\\_%' AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolinherit)
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
        assertThat(
                        roles.sql(
                                        "SELECT member::regrole::text FROM pg_auth_members WHERE roleid = 'sl_owner'::regrole AND member <> 10")
                                .query(String.class)
                                .list())
                .containsExactly("sl_migrate");
    }

    @Test
    void noForeignKeyCrossesASchema() {
        assertThat(
                        names(
                                """
                                SELECT k.conname FROM pg_constraint k
                                  JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
                                  JOIN pg_namespace n ON n.oid = c.relnamespace
                                 WHERE k.contype = 'f' AND c.relnamespace <> f.relnamespace AND %s
                                """))
                .isEmpty();
    }

    private static List<@Nullable String> names(String sql) {
        return DATABASE.owner().sql(sql.replace("%s", ROOMS)).query(String.class).list();
    }
}
