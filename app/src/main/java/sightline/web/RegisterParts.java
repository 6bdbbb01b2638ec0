package sightline.web;

import org.jspecify.annotations.Nullable;

import sightline.access.AccessRole;
import sightline.alerts.AlertRow;
import sightline.alerts.ChildReading.Child;
import sightline.alerts.DutyRow;
import sightline.core.facts.JusticeBody.RegisterNotification;
import sightline.core.facts.PersonBody;
import sightline.core.facts.SystemBody.EntryAskedAbout;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.household.Stay;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.Due;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.Period;
import sightline.core.kernel.Words;
import sightline.core.register.Coverage;
import sightline.core.register.Liability;
import sightline.core.register.Obligation;
import sightline.core.register.PackSheet;
import sightline.core.register.RegisterPack;
import sightline.core.register.RegisterPack.Status;
import sightline.core.register.Registration;
import sightline.core.register.State;
import sightline.core.screening.Parameters;
import sightline.core.screening.Registers;
import sightline.core.screening.Situation;
import sightline.core.screening.Supervised;
import sightline.web.view.chart.ClockBar;
import sightline.web.view.page.RegisterEntryPage;
import sightline.web.view.page.RegisterEntryPage.PackRow;
import sightline.web.view.page.RegisterEntryPage.Source;
import sightline.web.view.part.Alert;
import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Definition;
import sightline.web.view.part.DutyLine;
import sightline.web.view.part.Fact;
import sightline.web.view.part.Flag;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;
import sightline.web.view.part.Tab;
import sightline.web.view.part.Tag;
import sightline.web.view.part.TimelineItem;
import sightline.web.view.part.Tone;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pages about somebody on a register show of them, from what their reader may see. */
final class RegisterParts {
    private static final String DIFFERENCE = "RG-01";
    private static final List<String> CLOCKS =
            List.of("register.", "supervision.", "disclosure.", "locator.");

    /** The tabs of an entry. */
    static final String OVERVIEW = "Overview";

    static final String MOVES = "Area moves";
    static final String SUPERVISION = "Supervision";
    static final String VISITS = "Visits";
    static final String DISCLOSURE = "Disclosure";
    static final String BREACH_FILE = "Breach file";

    /** The pages that there are of somebody whom no register covers, in what the reader may see. */
    private static final Map<String, String> ALONE =
            Map.of(DISCLOSURE, "/disclosures", MOVES, "/hand-over");

    private final Visit visit;
    private final Child child;
    private final Individual subject;
    private final Registers registers;
    private final Supervised supervised;
    private final Optional<Registers.Standing> first;

    RegisterParts(Visit visit, Child child) {
        this(visit, child, RegisterWords.PACKS);
    }

    /**
     * @param packs those under which the person is looked at: what is in force or local does not
     *     differ from those that ship
     */
    RegisterParts(Visit visit, Child child, List<RegisterPack> packs) {
        this.visit = visit;
        this.child = child;
        this.subject = child.family().around().subject();
        Situation situation =
                new Situation(
                                child.family().around(),
                                visit.now(),
                                visit.directory(),
                                Parameters.DEFAULT)
                        .under(packs);
        this.registers = situation.registers();
        this.supervised = Supervised.of(situation);
        this.first = standing();
    }

    /** The register that holds first: one in force before the local list. */
    private Optional<Registers.Standing> standing() {
        List<Registers.Standing> under =
                registers
                        .covering()
                        .filter(s -> switchedOn(s.pack()))
                        .filter(s -> s.registration().state().under())
                        .toList();
        return under.stream()
                .filter(s -> s.pack().status() == Status.IN_FORCE)
                .findFirst()
                .or(() -> under.stream().findFirst())
                .or(() -> registers.covering().filter(s -> switchedOn(s.pack())).findFirst());
    }

    static boolean switchedOn(RegisterPack pack) {
        return pack.status() == Status.IN_FORCE || pack.status() == Status.LOCAL;
    }

    /** The registers under which notice may be given now, in the order of packs. */
    List<RegisterPack> notifiable() {
        return registers
                .covering()
                .filter(s -> s.pack().status() == Status.IN_FORCE)
                .filter(s -> s.registration().state().under())
                .map(Registers.Standing::pack)
                .toList();
    }

