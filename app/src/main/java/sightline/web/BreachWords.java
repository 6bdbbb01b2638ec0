package sightline.web;

import sightline.core.chronology.Plainly;
import sightline.core.facts.Fact;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.JusticeBody.RequirementsExplained;
import sightline.core.facts.JusticeBody.RequirementsExplained.ExplainedAt;
import sightline.core.facts.Standings;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Neighbourhood;
import sightline.core.kernel.Certainty;
import sightline.core.kernel.London;
import sightline.core.kernel.Provision;
import sightline.core.kernel.When;
import sightline.core.kernel.Words;
import sightline.core.register.Coverage;
import sightline.core.register.Happening.Visited;
import sightline.core.register.Liability;
import sightline.core.register.Obligation;
import sightline.core.register.Recorded.Sourced;
import sightline.core.register.RegisterPack;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Tag;
import sightline.web.view.part.Tone;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of a breach file, the same on the page and in the document. */
final class BreachWords {
    static final String HOW =
            "By Sightline, from the entries that each source sent, unchanged, each with the source’s own"
                    + " message and its position in the ledger. What was corrected or taken back stands"
                    + " in its place and says so. What was owed, and by when, was worked out from those"
                    + " entries by the register’s pack that is named here; the way of counting is"
                    + " written out. The file decides nothing.";

    private static final String SOURCE_HEALTH =
            "Address differs, source health: not shown. Ask the named doctor or nurse";

    private static final Map<ExplainedAt, String> PLACES =
            Map.of(
                    ExplainedAt.COURT, "in court",
                    ExplainedAt.POLICE_STATION, "at the police station",
                    ExplainedAt.PRISON, "in prison",
                    ExplainedAt.HOSPITAL, "in hospital",
                    ExplainedAt.HOME_VISIT, "on a visit at home");

    private final Visit visit;
    private final RegisterParts parts;
    private final BreachFile file;
    private final Standings standings;

    BreachWords(Visit visit, RegisterParts parts, BreachFile file) {
        this.visit = visit;
        this.parts = parts;
        this.file = file;
        Neighbourhood around = file.child().family().around();
        this.standings = Standings.of(around.subject().facts(), around.withdrawn());
    }

    /** An entry of the chronology, as both show it. */
    record Exhibit(
            int number, String when, String who, String what, String standing, String source) {}

    static String title(BreachMatter matter) {
        return matter.owed().notice().title() + ", from " + Words.day(matter.owed().start());
    }

    /** Where it stands by the record; a person's decision is beside it, never in it. */
    static Tag state(BreachMatter matter) {
        return switch (matter.owed().standing()) {
            case IN_TIME -> new Tag("Told in time", Tone.GREEN);
            case LATE -> new Tag("Told after the last day", Tone.AMBER);
            case RUNNING -> new Tag("Its time runs", Tone.BLUE);
            case STOPPED -> new Tag("Its clock stands", Tone.BLUE);
            case MISSED -> new Tag("No notice on record by the last day", Tone.AMBER);
            case LAPSED -> new Tag("The period ended before", Tone.NEUTRAL);
            case HANDED_OVER -> new Tag("Handed over before", Tone.NEUTRAL);
        };
    }

    /** What was decided last; that nobody has where somebody must. */
    Tag decided(BreachMatter matter) {
        List<BreachDecision> decisions = file.decisionsOf(matter);
        return BreachDecision.standing(decisions)
                .map(BreachDecision::state)
                .orElseGet(() -> undecided(matter));
    }

    private static Tag undecided(BreachMatter matter) {
        return matter.failed()
                ? new Tag("Not yet decided", Tone.AMBER)
                : new Tag("Nothing to decide", Tone.NEUTRAL);
    }

    static String lastDay(BreachMatter matter) {
        return matter.owed().lastDay().map(Words::day).orElse("Its clock stands");
    }

