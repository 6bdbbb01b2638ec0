package sightline.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import sightline.alerts.DutyReading;
import sightline.alerts.DutyReading.Read;
import sightline.alerts.DutyRow;
import sightline.alerts.OwedToUs;
import sightline.checks.Checks;
import sightline.core.duties.ClockDefinition;
import sightline.core.facts.Fact;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.kernel.Text;
import sightline.core.kernel.Words;
import sightline.feeds.Drafts;
import sightline.feeds.Entries;
import sightline.household.Look;
import sightline.web.view.Page;
import sightline.web.view.page.DutyPage;
import sightline.web.view.page.DutyPage.DayState;
import sightline.web.view.part.ButtonLink;
import sightline.web.view.part.Definition;
import sightline.web.view.part.IdentityBar;
import sightline.web.view.part.Link;
import sightline.web.view.part.Loop;
import sightline.web.view.part.TimelineItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One duty: why it is due on that day, and what happens when nobody does it. */
@PageController
final class DutyPages {
    private final DutyReading duties;
    private final Entries entries;
    private final Drafts drafts;
    private final Checks checks;
    private final OwedToUs owed;

    DutyPages(DutyReading duties, Entries entries, Drafts drafts, Checks checks, OwedToUs owed) {
        this.owed = owed;
        this.checks = checks;
        this.drafts = drafts;
        this.duties = duties;
        this.entries = entries;
    }

    @GetMapping("/duties/{hash}")
    Page duty(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String hash,
            @RequestParam Optional<String> done) {
        return Answers.page(
                visit,
                response,
                duties.duty(visit.reader(), hash),
                read -> page(visit, read, forms(visit, read, done)));
    }

    @PostMapping("/duties/{hash}/{act}")
    Object act(
            Visit visit,
            HttpServletResponse response,
            @PathVariable String hash,
            @PathVariable String act,
            @RequestParam Map<String, String> typed) {
        Look<Read> look = duties.duty(visit.reader(), hash);
        if (!(look instanceof Look.Open<Read>(Read read))) {
            return Answers.page(visit, response, look, _ -> Answers.nobody(visit, response));
        }
        if (!(read.duty().open() || read.duty().review())) {
            return Answers.nobody(visit, response);
        }
        Optional<String> others = DutyForms.others(visit, read, act);
        if (others.isPresent()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return page(visit, read, DutyForms.fresh(read, Optional.empty()).refused(others.get()));
        }
        if (!DutyForms.knows(visit, read, act)) {
            return Answers.nobody(visit, response);
        }
        var forms = DutyForms.typed(read, act, typed, visit.today());
        if (!forms.errors().isEmpty()) {
            return page(visit, read, forms);
        }
        EntryForm.submit(entries, visit, forms.message(visit));
        if (DutyForms.drafts(act)) {
            DutyForms.draft(act).forget(drafts, visit, read.duty().hash());
        }
        return "redirect:/duties/" + hash + "?done=" + act;
    }

    /** Empty forms, or what the reader was writing. */
    private DutyForms forms(Visit visit, Read read, Optional<String> done) {
        for (String act : DutyForms.acts()) {
            Optional<DraftPages.Found> draft =
                    DutyForms.draft(act).find(drafts, visit, read.duty().hash());
            if (draft.isPresent()) {
                return DutyForms.draft(read, act, draft.get());
            }
        }
        return DutyForms.fresh(read, done);
    }

    private Page page(Visit visit, Read read, DutyForms forms) {
        DutyRow duty = read.duty();
        var parts = new DutyParts(visit);
        Optional<ClockDefinition> clock = DutyParts.clock(duty);
        return new DutyPage(
                visit.frame("Duty: " + duty.title(), "Work"),
                identity(visit, read, forms.kept()),
                asked(visit, read),
                loops(visit, read),
                parts.due(duty),
                parts.because(duty),
                parts.bar(duty),
                days(duty),
                "Counted when it was last worked out. "
                        + clock.map(c -> "Counting: " + Wording.code(c.counting().slug()) + ".")
                                .orElse(""),
                law(duty, clock),
                parts.ladder("If nobody acts", duty),
                ends(clock),
                forms.errors(),
                duty.open() ? forms.must(visit) : "",
                duty.open() || duty.review() ? forms.forms(visit) : List.of(),
                happened(visit, read),
                read.child().map(c -> new DecisionParts(visit, c).lines()).orElse(List.of()));
    }

    /** The state of a referral's loop, to whoever may read the record. */
    private List<Loop> loops(Visit visit, Read read) {
        return read.child()
                .map(c ->
                        new LoopParts(visit)
                                .of(
                                        c.family().around().subject().facts(),
                                        read.duty(),
                                        owed.proofs(List.of(read.duty()))))
                .orElse(List.of());
    }

