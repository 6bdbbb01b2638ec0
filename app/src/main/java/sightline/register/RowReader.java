package sightline.register;

import org.jspecify.annotations.Nullable;

import sightline.core.classification.OffenceClasses;
import sightline.core.directory.Agency;
import sightline.core.directory.Area;
import sightline.core.facts.JusticeBody.Offence;
import sightline.core.facts.JusticeBody.OffenceGroup;
import sightline.core.facts.JusticeBody.RegisterNotification.RegisterRisk;
import sightline.core.facts.JusticeBody.SentenceKind;
import sightline.core.facts.JusticeBody.VictimTie;
import sightline.core.facts.PersonBody.Sex;
import sightline.core.identity.RecordDetails;
import sightline.core.identity.RecordName;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.London;
import sightline.core.kernel.PartialDate;
import sightline.core.kernel.SourceRecord;
import sightline.core.register.RegisterPack;
import sightline.facts.wire.MessageReader;
import sightline.facts.wire.Reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one row by itself: what each cell says, whether that can be, and the messages that an
 * agency would have sent. The messages are then read as any others are, so that what goes in can be
 * read. A pure function of the row, the agency and the moment of the upload.
 */
final class RowReader {
    private static final int LEAST_AGE = 10;
    private static final int OLDEST = 120;
    private static final int LONGEST = 1_200;
    private static final Set<SentenceKind> NEED_LENGTH =
            EnumSet.of(
                    SentenceKind.CUSTODY,
                    SentenceKind.SUSPENDED,
                    SentenceKind.CONDITIONAL_DISCHARGE);

    /** Of a row in which nothing stands: it never did, or its person was erased. */
    static final RowProblem EMPTY =
            RowProblem.row(
                    "Nothing stands in it.",
                    "Leave it out. The row of somebody who was erased is empty, too.");

    private final Agency agency;
    private final Area area;
    private final Map<String, RegisterPack> packs;
    private final Instant at;
    private final LocalDate today;
    private final ImportSeal seal;
    private final MessageReader reader = new MessageReader();

    RowReader(
            Agency agency,
            Area area,
            Map<String, RegisterPack> packs,
            Instant at,
            ImportSeal seal) {
        this.agency = agency;
        this.area = area;
        this.packs = packs;
        this.at = at;
        this.today = London.day(at);
        this.seal = seal;
    }

    CheckedRow read(ImportRow row) {
        if (row.known().isEmpty() && row.cells().size() == row.width()) {
            return new CheckedRow(row, null, null, List.of(), List.of(EMPTY), "", "", "", Set.of());
        }
        RowValues values = new RowValues(row);
        if (row.cells().size() != row.width()) {
            return aside(row, values);
        }
        RowFacts facts = facts(values);
        SourceRecord record = record(values);
        if (!values.problems().isEmpty() || record == null) {
            return aside(row, values);
        }
        RowMessages messages = new RowMessages(agency.id(), record.localId(), at, seal, facts);
        List<ImportMessage> all = messages.all();
        all.forEach(message -> tried(message, values));
        return values.problems().isEmpty()
                ? new CheckedRow(
                        row,
                        record,
                        details(record, facts),
                        all,
                        List.of(),
                        seal.name("person|" + messages.person()),
                        seal.name(
                                "row|"
                                        + record.text()
                                        + "|"
                                        + facts.convicted()
                                        + "|"
                                        + facts.offence().wording()
                                        + "|"
                                        + facts.register()
                                        + "|"
                                        + facts.started()),
                        seal.name("content|" + all.stream().map(ImportMessage::id).toList()),
                        names(facts))
                : aside(row, values);
    }

    private Set<String> names(RowFacts facts) {
        Set<String> names = new HashSet<>();
        facts.identifiers().forEach(i -> names.add(seal.name("is|" + i.type() + "|" + i.value())));
        String written =
                (String.join(" ", facts.givenNames()) + "|" + facts.family())
                        .toLowerCase(Locale.UK);
        facts.born().ifPresent(born -> names.add(seal.name("is|" + written + "|" + born)));
        return names;
    }

    private static CheckedRow aside(ImportRow row, RowValues values) {
        return new CheckedRow(row, null, null, List.of(), values.problems(), "", "", "", Set.of());
    }