    Registers registers() {
        return registers;
    }

    Supervised supervised() {
        return supervised;
    }

    /** Whether anybody ever supervised the person, or was asked to. */
    boolean everSupervised() {
        return !supervised.watches().isEmpty() || !supervised.handOvers().all().isEmpty();
    }

    Child child() {
        return child;
    }

    String id() {
        return child.family().subject().id().value();
    }

    /** What is to be told next, in a sentence each, for the receipt. */
    List<String> dueNext() {
        List<String> next = new ArrayList<>();
        registers
                .covering()
                .filter(s -> s.pack().status() == Status.IN_FORCE)
                .filter(s -> s.registration().state().under())
                .forEach(s -> {
                    s.registration().obligations().stream()
                            .filter(Obligation::open)
                            .forEach(o -> next.add(next(s, o)));
                    next.add("How: " + s.pack().manner());
                });
        if (next.isEmpty()) {
            next.add("Nothing is due under a register that is in force.");
        }
        return next;
    }

    private static String next(Registers.Standing standing, Obligation owed) {
        return owed.notice().title()
                + owed.lastDay()
                        .map(day -> ": by " + Words.day(day) + " at the latest")
                        .orElse(": its clock stands")
                + " ("
                + standing.pack().title()
                + ", "
                + owed.law().source()
                + ").";
    }

    String address() {
        return "/register/" + child.family().subject().id().value();
    }

    String name() {
        return Naming.name(subject);
    }

    RegisterEntryPage page(boolean kept) {
        var homes = new RegisterHomes(visit, child, registers);
        var offences = new RegisterOffences(visit, subject);
        return new RegisterEntryPage(
                visit.frame(name(), "Register"),
                identity(
                        kept
                                ? "The notification is kept. The record shows it within a few"
                                        + " seconds."
                                : "",
                        OVERVIEW),
                differences(),
                notification(),
                monitoring(),
                new HandOverParts(visit, HandedOver.of(this, HandOverMatter.PERSON)).card(),
                duties(),
                homes.addresses(),
                homes.drawing().orElse(null),
                "As notified, and as recorded by others. An address that health recorded is not"
                        + " shown until a named doctor or nurse decides and records why.",
                homes.children(),
                homes.childrenNote(),
                offences.all(),
                "No conviction or order is recorded in what you may see.",
                new RegisterBreaches(visit, this).card().orElse(null),
                packs(),
                new DisclosureParts(visit, this).made(),
                told(),
                "No notification is recorded in what you may see. That is not the same as none.",
                sources());
    }

    IdentityBar identity(String state) {
        return identity(state, "");
    }