    /** What is asked, or which check a call is owed about; nothing of any other duty. */
    private List<Definition> asked(Visit visit, Read read) {
        List<Definition> check = new CheckDesk(visit, checks).of(read.duty());
        return check.isEmpty() ? question(visit, read) : check;
    }

    /** What is asked, by whom and why: they asked this reader's agency, in these words. */
    private static List<Definition> question(Visit visit, Read read) {
        if (!(read.question().map(Fact::body).orElse(null)
                instanceof SharedBody.InformationRequest asked)) {
            return List.of();
        }
        Fact fact = read.question().orElseThrow();
        List<Definition> question = new ArrayList<>(others(visit, read));
        question.addAll(
                0,
                List.of(
                        Definition.of(
                                "Asked by",
                                visit.agency(fact.source()),
                                Wording.startingMoment(fact.times().received(), visit.today())),
                        Definition.of("About", Wording.capital(Wording.code(asked.asked().name()))),
                        Definition.of(
                                "In their words",
                                asked.words()
                                        .map(Text::value)
                                        .orElse(
                                                "No more than that. Ring them if it is not enough.")),
                        Definition.of(
                                "Why",
                                asked.why().map(Text::value).orElse("They did not say why."),
                                asked.immediateRisk() ? "Immediate risk" : "")));
        return question;
    }

    /** The others who were asked the same, where the record is open to the reader. */
    private static List<Definition> others(Visit visit, Read read) {
        return read.child().stream()
                .flatMap(c -> c.duties().stream())
                .filter(d -> d.besides(read.duty()))
                .map(d ->
                        Definition.of(
                                "Also asked",
                                DutyParts.owedBy(visit, d),
                                d.done() ? "Has answered" : Wording.capital(d.state())))
                .toList();
    }

    private static List<TimelineItem> happened(Visit visit, Read read) {
        DutyRow duty = read.duty();
        List<TimelineItem> happened = new ArrayList<>();
        read.child().stream()
                .flatMap(c ->
                        c.family().around().subject().entries(SharedBody.DutyEnded.class).stream())
                .filter(e -> e.body().duty().equals(duty.key()))
                .map(e -> ended(visit, e))
                .forEach(happened::addFirst);
        read.child().stream()
                .flatMap(c ->
                        c.family().around().subject().entries(SharedBody.DutyNote.class).stream())
                .filter(e -> e.body().duty().equals(duty.key()))
                .map(e -> noted(visit, e))
                .forEach(happened::addFirst);
        happened.add(
                new TimelineItem(
                        "The clock started",
                        "Sightline",
                        Wording.startingMoment(duty.startedAt(), visit.today()),
                        new DutyParts(visit).because(duty)));
        return happened;
    }

    private static TimelineItem noted(Visit visit, Entry<SharedBody.DutyNote> entry) {
        return new TimelineItem(
                entry.body()
                        .planned()
                        .map(day -> "Put off until " + Words.day(day))
                        .orElse("Asked again"),
                entry.body().by().map(by -> by.value() + ", ").orElse("")
                        + visit.agency(entry.fact().source()),
                Wording.startingMoment(entry.received(), visit.today()),
                entry.body().words().value());
    }

    private static TimelineItem ended(Visit visit, Entry<SharedBody.DutyEnded> entry) {
        String who =
                entry.body().decidedBy().map(by -> by.value() + ", ").orElse("")
                        + visit.agency(entry.fact().source());
        return new TimelineItem(
                entry.body().done() ? "Recorded as done" : "Recorded as no longer applying",
                who,
                Wording.startingMoment(entry.received(), visit.today()),
                entry.body().reason().value()
                        + entry.body().outcome().map(o -> " Outcome: " + o.value()).orElse(""));
    }

    private static IdentityBar identity(Visit visit, Read read, String kept) {
        DutyRow duty = read.duty();
        String record = "/children/" + duty.subject().value();
        List<sightline.web.view.part.Fact> facts = new ArrayList<>();
        facts.add(
                read.child()
                        .map(c -> Naming.name(c.family().around().subject()))
                        .map(name ->
                                new sightline.web.view.part.Fact(
                                        "About", "", Link.to(name, record)))
                        .orElseGet(() -> fact("About", Naming.own(read.own()))));
        facts.add(fact("Owed by", DutyParts.owedBy(visit, duty)));
        facts.add(fact("State", Wording.capital(duty.state())));
        return new IdentityBar(
                Link.to("Back to your work", "/work"),
                "Duty",
                duty.title(),
                buttons(visit, read, record),
                facts,
                List.of(),
                kept,
                "",
                List.of());
    }

    /** What there is to do first: on a narrow screen the forms stand far below. */
    private static List<ButtonLink> buttons(Visit visit, Read read, String record) {
        List<ButtonLink> buttons = new ArrayList<>();
        if (read.duty().open() || read.duty().review()) {
            buttons.add(
                    ButtonLink.first(
                            DutyForms.answers(visit, read) ? "Answer" : "Act on this duty",
                            "#act"));
        }
        if (read.child().isPresent()) {
            door(read.duty()).filter(_ -> opens(visit, read.duty())).ifPresent(buttons::add);
            buttons.add(ButtonLink.also("Open the record", record));
        }
        return buttons;
    }

