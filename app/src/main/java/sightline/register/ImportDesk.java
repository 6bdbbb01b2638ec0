package sightline.register;

import sightline.access.ReaderContext;
import sightline.audit.Journal;
import sightline.core.directory.Directory;
import sightline.database.Secrets;
import sightline.database.Transactions;
import sightline.facts.Facts;
import sightline.feeds.Entries;
import sightline.feeds.Intake;
import sightline.identity.Identities;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The same five stages for the shell: whoever signed in uploads, this process checks and sends,
 * with or without a server beside it.
 */
public final class ImportDesk {
    private final Imports imports;
    private final ImportWorker worker;

    public ImportDesk(
            Transactions transactions,
            Secrets secrets,
            Supplier<? extends Directory> directory,
            InstantSource clock) {
        ImportFiles files = new ImportFiles(new ImportSeal(secrets), directory);
        this.imports = new Imports(transactions, new Journal(secrets), files);
        this.worker =
                new ImportWorker(
                        transactions,
                        new Entries(Intake.of(transactions, secrets)),
                        files,
                        new OnRegister(transactions, new Identities(secrets, new Facts(secrets))),
                        clock);
    }

    /** Files, as pages have them. */
    public Imports imports() {
        return imports;
    }

    /** Does the next part of whatever waits; whether more may be done at once. */
    public boolean work() {
        return worker.run();
    }

    /** Every row that is set aside, with its reasons; each look is in the journal. */
    public List<Imports.Aside> aside(ReaderContext reader, ImportFile file) {
        List<Imports.Aside> all = new ArrayList<>();
        List<Imports.Aside> page = imports.look(reader, file, 0).aside();
        while (!page.isEmpty()) {
            all.addAll(page);
            page = imports.look(reader, file, page.getLast().number()).aside();
        }
        return all;
    }
}