    /** The matter, line by line. */
    List<Definition> lines(BreachMatter matter) {
        Obligation owed = matter.owed();
        RegisterPack pack = matter.standing().pack();
        List<Definition> lines = new ArrayList<>();
        lines.add(Definition.of("What had to be told", owed.notice().title()));
        lines.add(
                Definition.of(
                        "Under which register",
                        pack.title()
                                + ". "
                                + pack.status().words()
                                + ". Convictions and orders count "
                                + days(pack)
                                + ". Pack "
                                + pack.key()
                                + ", version "
                                + pack.version()));
        lines.add(Definition.of("By which law", law(owed.law()) + " (" + pack.title() + ")"));
        lines.add(Definition.of("Why the person was under it", grounds(matter)));
        lines.add(
                Definition.of(
                        "By when",
                        lastDay(matter) + " at the latest. " + String.join(" ", counted(owed))));
        lines.add(Definition.of("How it is told", pack.manner()));
        lines.add(Definition.of("What a failure costs", pack.penalty()));
        lines.add(Definition.of("How the person was told of it", told(matter)));
        lines.add(Definition.of("What was notified", notified(matter)));
        lines.add(Definition.of("What the records show", shown(matter)));
        lines.add(Definition.of("Decision", decision(matter)));
        return lines;
    }

    private static String days(RegisterPack pack) {
        String days = pack.inForce().inWords();
        return days.equals("dates not recorded") ? "on any day" : days;
    }

    private static String law(Provision law) {
        return law.source()
                + (law.unconfirmed()
                        ? ". Unconfirmed: nobody has checked this against the law"
                        : "");
    }

    private static List<String> counted(Obligation owed) {
        return owed.due().dayByDay().stream()
                .map(line -> line.endsWith(".") ? line : line + ".")
                .toList();
    }

    private static String grounds(BreachMatter matter) {
        List<Liability> grounds = matter.liabilities();
        return grounds.isEmpty()
                ? "Nothing that counts on that day is recorded in what the reader may see."
                : grounds.stream().map(BreachWords::ground).collect(Collectors.joining("; "));
    }

    private static String ground(Liability liability) {
        String because =
                liability.because().equals(liability.says())
                        ? ""
                        : " (" + liability.because() + ")";
        return liability.says() + ", from " + Words.day(liability.relevant()) + because;
    }

    /**
     * What shows that the person knew: that it was explained, or an acknowledgement, or nothing.
     */
    private String told(BreachMatter matter) {
        List<Entry<RequirementsExplained>> explained = file.told(matter);
        Optional<Sourced> notice = matter.noticeBefore();
        List<String> said = new ArrayList<>();
        explained.stream().map(e -> explained(matter, e)).forEach(said::add);
        boolean receipt = notice.filter(s -> number(s.fact()).isPresent()).isPresent();
        if (explained.isEmpty() && !receipt) {
            said.add("No record that the person was told.");
        }
        said.add(
                notice.map(s -> acknowledged(s.fact(), s.happening().day()))
                        .orElse("No notice before it is recorded, so no acknowledgement either."));
        if (explained.stream().noneMatch(e -> e.body().where() == ExplainedAt.COURT)) {
            said.add(
                    "What the court said to the person on conviction or when the order was made is not"
                            + " recorded here.");
        }
        return String.join(" ", said);
    }

    private String explained(BreachMatter matter, Entry<RequirementsExplained> entry) {
        RequirementsExplained body = entry.body();
        String what =
                body.where() == ExplainedAt.IN_WRITING
                        ? "Handed over in writing"
                        : "Explained " + PLACES.getOrDefault(body.where(), "");
        String number = body.receipt().map(n -> ", receipt " + n).orElse("");
        String late =
                matter.owed().lastDay().filter(last -> entry.day().isAfter(last)).isPresent()
                        ? " That was after the last day."
                        : "";
        return "%s on %s by %s, as %s recorded (%s)%s.%s"
                .formatted(
                        what,
                        Words.day(entry.day()),
                        body.by().value(),
                        visit.agency(entry.fact().source()),
                        entry(entry.fact()),
                        number,
                        late);
    }

    private String acknowledged(Fact notice, LocalDate day) {
        String last =
                "The last notice before was on %s (%s)".formatted(Words.day(day), entry(notice));
        return number(notice)
                .map(number ->
                        last
                                + ", acknowledged by receipt "
                                + number
                                + ". A receipt says what is due next and how it is told. That it was"
                                + " handed over is for whoever received the notice to say.")
                .orElse(last + ". Whether it was acknowledged in writing is not known here.");
    }