    /** Whoever keeps no register and offered somebody has no page of the register to go to. */
    private static boolean opens(Visit visit, DutyRow duty) {
        return Stream.of(HandOverMatter.PERSON, HandOverMatter.SUPERVISION)
                .filter(matter -> matter.unheld(duty))
                .allMatch(matter -> matter.role(visit).isPresent());
    }

    /** The page on which that duty is done, where it has one of its own. */
    private static Optional<ButtonLink> door(DutyRow duty) {
        String entry = "/register/" + duty.subject().value();
        return switch (duty.clock()) {
            case "supervision.move",
                    "supervision.refused",
                    "supervision.ending",
                    "supervision.unheld" ->
                    Optional.of(ButtonLink.also("Hand over who watches", entry + "/supervision"));
            case "case.move", "case.refused", "case.unheld" ->
                    Optional.of(
                            ButtonLink.also(
                                    "Hand over the case",
                                    "/children/" + duty.subject().value() + "/hand-over"));
            case "health-address.ask" ->
                    Optional.of(
                            ButtonLink.also(
                                    "Decide on the address",
                                    "/children/" + duty.subject().value() + "/address-decision"));
            case "register.move", "register.refused", "register.unheld" ->
                    Optional.of(ButtonLink.also("Move to another area", entry + "/hand-over"));
            case "register.visit",
                    "register.revisit",
                    "register.home",
                    "register.find",
                    "register.risk" ->
                    Optional.of(ButtonLink.also("Visits", entry + "/visits"));
            case "register.notice", "register.place" ->
                    Optional.of(ButtonLink.also("Record a notification", entry + "/notification"));
            default ->
                    duty.clock().startsWith("disclosure.") || duty.clock().equals("register.child")
                            ? Optional.of(ButtonLink.also("Disclosure", entry + "/disclosures"))
                            : Optional.empty();
        };
    }

    private static sightline.web.view.part.Fact fact(String label, String value) {
        return sightline.web.view.part.Fact.of(label, value);
    }

    /** The lines of the count, the last of which is the limit. */
    private static List<DutyPage.Day> days(DutyRow duty) {
        List<String> lines = Wording.texts(duty.content().path("counted"));
        List<DutyPage.Day> days = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            DayState state = state(line, days.isEmpty(), days.size() == lines.size() - 1);
            days.add(
                    colon < 0
                            ? new DutyPage.Day(words(state), "", line, state)
                            : new DutyPage.Day(
                                    line.substring(0, colon),
                                    Wording.capital(line.substring(colon + 2)),
                                    "",
                                    state));
        }
        return days;
    }

    private static String words(DayState state) {
        return switch (state) {
            case START -> "The start";
            case LIMIT -> "The limit";
            case LATE -> "Late";
            case SKIPPED, STOPPED -> "Not counted";
            case COUNTED -> "";
        };
    }

    private static DayState state(String text, boolean first, boolean last) {
        if (text.contains("not counted")) {
            return DayState.SKIPPED;
        }
        if (last) {
            return DayState.LIMIT;
        }
        return first ? DayState.START : DayState.COUNTED;
    }

    private static List<Definition> law(DutyRow duty, Optional<ClockDefinition> clock) {
        List<Definition> law = new ArrayList<>();
        law.add(
                Definition.of(
                        "Clock",
                        clock.map(c ->
                                        Wording.limit(c.limit().text())
                                                + ", unless it was shortened or prolonged above; ")
                                        .orElse("")
                                + "named "
                                + duty.clock()
                                + " in its pack"));
        clock.ifPresent(c ->
                law.add(
                        Definition.of(
                                "Law or guidance",
                                c.law().source(),
                                c.law().unconfirmed() ? "Unconfirmed" : "")));
        clock.flatMap(ClockDefinition::rule)
                .ifPresent(r ->
                        law.add(
                                new Definition(
                                        "Rule",
                                        r.value(),
                                        "",
                                        Link.to("Read the rule", "/rules/" + r.value()))));
        return law;
    }

    private static List<Definition> ends(Optional<ClockDefinition> clock) {
        List<Definition> ends = new ArrayList<>();
        clock.ifPresent(c ->
                ends.add(
                        Definition.of(
                                "Done by",
                                c.dischargedBy().isEmpty()
                                        ? "A named person’s entry that it is done"
                                        : "An entry of the kind that it asks for, received after the clock started; or a named person’s entry that it is done")));
        ends.add(
                Definition.of(
                        "No longer applies", "A named person records why; name and reason stay"));
        ends.add(
                Definition.of(
                        "Not ended by", "Leave, a new worker, or a date planned but not held"));
        return ends;
    }
}
