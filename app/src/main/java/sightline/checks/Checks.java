package sightline.checks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import sightline.access.ReaderRecords;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Journal;
import sightline.core.alerts.Derivation;
import sightline.core.checks.Checked;
import sightline.core.checks.SourceAnswer;
import sightline.core.checks.Touchpoint;
import sightline.core.checks.TouchpointPack;
import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Directory;
import sightline.core.facts.Address;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.FactId;
import sightline.core.kernel.London;
import sightline.core.kernel.MessageId;
import sightline.core.kernel.MessageRef;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.database.JobName;
import sightline.database.RecordKey;
import sightline.database.Subject;
import sightline.database.Transactions;
import sightline.facts.Facts;
import sightline.facts.wire.MessageReader;
import sightline.facts.wire.Problem;
import sightline.facts.wire.Reading;
import sightline.feeds.Answer;
import sightline.feeds.FeedHealths;
import sightline.feeds.Senders;
import sightline.identity.Identities;
import sightline.identity.IdentityStore;
import sightline.screening.RuleChanges;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Answers checks. The message is kept first, as any other; then it is asked what stands or would
 * follow; then what was said is kept and is in the journal of everybody it names. Whatever fails on
 * the way, the answer is "could not check", never "nothing known".
 */
public final class Checks {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    /** Without letters and digits that are taken for one another when they are read out. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int NUMBER_LETTERS = 7;

    private final Transactions transactions;
    private final Facts facts;
    private final Identities identities;
    private final Function<JdbcClient, Directory> directory;
    private final Derivation derivation;
    private final TouchpointPack pack;
    private final Journal journal;
    private final LocalIds localIds;
    private final InstantSource clock;
    private final FeedHealths feeds = new FeedHealths();
    private final MessageReader reader = new MessageReader();
    private final SecureRandom random = new SecureRandom();

    /**
     * @param derivation the rules and clocks that the running system has
     */
    public Checks(
            Transactions transactions,
            Facts facts,
            Identities identities,
            Function<JdbcClient, Directory> directory,
            Derivation derivation,
            TouchpointPack pack,
            Journal journal,
            LocalIds localIds,
            InstantSource clock) {
        this.transactions = transactions;
        this.facts = facts;
        this.identities = identities;
        this.directory = directory;
        this.derivation = derivation;
        this.pack = pack;
        this.journal = journal;
        this.localIds = localIds;
        this.clock = clock;
    }

    /**
     * An id of the asker's own for the record of somebody whom a form describes: the same for the
     * same words, and telling nothing of them.
     */
    public String localId(AgencyId agency, String words) {
        return "check-" + localIds.hash(agency.value() + "|" + words);
    }

    /** Where people are checked. */
    public TouchpointPack pack() {
        return pack;
    }

    /**
     * Answers a check.
     *
     * @param reference the asker's own case reference
     * @param message as its sender sends it
     * @param keep keeps the message, as any other of that sender
     */
    public CheckResult check(Asker asker, String reference, byte[] message, Supplier<Answer> keep) {
        // As the database keeps it, so that what is said again later is the same.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Directory who = transactions.asJob(JobName.CHECKER, directory::apply);
        return switch (reader.read(message, asker.agency(), type(who, asker.agency()), now)) {
            case Reading.Unreadable(var problems, _) -> new CheckResult.NotUnderstood(problems);
            case Reading.Read(var read, _) -> {
                CheckQuestion question = CheckQuestion.of(pack, read, reference);
                List<Problem> problems = problems(question);
                yield problems.isEmpty()
                        ? check(asker, question, who, now, keep)
                        : new CheckResult.NotUnderstood(problems);
            }
        };
    }

    /** What would be said of a message, whoever it names: for integrators, and nothing is kept. */
    public List<Problem> problems(AgencyId agency, String reference, byte[] message) {
        Directory who = transactions.asJob(JobName.CHECKER, directory::apply);
        return switch (reader.read(message, agency, type(who, agency), clock.instant())) {
            case Reading.Unreadable(var problems, _) -> problems;
            case Reading.Read(var read, _) -> problems(CheckQuestion.of(pack, read, reference));
        };
    }

    /** Whoever is known by the sender's own record need not be described again. */
    private List<Problem> problems(CheckQuestion question) {
        List<Problem> problems = new ArrayList<>(question.problems());
        List<SourceRecord> unfindable = question.unfindable();
        if (problems.isEmpty() && !unfindable.isEmpty()) {
            Set<SourceRecord> known =
                    transactions.asJob(
                            JobName.CHECKER,
                            sql -> Set.copyOf(identities.in(sql).peopleOf(unfindable).keySet()));
            unfindable.stream()
                    .filter(r -> !known.contains(r))
                    .forEach(r -> problems.add(question.unfindable(r)));
        }
        return problems;
    }