    private @Nullable SourceRecord record(RowValues values) {
        try {
            return new SourceRecord(agency.id(), values.text(ImportColumn.LOCAL_ID));
        } catch (IllegalArgumentException malformed) {
            values.wrong(
                    ImportColumn.LOCAL_ID,
                    "It cannot be used as an id.",
                    "Write 1 to 128 printable characters.");
            return null;
        }
    }

    private RowFacts facts(RowValues values) {
        LocalDate born = values.day(ImportColumn.BORN, today);
        LocalDate convicted = values.day(ImportColumn.CONVICTED, today);
        LocalDate started = values.day(ImportColumn.STARTED, today);
        if (born != null && convicted != null && convicted.isBefore(born.plusYears(LEAST_AGE))) {
            values.wrong(
                    ImportColumn.CONVICTED,
                    "The person was not yet 10 on that day.",
                    "Check it and the date of birth.");
        }
        if (convicted != null && started != null && started.isBefore(convicted)) {
            values.wrong(ImportColumn.STARTED, "It is before the conviction.", "Check both days.");
        }
        SentenceKind sentence = values.code(ImportColumn.SENTENCE, SentenceKind.class);
        Integer months =
                values.whole(ImportColumn.MONTHS, 1, LONGEST, "Write its length in months.");
        sentence(values, sentence, months);
        keeper(values);
        return new RowFacts(
                values.text(ImportColumn.GIVEN_NAMES),
                values.text(ImportColumn.FAMILY_NAME),
                values.text(ImportColumn.OTHER_NAMES),
                Optional.ofNullable(born),
                Optional.ofNullable(values.code(ImportColumn.SEX, Sex.class)),
                identifiers(values),
                address(values),
                offence(values, convicted),
                Optional.ofNullable(convicted),
                values.truth(ImportColumn.CAUTION),
                Optional.ofNullable(sentence),
                Optional.ofNullable(months),
                Optional.ofNullable(released(values, convicted)),
                register(values),
                Optional.ofNullable(started),
                Optional.ofNullable(ends(values, started)),
                Optional.ofNullable(notified(values, started)),
                Optional.ofNullable(values.code(ImportColumn.RISK, RegisterRisk.class)));
    }

    private static void sentence(
            RowValues values, @Nullable SentenceKind sentence, @Nullable Integer months) {
        if (sentence != null
                && months == null
                && NEED_LENGTH.contains(sentence)
                && values.text(ImportColumn.MONTHS).isEmpty()) {
            values.wrong(
                    ImportColumn.MONTHS,
                    "The sentence has no length.",
                    "Write its length in whole months: the period on the register follows from it.");
        }
        if (sentence == null && months != null && values.text(ImportColumn.SENTENCE).isEmpty()) {
            values.wrong(
                    ImportColumn.SENTENCE,
                    "There is a length and no sentence.",
                    "Say what sentence it was.");
        }
    }

    private void keeper(RowValues values) {
        String written = values.text(ImportColumn.AREA);
        if (!written.isEmpty()
                && !written.equalsIgnoreCase(area.id().value())
                && !written.equalsIgnoreCase(area.name())) {
            values.wrong(
                    ImportColumn.AREA,
                    "Another area keeps the entry.",
                    "Send the row to that area’s keeper to upload, or have the person handed over.");
        }
    }

    private List<Identifier> identifiers(RowValues values) {
        List<Identifier> all = new ArrayList<>();
        Year year = Year.of(today.getYear());
        values.identifier(ImportColumn.PNC, IdentifierType.PNC, agency.id(), year)
                .ifPresent(all::add);
        values.identifier(ImportColumn.CRO, IdentifierType.CRO, agency.id(), year)
                .ifPresent(all::add);
        return all;
    }

    private RowFacts.Home address(RowValues values) {
        Optional<Identifier> uprn =
                values.identifier(
                        ImportColumn.UPRN,
                        IdentifierType.UPRN,
                        agency.id(),
                        Year.of(today.getYear()));
        return new RowFacts.Home(
                values.text(ImportColumn.ADDRESS),
                values.text(ImportColumn.POSTCODE),
                uprn.map(Identifier::value).orElse(""));
    }

