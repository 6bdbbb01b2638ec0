package sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Sensitive;
import sightline.database.TestDatabase;

import java.util.Optional;
import java.util.Set;

final class AccountsTest {
    private static final UserId ADA = new UserId("ada");
    private static final UserId LEAD = new UserId("lead");
    private static final Sensitive<String> RIGHT = Sensitive.of("three blind mice run");
    private static final Sensitive<String> WRONG = Sensitive.of("three blind rats run");

    private final TestDatabase database = TestDatabase.fresh();
    private final Accounts accounts = new Accounts(database.transactions(), database.secrets());

    @BeforeEach
    void makeAda() {
        accounts.create(
                new NewAccount(
                        ADA,
                        "Ada.Test@westmarsh.example",
                        new AgencyId("csc"),
                        Sensitive.of("Ada Test"),
                        RIGHT,
                        Set.of(AccessRole.SOCIAL_WORKER),
                        Set.of("team-north"),
                        LEAD));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void signsInWithNameInAnyCaseAndPassword() {
        var account = accounts.signIn(" ada.test@Westmarsh.example", RIGHT).orElseThrow();

        assertThat(account.id()).isEqualTo(ADA);
        assertThat(account.roles()).containsExactly(AccessRole.SOCIAL_WORKER);
        assertThat(account.teams()).containsExactly("team-north");
        assertThat(account.toString()).doesNotContain("Ada Test");
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownNameAlike() {
        assertThat(signIn(WRONG)).isEmpty();
        assertThat(accounts.signIn("nobody@westmarsh.example", RIGHT)).isEmpty();
    }

    @Test
    void locksAnExistingAndAnUnknownNameAtTheSameAttempt() {
        for (var i = 0; i < Accounts.FAILURES_TO_LOCK; i++) {
            signIn(WRONG);
            accounts.signIn("nobody@westmarsh.example", WRONG);
        }

        assertThat(signIn(RIGHT)).isEmpty();
        var attempts =
                database.owner()
                        .sql(
                                "SELECT count(*) FROM access.sign_in_attempt WHERE locked_until > now()")
                        .query(Long.class)
                        .single();
        assertThat(attempts).isEqualTo(2);
        database.owner().sql("UPDATE access.sign_in_attempt SET locked_until = now()").update();
        assertThat(signIn(RIGHT)).isPresent();
    }

    @Test
    void aLeaverIsOutAtTheNextRequest() {
        assertThat(accounts.live(ADA)).isPresent();

        accounts.disable(ADA);

        assertThat(accounts.live(ADA)).isEmpty();
        assertThat(signIn(RIGHT)).isEmpty();
    }

    @Test
    void anAccountThatNobodyAttestedIsRefused() {
        database.owner().sql("UPDATE access.user_account SET attested_until = now()").update();
        assertThat(signIn(RIGHT)).isEmpty();

        accounts.attest(ADA, LEAD);

        assertThat(signIn(RIGHT)).isPresent();
    }

    @Test
    void rolesComeAndGo() {
        accounts.grant(ADA, AccessRole.CONFERENCE_CHAIR, LEAD);
        accounts.revoke(ADA, AccessRole.SOCIAL_WORKER);

        assertThat(accounts.live(ADA).orElseThrow().roles())
                .containsExactly(AccessRole.CONFERENCE_CHAIR);
        assertThatThrownBy(() -> accounts.grant(ADA, AccessRole.AUDITOR, ADA))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsNoPasswordAndNoTypedName() {
        accounts.signIn("nobody@westmarsh.example", WRONG);

        var stored =
                database.owner()
                        .sql("SELECT password_hash FROM access.user_account")
                        .query(String.class)
                        .single();
        assertThat(stored).startsWith("$argon2id$");
    }

    private Optional<Account> signIn(Sensitive<String> password) {
        return accounts.signIn("ada.test@westmarsh.example", password);
    }
}
