package sightline.database;

/**
 * The jobs that work without a reader. Each has policies of its own ({@code access.grant_job}), so
 * that one cannot do another's work.
 */
public enum JobName {
    /** Reads receipts, writes facts and everything that follows from them. */
    PIPELINE("pipeline"),
    /** Derives everything anew from the facts, to compare it with what is kept. */
    REBUILD("rebuild"),
    /** Finds whose retention period has ended, and plans what an erasure would end. */
    RETENTION("retention"),
    /** Finds which source records a person has, before a reader's context is opened for them. */
    RESOLVER("resolver"),
    /** Answers checks at the touchpoint: reads what rules read, and writes what was said. */
    CHECKER("checker"),
    /** Checks the file of an existing register and sends its rows as messages. */
    REGISTER_IMPORT("register-import"),
    /** Puts what is published into the library, and reads it for whoever asks. */
    LIBRARY("library"),
    /** Delivers alerts and e-mails references. */
    COURIER("courier"),
    /** Signs users in and out and keeps accounts. */
    ACCOUNTS("accounts"),
    /** Checks, counts and health: no personal data. */
    WATCH("watch"),
    /** Loads a demonstration or a test's world. */
    SEED("seed");

    private final String sqlName;

    JobName(String sqlName) {
        this.sqlName = sqlName;
    }

    /** Its name in policies. */
    public String sqlName() {
        return sqlName;
    }
}