    /** The bar of every page of the entry, with the tab that is open. */
    IdentityBar identity(String state, String tab) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Born", Naming.born(subject, visit.today()).orElse("Not recorded")));
        aliases().ifPresent(a -> facts.add(Fact.of("Also known as", a)));
        facts.add(Fact.of("Police reference", policeReference()));
        if (covered()) {
            facts.add(Fact.of("Answers", visit.agency(registers.keeper().agency())));
        }
        return new IdentityBar(
                keeper()
                        ? Link.to("Back to the register", "/register")
                        : Link.to("Back to your work", "/work"),
                covered() ? "Register entry" : "On no register",
                name(),
                actions(),
                facts,
                flags(),
                state,
                name(),
                tabs(tab));
    }

    private List<Tab> tabs(String current) {
        String record = "/children/" + id();
        List<Tab> tabs = new ArrayList<>();
        if (!covered() && ALONE.containsKey(current)) {
            tabs.add(new Tab(current, address() + ALONE.get(current), true));
            records(tabs, record);
            return tabs;
        }
        tabs.add(new Tab(OVERVIEW, address(), current.equals(OVERVIEW)));
        if (!notifiable().isEmpty()) {
            tabs.add(new Tab(VISITS, address() + "/visits", current.equals(VISITS)));
        }
        tabs.add(new Tab(DISCLOSURE, address() + "/disclosures", current.equals(DISCLOSURE)));
        tabs.add(new Tab(MOVES, address() + "/hand-over", current.equals(MOVES)));
        if (everSupervised()) {
            tabs.add(new Tab(SUPERVISION, address() + "/supervision", current.equals(SUPERVISION)));
        }
        if (keeps() && everInForce()) {
            tabs.add(new Tab(BREACH_FILE, address() + "/breach-file", current.equals(BREACH_FILE)));
        }
        records(tabs, record);
        return tabs;
    }

    private static void records(List<Tab> tabs, String record) {
        tabs.add(new Tab("Whole record", record, false));
        tabs.add(new Tab("Chronology", record + "/chronology", false));
        tabs.add(new Tab("Who has looked", record + "/access", false));
    }

    private List<ButtonLink> actions() {
        List<ButtonLink> actions = new ArrayList<>();
        if (keeper() && !notifiable().isEmpty()) {
            actions.add(ButtonLink.first("Record a notification", address() + "/notification"));
        }
        if (keeper() && covered()) {
            actions.add(ButtonLink.also("Move to another area", address() + "/hand-over"));
        }
        if (keeps() && HealthAddressAsked.of(visit, this).hidden()) {
            actions.add(
                    ButtonLink.also("Ask health for an address", address() + "/health-address"));
        }
        if (supervised.by().filter(r -> r.agency().equals(visit.account().agency())).isPresent()) {
            actions.add(ButtonLink.also("Hand over who watches", address() + "/supervision"));
        }
        return actions;
    }

    /** Whether a register that is switched on ever covered the person. */
    boolean covered() {
        return registers.covering().anyMatch(s -> switchedOn(s.pack()));
    }

    /** Whether the person can be moved to another area, or whoever reads offered to. */
    boolean movable() {
        return covered()
                || registers.handOvers().all().stream()
                        .anyMatch(e -> visit.ours(e.fact().source()));
    }

    /** Whether a register that is in force ever covered the person. */
    boolean everInForce() {
        return registers.covering().anyMatch(s -> s.pack().status() == Status.IN_FORCE);
    }

    /**
     * Whether the reader may ask whether something about the person is told: those who keep the
     * register of whoever is on one, and each register keeper of anybody else.
     */
    boolean asksToTell() {
        return keeper() && (!covered() || keeps());
    }

    /**
     * Whether the reader answers a question whether something is told: who asked, and of somebody
     * on a register also those who keep it.
     *
     * @param asker the agency that asked it, or sent the application
     */
    boolean decidesToTell(AgencyId asker) {
        return keepsOf(asker) || (covered() && keeps());
    }

    /** Whether the reader keeps registers for that agency. */
    boolean keepsOf(AgencyId agency) {
        return keeper() && visit.ours(agency);
    }

    /** Whether whether something is told can be asked of the person here. */
    boolean tellable() {
        return covered() || keeper();
    }

    private boolean keeper() {
        return visit.account().roles().contains(AccessRole.REGISTER_KEEPER);
    }

    /** Whether the reader keeps the register of the agency that answers for the person. */
    boolean keeps() {
        return keeper() && visit.account().agency().equals(registers.keeper().agency());
    }

    private Optional<String> aliases() {
        String now = name();
        String others =
                subject.about(PersonBody.Person.class).stream()
                        .flatMap(e -> e.body().names().stream())
                        .map(n -> String.join(" ", n.given()) + " " + n.family())
                        .map(String::strip)
                        .filter(n -> !n.equals(now))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return Optional.of(others).filter(o -> !o.isEmpty());
    }

    private String policeReference() {
        return identifier(IdentifierType.PNC)
                .map(n -> "PNC " + n)
                .or(() -> identifier(IdentifierType.CRO).map(n -> "CRO " + n))
                .orElse("Not recorded");
    }

    private Optional<String> identifier(IdentifierType type) {
        return subject.about(PersonBody.Person.class).stream()
                .flatMap(e -> e.body().identifiers().stream())
                .filter(i -> i.type() == type)
                .map(Identifier::value)
                .findFirst();
    }

    private List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        long open = differing().count();
        if (open > 0) {
            flags.add(new Flag("Possible missed notification: not yet decided", Tone.AMBER, ""));
        }
        first.ifPresent(s -> {
            Tag state = RegisterWords.state(s.registration().state(), s.pack());
            flags.add(new Flag(state.text() + ": " + s.pack().title(), state.tone(), ""));
            s.registration()
                    .away()
                    .ifPresent(gone ->
                            flags.add(
                                    new Flag(
                                            RegisterWords.away(gone.where())
                                                    + " (since "
                                                    + Words.day(gone.day())
                                                    + ")",
                                            Tone.BLUE,
                                            "")));
        });
        if (!child.family().restricted().isEmpty()) {
            flags.add(new Flag("Some records are restricted", Tone.NEUTRAL, ""));
        }
        return flags;
    }

    private Stream<AlertRow> differing() {
        return child.alerts().stream()
                .filter(a -> a.rule().equals(DIFFERENCE) && a.open())
                .filter(a -> !a.content().path("findings").isEmpty());
    }

    private List<Alert> differences() {
        List<AlertRow> open =
                differing().sorted(Comparator.comparing(AlertRow::grewAt).reversed()).toList();
        return open.stream()
                .map(a ->
                        new AlertParts(visit, a)
                                .among(open)
                                .alert(
                                        List.of(
                                                new ButtonLink(
                                                        "Decide",
                                                        "/alerts/" + a.reference(),
                                                        true,
                                                        "whether a notice was missed")),
                                        true))
                .toList();
    }

    private RegisterEntryPage.Notification notification() {
        Optional<Registration> registration = first.map(Registers.Standing::registration);
        Tag state =
                first.map(s -> RegisterWords.state(s.registration().state(), s.pack()))
                        .orElse(RegisterWords.state(State.NOT_COVERED));
        Optional<Obligation> next =
                registration.filter(r -> r.state().under()).flatMap(Registration::first);
        return new RegisterEntryPage.Notification(
                state,
                next.map(o -> o.notice().title() + ", counted from " + Words.day(o.start()))
                        .orElse("Nothing is to be told on a day that is known."),
                next.flatMap(Obligation::lastDay)
                        .map(day -> RegisterWords.due(day, visit.today()))
                        .orElse(null),
                next.map(RegisterParts::days).orElse(List.of()),
                registration
                        .flatMap(Registration::away)
                        .map(gone -> RegisterWords.away(gone.where()) + ".")
                        .orElse(""),
                next.map(o -> law(o.law().source(), o.law().unconfirmed()) + " ").orElse("")
                        + "Nothing is sent to the person by this system.");
    }

    private static List<String> days(Obligation owed) {
        return owed.due() instanceof Due due ? due.dayByDay() : List.of();
    }

    private static String law(String source, boolean unconfirmed) {
        return "By " + source + (unconfirmed ? " (unconfirmed)." : ".");
    }

    private RegisterEntryPage.Monitoring monitoring() {
        Optional<Registration> registration = first.map(Registers.Standing::registration);
        Optional<Period> run = registration.flatMap(Registration::run);
        List<String> lines = new ArrayList<>();
        first.ifPresent(s -> {
            lines.add(s.pack().title());
            s.registration().coverage().liabilities().forEach(l -> lines.add(length(l)));
            s.registration()
                    .reviewFrom()
                    .ifPresent(day ->
                            lines.add(
                                    "The person may ask for a review from "
                                            + Words.day(day)
                                            + "."));
        });
        boolean under = registration.filter(r -> r.state().under()).isPresent();
        return new RegisterEntryPage.Monitoring(
                new Tag(under ? "In force" : "Not in force", under ? Tone.BLUE : Tone.NEUTRAL),
                run.map(RegisterParts::period)
                        .orElse("No register that is switched on covers the person."),
                run.flatMap(this::bar).orElse(null),
                lines);
    }

    private static String length(Liability liability) {
        return liability.says()
                + " on "
                + Words.day(liability.relevant())
                + ": "
                + liability
                        .length()
                        .map(l -> l.inWords())
                        .orElse("the sentence is not recorded, so no end is set")
                + (liability.halved() ? ", halved: under 18 on the day" : "")
                + ". "
                + law(liability.law().source(), liability.law().unconfirmed());
    }

    private static String period(Period run) {
        return run.from().map(Words::day).orElse("not known")
                + run.until().map(day -> " to " + Words.day(day)).orElse(", no end set");
    }

    private Optional<ClockBar> bar(Period run) {
        return run.from().flatMap(from -> run.until().map(until -> bar(from, until)));
    }

    private @Nullable ClockBar bar(LocalDate from, LocalDate until) {
        long limit = Math.max(0, ChronoUnit.DAYS.between(from, until) + 1);
        long spent = Math.clamp(ChronoUnit.DAYS.between(from, visit.today()), 0, limit);
        return ClockBar.of(
                spent, limit, Wording.count(limit - spent, "day") + " of the period left");
    }

    private List<DutyLine> duties() {
        var parts = new DutyParts(visit);
        return child.duties().stream()
                .filter(d -> CLOCKS.stream().anyMatch(d.clock()::startsWith))
                .sorted(Comparator.comparing(DutyRow::dueAt))
                .map(parts::line)
                .toList();
    }

    private List<PackRow> packs() {
        return registers.all().stream().map(this::pack).toList();
    }

    private PackRow pack(Registers.Standing standing) {
        Registration registration = standing.registration();
        List<String> why = new ArrayList<>();
        registration
                .coverage()
                .liabilities()
                .forEach(l ->
                        why.add("Covered: " + l.says() + ". Reached by: " + l.because() + "."));
        for (Coverage.Question question : registration.coverage().questions()) {
            why.add("To ask: " + question.ask() + " " + question.wouldChange());
        }
        registration.coverage().reasons().forEach(r -> why.add("Not covered: " + r + "."));
        if (why.isEmpty()) {
            why.add("Nothing recorded falls under it.");
        }
        if (!switchedOn(standing.pack()) && registration.coverage().covered()) {
            why.add("It says of nobody that the law registers them here.");
        }
        boolean would = !switchedOn(standing.pack()) && registration.state().under();
        return new PackRow(
                standing.pack().title(),
                RegisterWords.status(standing.pack()),
                would
                        ? new Tag("Would be covered", Tone.NEUTRAL)
                        : RegisterWords.state(registration.state(), standing.pack()),
                why);
    }

    private List<TimelineItem> told() {
        Stream<Entry<?>> all =
                Stream.concat(
                        subject.about(RegisterNotification.class).stream(),
                        subject.about(EntryAskedAbout.class).stream());
        return all.sorted(
                        Comparator.comparing((Entry<?> e) -> e.day())
                                .thenComparing(e -> e.fact().position())
                                .reversed())
                .map(this::told)
                .toList();
    }

    /** What was told by the person, and that another area asked about them. */
    private TimelineItem told(Entry<?> entry) {
        return switch (entry.body()) {
            case EntryAskedAbout asked ->
                    new TimelineItem(
                            "Another area asked: " + Wording.capital(asked.peer()),
                            "Sightline there",
                            Wording.startingMoment(asked.asked(), visit.today()),
                            "Possible until two people have confirmed who it is. Ring "
                                    + asked.ring()
                                    + ".");
            case RegisterNotification notice -> notified(entry, notice);
            default -> throw new IllegalStateException("neither told nor asked");
        };
    }

    private TimelineItem notified(Entry<?> entry, RegisterNotification notice) {
        return new TimelineItem(
                Wording.capital(
                        sightline.core.chronology.Plainly.said(entry.fact())
                                .replaceFirst("^Register: ", "")),
                visit.agency(entry.fact().source()),
                Words.day(entry.day()),
                RegisterWords.title(notice.pack().toLowerCase(java.util.Locale.ROOT)));
    }

    private List<Source> sources() {
        return registers
                .covering()
                .filter(s -> switchedOn(s.pack()))
                .map(s ->
                        new Source(
                                s.pack().title(),
                                PackSheet.of(s.pack()).stream()
                                        .map(r ->
                                                Definition.of(
                                                        r.section(),
                                                        r.value(),
                                                        r.law().source()
                                                                + (r.law().unconfirmed()
                                                                        ? ". Unconfirmed"
                                                                        : "")))
                                        .toList()))
                .toList();
    }

    /** Where somebody is recorded, newest first; the register keeps no day before it is known. */
    static LocalDate from(Stay stay) {
        return stay.days().from().orElse(LocalDate.MIN);
    }
}
