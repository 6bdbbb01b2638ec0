package sightline.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody.Person;
import sightline.core.facts.PersonBody.Residence;
import sightline.core.facts.Standing;
import sightline.core.facts.Standings;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.PersonId;
import sightline.core.kernel.SourceRecord;
import sightline.core.kernel.Text;
import sightline.core.register.Notice;
import sightline.core.register.RegisterEntry;
import sightline.core.screening.Registers;
import sightline.database.Subject;
import sightline.household.Reading;
import sightline.register.CsvCells;
import sightline.register.ExportAsked;
import sightline.register.ExportColumn;
import sightline.register.ExportRequest;
import sightline.register.Exports;
import sightline.register.RegisterLine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes an approved export, a part at a time. Each part has an entry of its own in the journal,
 * with purpose, recipient and every source record in it, committed before the part is written.
 */
@Component
@ConditionalOnProperty("sightline.data")
final class RegisterExportFile {
    private static final String HEALTH_ALONE =
            "Source: health. Not shown. Ask the named doctor or nurse.";

    private final Reading reading;
    private final Recording recording;

    RegisterExportFile(Reading reading, Recording recording) {
        this.reading = reading;
        this.recording = recording;
    }

    /** What is read of the people of a part. */
    private record Part(
            Map<PersonId, List<SourceRecord>> records,
            Map<PersonId, List<Fact>> facts,
            Map<Long, Standing> withdrawn) {}

    String csv(Visit visit, Exports.Fetched.Open open) {
        ExportAsked asked = open.request().asked();
        StringBuilder text = new StringBuilder("\uFEFF");
        text.append(CsvCells.row(asked.columns().stream().map(ExportColumn::slug).toList()));
        List<PersonId> all = List.copyOf(open.rows().people().keySet());
        int parts = (all.size() + Exports.PART - 1) / Exports.PART;
        for (int part = 0; part < parts; part++) {
            List<PersonId> some =
                    all.subList(
                            part * Exports.PART, Math.min(all.size(), (part + 1) * Exports.PART));
            Part read =
                    reading.list(
                            visit.reader(),
                            some,
                            "/register/export/file",
                            (sql, subjects, facts) ->
                                    part(subjects, facts, reading.withdrawn(sql, subjects)));
            recording.write(visit.reader(), entry(open.request(), read, part + 1, parts));
            for (PersonId person : some) {
                List<Fact> facts = read.facts().getOrDefault(person, List.of());
                if (!facts.isEmpty()) {
                    open.rows()
                            .people()
                            .getOrDefault(person, List.of())
                            .forEach(line ->
                                    text.append(
                                            row(
                                                    visit,
                                                    asked,
                                                    line,
                                                    read.records().getOrDefault(person, List.of()),
                                                    standing(facts, read.withdrawn()))));
                }
            }
        }
        return text.toString();
    }

    /** Without the homes that their sender corrected or moved to somebody else since. */
    private static List<Fact> standing(List<Fact> facts, Map<Long, Standing> withdrawn) {
        Standings standings = Standings.of(facts, withdrawn);
        return facts.stream()
                .filter(f -> !(f.body() instanceof Residence) || standings.of(f).counts())
                .toList();
    }

    private static Part part(
            List<Subject> subjects,
            Map<PersonId, List<Fact>> facts,
            Map<Long, Standing> withdrawn) {
        Map<PersonId, List<SourceRecord>> records = new HashMap<>();
        subjects.stream()
                .filter(s -> facts.containsKey(s.id()))
                .forEach(s -> records.put(s.id(), List.copyOf(s.records())));
        return new Part(records, facts, withdrawn);
    }

    private static Entry entry(ExportRequest request, Part part, int number, int parts) {
        return new Entry(
                Event.EXPORT,
                List.copyOf(part.facts().keySet()),
                part.records().values().stream().flatMap(List::stream).toList(),
                part.facts().values().stream()
                        .flatMap(List::stream)
                        .map(Fact::sensitivity)
                        .collect(Collectors.toSet()),
                part.facts().size(),
                Set.of("dual-control." + request.approval()),
                "/register/export, part " + number + " of " + parts,
                Optional.of(
                        new Text(
                                "For: %s. To: %s. Approved by %s."
                                        .formatted(
                                                request.asked().purpose(),
                                                request.asked().recipient(),
                                                request.decidedBy().orElse("")))));
    }

    private static String row(
            Visit visit,
            ExportAsked asked,
            RegisterLine line,
            List<SourceRecord> records,
            List<Fact> facts) {
        List<Fact> own =
                facts.stream()
                        .filter(f ->
                                f.participants().size() == 1
                                        && records.contains(f.participants().getFirst().record()))
                        .toList();
        List<String> cells = new ArrayList<>();
        asked.columns()
                .forEach(column -> cells.add(cell(visit, column, line.entry(), records, own)));
        return CsvCells.row(cells);
    }

    private static String cell(
            Visit visit,
            ExportColumn column,
            RegisterEntry entry,
            List<SourceRecord> records,
            List<Fact> facts) {
        return switch (column) {
            case LOCAL_ID ->
                    records.stream()
                            .filter(r -> visit.reader().agencies().contains(r.agency().value()))
                            .map(SourceRecord::localId)
                            .collect(Collectors.joining("; "));
            case NAME -> Naming.name(facts);
            case BORN ->
                    details(facts).stream()
                            .flatMap(p -> p.dateOfBirth().stream())
                            .findFirst()
                            .map(born -> born.text())
                            .orElse("");
            case PNC -> numbers(facts, IdentifierType.PNC);
            case CRO -> numbers(facts, IdentifierType.CRO);
            case ADDRESS -> address(visit, facts);
            case REGISTER -> entry.pack();
            case STATE -> entry.state().words();
            case FROM -> entry.starts().toString();
            case UNTIL -> entry.ends().map(LocalDate::toString).orElse("");
            case OWED -> entry.owed().map(Notice::title).orElse("");
            case DUE -> entry.due().map(LocalDate::toString).orElse("");
            case VISIT_DUE -> entry.visit().map(v -> v.due().toString()).orElse("");
            case RISK -> entry.visit().map(v -> PoliceVisitParts.words(v.level())).orElse("");
            case KEEPER -> visit.agency(entry.keeper());
        };
    }

    private static List<Person> details(List<Fact> facts) {
        List<Person> details = new ArrayList<>();
        facts.stream()
                .sorted(Comparator.comparingLong(Fact::position).reversed())
                .forEach(f -> {
                    if (f.body() instanceof Person person) {
                        details.add(person);
                    }
                });
        return details;
    }

    private static String numbers(List<Fact> facts, IdentifierType type) {
        return details(facts).stream()
                .flatMap(p -> p.identifiers().stream())
                .filter(i -> i.type() == type)
                .map(i -> i.value())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /**
     * The newest home. One that a health service recorded is health's alone, whatever was decided
     * on a page: an export goes further than a page.
     */
    private static String address(Visit visit, List<Fact> facts) {
        return facts.stream()
                .filter(f -> f.body() instanceof Residence)
                .max(
                        Comparator.comparing(RegisterExportFile::day)
                                .thenComparingLong(Fact::position))
                .map(f ->
                        Registers.health(visit.directory(), f.source())
                                ? HEALTH_ALONE
                                : f.place().map(ChildParts::written).orElse(""))
                .orElse("");
    }

    private static LocalDate day(Fact fact) {
        return fact.times().happened().earliest().orElse(LocalDate.MIN);
    }
}