    private static Optional<String> number(Fact notice) {
        return NotificationReceipts.number(notice.id().message().id().value());
    }

    private static String receipt(Fact notice) {
        return number(notice)
                .map(number -> "receipt " + number)
                .orElse("no receipt number of this system");
    }

    private String notified(BreachMatter matter) {
        Obligation owed = matter.owed();
        Optional<Fact> met = matter.standing().recorded().met(owed);
        if (owed.met().isEmpty() || met.isEmpty()) {
            return "No notice of it is recorded in what the reader may see.";
        }
        LocalDate day = owed.met().get();
        long late = owed.lastDay().map(last -> ChronoUnit.DAYS.between(last, day)).orElse(0L);
        return "Told on %s, %s. %s, %s."
                .formatted(
                        Words.day(day),
                        late > 0 ? Wording.count(late, "day") + " after the last day" : "in time",
                        Wording.capital(entry(met.get())),
                        receipt(met.get()));
    }

    private String shown(BreachMatter matter) {
        return matter.contrary()
                .map(Sourced::fact)
                .map(f ->
                        file.hidden(f)
                                ? SOURCE_HEALTH + " (" + entry(f) + ")."
                                : "%s wrote on %s: %s (%s). It reached this system at %s."
                                        .formatted(
                                                visit.agency(f.source()),
                                                Words.day(London.day(f.times().recorded())),
                                                said(f),
                                                entry(f),
                                                Words.moment(f.times().received())))
                .orElse(
                        "Nothing of another source: it was owed because of time alone, or of the"
                                + " conviction or order.");
    }

    private String decision(BreachMatter matter) {
        List<BreachDecision> decisions = file.decisionsOf(matter);
        if (decisions.isEmpty()) {
            return matter.failed()
                    ? "Not yet decided. The keeper of the register decides whether it was missed, and"
                            + " what follows."
                    : "There is nothing to decide.";
        }
        return decisions.stream()
                .map(d -> "%s. By %s (%s).".formatted(d.what(), d.by(), entry(d.fact())))
                .collect(Collectors.joining(" "));
    }

    private String entry(Fact fact) {
        return file.number(fact).map(n -> "entry " + n).orElse("an entry not in this file");
    }

    private static String entries(long number) {
        return number == 1 ? "1 entry" : number + " entries";
    }

    /** What is not known about it, so that nobody reads a gap as an answer. */
    List<String> unknown(BreachMatter matter) {
        List<String> unknown = new ArrayList<>();
        unknown.add("Whether the person told the police in a way that is not recorded here.");
        matter.contrary().ifPresent(basis -> unknown.addAll(ofBasis(basis)));
        matter.standing()
                .registration()
                .away()
                .ifPresent(gone -> unknown.add(RegisterWords.away(gone.where()) + "."));
        matter.standing().registration().coverage().questions().stream()
                .map(Coverage.Question::ask)
                .forEach(unknown::add);
        if (matter.owed().law().unconfirmed()) {
            unknown.add("Whether the limit is the law: the pack’s source for it is unconfirmed.");
        }
        if (matter.failed() && visits(matter) == 0) {
            unknown.add(
                    "What a visit would have found: none is recorded between %s and %s."
                            .formatted(
                                    Words.day(matter.owed().start()),
                                    Words.day(matter.until(visit.today()))));
        }
        return unknown;
    }

    private List<String> ofBasis(Sourced basis) {
        List<String> unknown = new ArrayList<>();
        if (file.hidden(basis.fact())) {
            unknown.add(
                    "Which address health recorded, and with whom: it stays with health until a named"
                            + " doctor or nurse decides and records why.");
        } else {
            unknown.add(
                    "Whether it is so: it is what %s wrote down."
                            .formatted(visit.agency(basis.fact().source())));
            When happened = basis.fact().times().happened();
            if (!(happened instanceof When.Day || happened instanceof When.At)) {
                unknown.add("The day to the day: it is recorded as " + happened.inWords() + ".");
            }
        }
        if (basis.sure() != Certainty.CONFIRMED) {
            unknown.add(
                    "Whether that record is of this person: %s, and no person has checked."
                            .formatted(
                                    Wording.certainty(basis.sure())
                                            .word()
                                            .toLowerCase(Locale.ROOT)));
        }
        return unknown;
    }