    private static AgencyType type(Directory who, AgencyId agency) {
        return who.agency(agency).map(Agency::type).orElse(AgencyType.OTHER);
    }

    private CheckResult check(
            Asker asker,
            CheckQuestion question,
            Directory who,
            Instant now,
            Supplier<Answer> keep) {
        Answer kept = keep.get();
        if (kept instanceof Answer.Conflicting || kept instanceof Answer.TooLarge) {
            return new CheckResult.NotKept(kept);
        }
        if (kept instanceof Answer.KeptBefore) {
            Optional<Asked> before =
                    transactions.asJob(
                            JobName.CHECKER, sql -> new CheckStore(sql).of(question.message()));
            if (before.isPresent()) {
                return new CheckResult.Answered(before.get());
            }
        }
        List<SourceAnswer> sources = sources(asker, question, who, now);
        Looked looked = look(asker, question, who, now);
        Checked checked = looked.checked(sources);
        Asked asked = asked(asker, question, now, checked, looked.named(), who);
        return new CheckResult.Answered(keep(asker, asked, checked, looked));
    }

    /** Of the area in which the home lies; where it does not say, of each that the asker serves. */
    private List<SourceAnswer> sources(
            Asker asker, CheckQuestion question, Directory who, Instant now) {
        LocalDate today = London.day(now);
        Set<AreaId> areas = new LinkedHashSet<>();
        question.places().stream()
                .flatMap(a -> who.areaOf(a.line().value(), postcode(a)).stream())
                .map(area -> who.current(area, today))
                .forEach(areas::add);
        if (areas.isEmpty()) {
            areas.addAll(who.areasOf(asker.agency(), today));
        }
        var health = transactions.asJob(JobName.CHECKER, feeds::all);
        return new SourceAnswers(who, health, now, today).of(question.touchpoint(), areas);
    }

    private static Optional<String> postcode(Address address) {
        return address.postcode().map(Object::toString);
    }

    /**
     * What was seen.
     *
     * @param journalled whose access log it is written in
     */
    private record Looked(
            Optional<CheckLook.Seen> seen, Optional<Named> named, Set<SourceRecord> journalled) {

        Checked checked(List<SourceAnswer> sources) {
            return seen.map(s ->
                            new Checked(s.causes(), s.doubts(), s.involved(), s.unsure(), sources))
                    .orElseGet(() -> new Checked(List.of(), List.of(), List.of(), true, sources));
        }
    }

    private Looked look(Asker asker, CheckQuestion question, Directory who, Instant now) {
        Set<SourceRecord> typed = new LinkedHashSet<>(Named.records(question.facts()));
        try {
            Private known = barred(asker, question);
            Set<PersonId> barred = known.barred();
            return transactions.asJob(
                    JobName.CHECKER,
                    sql -> {
                        IdentityStore identity = identities.in(sql);
                        Named named =
                                known.named()
                                        .orElseGet(() -> Named.in(identity, question.facts()))
                                        .without(barred, identity);
                        boolean recorded =
                                !facts.in(sql).ofMessages(Set.of(question.message())).isEmpty();
                        CheckLook.Seen seen =
                                new CheckLook(
                                                derivation.with(new RuleChanges(sql).settings()),
                                                who,
                                                Senders.goLive(sql),
                                                pack.counting(question.touchpoint()),
                                                now)
                                        .at(identity, named, question, recorded, barred);
                        Set<SourceRecord> theirs = new LinkedHashSet<>(typed);
                        identity.recordsOf(Set.copyOf(named.people().values()))
                                .values()
                                .forEach(own -> own.forEach(m -> theirs.add(m.record())));
                        return new Looked(Optional.of(seen), Optional.of(named), theirs);
                    });
        } catch (DataAccessException
                | sightline.database.DatabaseException
                | IllegalStateException
                | IllegalArgumentException failed) {
            LOG.error("a check could not be answered: {}", failed.getClass().getSimpleName());
            return new Looked(Optional.empty(), Optional.empty(), typed);
        }
    }

    /**
     * Who touches the asker privately.
     *
     * @param named who they are whom the check names, where that had to be found out for it
     */
    private record Private(Optional<Named> named, Set<PersonId> barred) {}