    /** The same rule as classifies every conviction: by group or class, never by the title. */
    private Offence offence(RowValues values, @Nullable LocalDate convicted) {
        OffenceGroup group = values.code(ImportColumn.OFFENCE_GROUP, OffenceGroup.class);
        Offence offence =
                new Offence(
                        values.text(ImportColumn.OFFENCE),
                        written(values, ImportColumn.OFFENCE_CODE),
                        written(values, ImportColumn.OFFENCE_CLASS),
                        group == null ? OffenceGroup.OTHER : group,
                        Optional.ofNullable(
                                values.whole(
                                        ImportColumn.VICTIM_AGE,
                                        0,
                                        OLDEST,
                                        "Write the age in whole years; under 1 is 0.")),
                        Optional.ofNullable(values.code(ImportColumn.VICTIM_TIE, VictimTie.class)));
        boolean said = !values.text(ImportColumn.OFFENCE_GROUP).isEmpty();
        if (!said
                && convicted != null
                && OffenceClasses.group(offence, convicted) == OffenceGroup.OTHER) {
            values.wrong(
                    ImportColumn.OFFENCE_CLASS,
                    "The offence is not known: neither its class nor its group says what it is.",
                    "Write its Home Office class of that day, or its group. The wording never decides.");
        }
        return offence;
    }

    private static Optional<String> written(RowValues values, ImportColumn column) {
        return Optional.of(values.text(column)).filter(t -> !t.isEmpty());
    }

    private @Nullable LocalDate released(RowValues values, @Nullable LocalDate convicted) {
        LocalDate released = values.day(ImportColumn.RELEASED, today);
        if (released != null && convicted != null && released.isBefore(convicted)) {
            values.wrong(ImportColumn.RELEASED, "It is before the sentence.", "Check both days.");
        }
        return released;
    }

    private String register(RowValues values) {
        String key = values.text(ImportColumn.REGISTER).toLowerCase(Locale.ROOT);
        if (!key.isEmpty() && !packs.containsKey(key)) {
            values.wrong(
                    ImportColumn.REGISTER,
                    "It is no register that is known.",
                    "Use one of "
                            + String.join(", ", packs.keySet().stream().sorted().toList())
                            + ".");
        }
        return key;
    }

    private @Nullable LocalDate ends(RowValues values, @Nullable LocalDate started) {
        LocalDate ends = values.day(ImportColumn.ENDS, LocalDate.of(2200, 1, 1));
        if (ends != null && started != null && ends.isBefore(started)) {
            values.wrong(ImportColumn.ENDS, "It is before the start.", "Check both days.");
        }
        return ends;
    }

    private @Nullable LocalDate notified(RowValues values, @Nullable LocalDate started) {
        LocalDate notified = values.day(ImportColumn.NOTIFIED, today);
        if (notified != null && started != null && notified.isBefore(started)) {
            values.wrong(
                    ImportColumn.NOTIFIED,
                    "It is before the registration began.",
                    "Check both days.");
        }
        return notified;
    }

    /** The last word is that of whoever reads messages. */
    private void tried(ImportMessage message, RowValues values) {
        switch (reader.read(message.bytes(), agency.id(), agency.type(), at)) {
            case Reading.Read read ->
                    read.notes()
                            .forEach(n ->
                                    values.problems()
                                            .add(
                                                    RowProblem.row(
                                                            n,
                                                            "Mend it, or leave the cell empty.")));
            case Reading.Unreadable unreadable ->
                    unreadable
                            .problems()
                            .forEach(p ->
                                    values.problems()
                                            .add(
                                                    RowProblem.row(
                                                            p.field() + ": " + p.message() + ".",
                                                            p.fix() + ".")));
        }
    }

    private static RecordDetails details(SourceRecord record, RowFacts facts) {
        var details =
                RecordDetails.about(record)
                        .name(
                                new RecordName(
                                        facts.givenNames(),
                                        facts.family(),
                                        RecordName.Kind.CURRENT));
        facts.born().ifPresent(day -> details.born(new PartialDate.Day(day)));
        facts.identifiers().forEach(details::identifier);
        return details.build();
    }
}