    private long visits(BreachMatter matter) {
        return matter.bearing(visit.today()).stream()
                .filter(s -> s.happening() instanceof Visited)
                .count();
    }

    /** An entry, with who wrote it and when; of what is health's, that it is there. */
    Exhibit exhibit(Fact fact) {
        int number = file.number(fact).orElseThrow();
        String when = Wording.capital(fact.times().happened().inWords());
        if (file.hidden(fact)) {
            return new Exhibit(
                    number,
                    when,
                    "Source health",
                    SOURCE_HEALTH + ".",
                    "",
                    "Source, times and position are kept by health.");
        }
        return new Exhibit(
                number,
                when,
                visit.agency(fact.source()),
                Wording.capital(said(fact)),
                ChronologyPages.standing(standings, fact),
                "Recorded %s. Received %s. Source %s. Ledger position %d."
                        .formatted(
                                Words.moment(fact.times().recorded()),
                                Words.moment(fact.times().received()),
                                fact.id().text(),
                                fact.position()));
    }

    private String said(Fact fact) {
        Individual subject = file.child().family().around().subject();
        String place = NotificationReceipts.address(subject, fact).map(a -> ": " + a).orElse("");
        String number =
                fact.body() instanceof RegisterNotification ? " (" + receipt(fact) + ")" : "";
        return Plainly.said(fact) + place + number;
    }

    /** What the file does not hold, and why. */
    List<String> leftOut() {
        List<String> out = new ArrayList<>();
        if (file.hiddenEntries() > 0) {
            out.add(
                    "What health says in %s: that there is a difference is shown, not which,"
                                    .formatted(entries(file.hiddenEntries()))
                            + " until a named doctor or nurse decides and records why.");
        }
        out.add(
                "Names of children and of others in a home: the file is about what this person had to"
                        + " tell.");
        out.add(
                "What else health, schools and social care recorded: it bears on no notice. Registers"
                        + " that are not in force here, and the local list, ask for none.");
        if (file.others() > 0) {
            out.add(
                    Wording.count(file.others(), "other notice")
                            + " that this person owed: the file of all has them.");
        }
        String holders =
                file.child().family().restricted().stream()
                        .map(visit::agency)
                        .collect(Collectors.joining(", "));
        if (!holders.isEmpty()) {
            out.add("Records held by " + holders + ", which whoever made it may not read.");
        }
        long unread = file.child().unreadable().stream().mapToLong(u -> u.count()).sum();
        if (unread > 0) {
            out.add(Wording.count(unread, "message") + " that could not be read yet.");
        }
        var desk = visit.frame("", "").desk();
        out.add(
                "There may be records that this file cannot show. For certainty, ring %s, %s."
                        .formatted(desk.name(), desk.telephone()));
        return out;
    }

    /** The first lines: of whom, by whom, from what. */
    List<Definition> about() {
        List<Definition> about = new ArrayList<>();
        about.add(
                Definition.of(
                        "Born",
                        Naming.born(file.child().family().around().subject(), visit.today())
                                .orElse("Not recorded in what the reader may see")));
        about.add(
                Definition.of(
                        "Who answers for the person",
                        visit.agency(parts.registers().keeper().agency())));
        about.add(
                Definition.of(
                        "Made by",
                        visit.account().name().value()
                                + ", "
                                + visit.agency(visit.account().agency())));
        about.add(Definition.of("Made at", Words.moment(visit.now())));
        about.add(Definition.of("For", visit.reader().reason().title()));
        about.add(
                Definition.of(
                        "About",
                        file.matters().size() == 1
                                ? title(file.matters().getFirst())
                                : Wording.count(file.matters().size(), "notice")
                                        + " owed under registers in force"));
        about.add(
                Definition.of(
                        "From",
                        entries(file.chronology().size())
                                + ", the oldest first, as known at ledger position "
                                + file.position()));
        return about;
    }
}