    /** Of whoever touches the asker privately an answer says nothing, not even by its words. */
    private Private barred(Asker asker, CheckQuestion question) {
        if (asker.reader().isEmpty()) {
            return new Private(Optional.empty(), Set.of());
        }
        record Found(Named named, List<Subject> subjects) {}
        Found found =
                transactions.asJob(
                        JobName.CHECKER,
                        sql -> {
                            IdentityStore identity = identities.in(sql);
                            Named named = Named.in(identity, question.facts());
                            Set<PersonId> all = new LinkedHashSet<>(named.everybody());
                            all.addAll(new Homes(identity, question).people());
                            return new Found(named, subjects(identity, all));
                        });
        Set<UUID> records =
                transactions.asReader(
                        asker.reader().get(), found.subjects(), ReaderRecords::barred);
        Set<PersonId> barred =
                found.subjects().stream()
                        .filter(s ->
                                s.records().stream().map(RecordKey::of).anyMatch(records::contains))
                        .map(Subject::id)
                        .collect(Collectors.toSet());
        return new Private(Optional.of(found.named()), barred);
    }

    private static List<Subject> subjects(IdentityStore identity, Collection<PersonId> people) {
        List<Subject> subjects = new ArrayList<>();
        identity.recordsOf(people)
                .forEach((person, own) ->
                        subjects.add(
                                Subject.of(person, own.stream().map(m -> m.record()).toList())));
        return subjects;
    }

    private Asked asked(
            Asker asker,
            CheckQuestion question,
            Instant now,
            Checked checked,
            Optional<Named> named,
            Directory who) {
        Optional<Asked.Said> said =
                question.touchpoint().answers() == Touchpoint.Answers.STEPS
                        ? Optional.of(
                                new CheckSteps(who, asker.agency(), named, London.day(now))
                                        .of(checked))
                        : Optional.empty();
        return new Asked(
                number(now),
                asker.agency(),
                asker.by(),
                question.reference(),
                question.touchpoint().kind(),
                question.message().id(),
                now,
                checked.words(),
                said,
                checked.sources(),
                Optional.empty());
    }

    private String number(Instant now) {
        StringBuilder number =
                new StringBuilder("CHK-%02d-".formatted(London.day(now).getYear() % 100));
        for (int i = 0; i < NUMBER_LETTERS; i++) {
            number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return number.toString();
    }

    /** What is said is kept and written in the journal before it is said. */
    private Asked keep(Asker asker, Asked asked, Checked checked, Looked looked) {
        Entry entry =
                new Entry(
                        Event.REVEAL,
                        looked.named()
                                .map(n -> List.copyOf(Set.copyOf(n.people().values())))
                                .orElse(List.of()),
                        looked.journalled().stream().limit(Entry.MAX_RECORDS).toList(),
                        Set.of(),
                        1,
                        Set.of(),
                        "/checks %s %s".formatted(asked.number(), asked.touchpoint()),
                        Optional.empty());
        return asker.reader()
                .map(context ->
                        transactions.asReader(
                                context, List.of(), sql -> keep(sql, asked, checked, entry)))
                .orElseGet(() ->
                        transactions.asJob(
                                JobName.CHECKER, sql -> keep(sql, asked, checked, entry)));
    }

    private Asked keep(JdbcClient sql, Asked asked, Checked checked, Entry entry) {
        Asked kept = new CheckStore(sql).keep(asked, checked);
        journal.write(sql, entry);
        return kept;
    }

    /** The check of that number that this agency asked. */
    public Optional<Asked> of(AgencyId agency, String number) {
        return transactions.asJob(JobName.CHECKER, sql -> new CheckStore(sql).of(agency, number));
    }

    /** The check from which a duty runs that is open to whoever asks for it. */
    public Optional<ForDesk> forDesk(FactId fact) {
        return transactions.asJob(JobName.CHECKER, sql -> new CheckStore(sql).forDesk(fact));
    }

    /** A page of the checks of the reader's agency, newest first, and how many there are. */
    public record Page(List<Asked> checks, long all) {
        public Page {
            checks = List.copyOf(checks);
        }
    }

    /** Checks of the reader's agency, newest first; in the journal as a visit. */
    public Page newest(sightline.access.ReaderContext context, int from, int most) {
        return transactions.asReader(
                context,
                List.of(),
                sql -> {
                    CheckStore store = new CheckStore(sql);
                    Page page =
                            new Page(
                                    store.newest(context.agencyId(), from, most),
                                    store.count(context.agencyId()));
                    journal.write(sql, Entry.of(Event.VISIT, "/checks"));
                    return page;
                });
    }

    /** The reader's agency's check of that number; in the journal as a visit. */
    public Optional<Asked> of(sightline.access.ReaderContext context, String number) {
        return transactions.asReader(
                context,
                List.of(),
                sql -> {
                    Optional<Asked> found = new CheckStore(sql).of(context.agencyId(), number);
                    journal.write(sql, Entry.of(Event.VISIT, "/checks/{number}"));
                    return found;
                });
    }

    /** Used by the fact of an answer: the message under which the ledger has the check. */
    public static MessageRef message(Asked asked) {
        return new MessageRef(asked.agency(), new MessageId(asked.message().value()));
    }
}
