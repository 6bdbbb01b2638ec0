package sightline.web;

import sightline.access.AccessRole;
import sightline.core.directory.Area;
import sightline.core.facts.PersonBody.Residence;
import sightline.core.facts.SharedBody.AddressAsked;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.London;
import sightline.core.kernel.Nation;
import sightline.core.kernel.Words;
import sightline.core.kernel.WorkingCalendar;
import sightline.core.screening.Registers;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterActPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Tag;
import sightline.web.view.part.TimelineItem;
import sightline.web.view.part.Tone;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a keeper asked health about addresses that differ, and what was answered. */
record HealthAddressAsked(
        Visit visit, RegisterParts parts, TypedForms fields, List<FormError> errors) {
    private static final String ID = "ask";
    private static final String WHY = "why";

    /** The fields in which somebody writes. */
    static final List<String> TEXTS = List.of(WHY);

    /** Of the clock {@code health-address.ask}. */
    private static final int WORKING_DAYS = 2;

    HealthAddressAsked {
        errors = List.copyOf(errors);
    }

    static HealthAddressAsked of(Visit visit, RegisterParts parts) {
        return new HealthAddressAsked(visit, parts, TypedForms.empty(), List.of());
    }

    static HealthAddressAsked sent(Visit visit, RegisterParts parts, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        TypedForms.need(errors, typed, ID, WHY, "Write why you ask: health decides on it");
        return new HealthAddressAsked(visit, parts, TypedForms.of(ID, typed, errors), errors);
    }

    private Individual subject() {
        return parts.child().family().around().subject();
    }

    /** Whether health recorded an address that the reader is not shown. */
    boolean hidden() {
        return subject().about(Residence.class).stream()
                .map(Entry::fact)
                .anyMatch(f -> f.place().isPresent() && parts.registers().keptByHealth(f));
    }

    private List<Entry<AddressAsked>> asked() {
        return subject().about(AddressAsked.class).reversed();
    }

    private List<Entry<Disclosure>> answers(Entry<AddressAsked> asked) {
        return subject().about(Disclosure.class).stream()
                .filter(e -> Registers.health(visit.directory(), e.fact().source()))
                .filter(e ->
                        e.fact().references().regarding().contains(asked.fact().id().message()))
                .toList();
    }

    private Optional<Entry<AddressAsked>> waiting() {
        return asked().stream().findFirst().filter(e -> answers(e).isEmpty());
    }

    Page page(String note) {
        return new RegisterActPage(
                visit.frame("Ask health for an address: " + parts.name(), "Register"),
                parts.identity("", ""),
                errors,
                note,
                "Address differs, source health",
                state(),
                lines(),
                hidden() && waiting().isEmpty() ? List.of(headed()) : List.of(),
                hidden()
                        ? "Your question waits for its answer."
                        : "No address of this person is kept by health, in what you may see.",
                new RegisterActPage.Aside(
                        "How it is decided",
                        List.of(
                                "The question goes to the health service whose address it is. You are not"
                                        + " told which one that is.",
                                "A named doctor or nurse there decides, with a duty or power and a reason,"
                                        + " and records it either way.",
                                "An answer is due in 2 working days (an area setting, unconfirmed). Late,"
                                        + " the safeguarding lead there is told at once, a director after"
                                        + " 24 hours, the partnership after 72 hours and then every day.",
                                "Told, the address stands on the overview and where records are compared.",
                                "Where a child may be in danger now, do not wait: ring the desk above.")),
                "Questions and answers, newest first",
                history(),
                "Nothing has been asked.");
    }

    private Tag state() {
        if (waiting().isPresent()) {
            return new Tag("Asked, not yet answered", Tone.AMBER);
        }
        return hidden() ? new Tag("Not shown", Tone.NEUTRAL) : new Tag("Nothing kept", Tone.GREEN);
    }

    private List<Definition> lines() {
        List<Definition> lines = new ArrayList<>();
        lines.add(
                Definition.of(
                        "Kept by health",
                        hidden()
                                ? "An address that differs from what was notified, or agrees with it"
                                : "None"));
        waiting()
                .ifPresent(e -> {
                    LocalDate day = due(e);
                    var due = RegisterWords.due(day, visit.today());
                    lines.add(
                            Definition.of(
                                    "Answer due",
                                    "By " + due.date() + ": " + due.label(),
                                    day.isBefore(visit.today())
                                            ? "It has been escalated inside the health service."
                                            : ""));
                });
        return lines;
    }

    private LocalDate due(Entry<AddressAsked> entry) {
        Nation nation =
                visit.directory()
                        .area(visit.account().agency())
                        .map(Area::nation)
                        .orElse(Nation.ENGLAND);
        WorkingCalendar calendar = WorkingCalendar.of(nation);
        LocalDate day = London.day(entry.received());
        for (int passed = 0; passed < WORKING_DAYS; passed++) {
            day = calendar.after(day);
        }
        return day;
    }

    private RegisterActPage.Headed headed() {
        return new RegisterActPage.Headed(
                "Ask whether it may be told",
                new Form(
                        ID,
                        parts.address() + "/health-address",
                        List.of(
                                fields.lines(
                                        ID,
                                        WHY,
                                        "Why do you ask?",
                                        "What you have to protect against, and whom. Whoever decides reads"
                                                + " it, with your name."),
                                EntryForm.once(visit.now()),
                                SentAbout.field(visit, parts.child())),
                        "Ask",
                        true,
                        ""));
    }

    private List<TimelineItem> history() {
        List<TimelineItem> items = new ArrayList<>();
        for (Entry<AddressAsked> asked : asked()) {
            answers(asked).reversed().forEach(a -> items.add(answer(a)));
            String source = visit.agency(asked.fact().source());
            items.add(
                    new TimelineItem(
                            "Asked",
                            asked.body()
                                    .by()
                                    .map(who -> who.value() + ", " + source)
                                    .orElse(source),
                            Words.day(London.day(asked.received())),
                            asked.body().why().value()));
        }
        return items;
    }

    /** Without the service and the name of who decided: they would say where it is. */
    private static TimelineItem answer(Entry<Disclosure> entry) {
        return new TimelineItem(
                entry.body().made() ? "Told: see the overview" : "Declined",
                "a health decision-maker",
                Words.day(London.day(entry.received())),
                entry.body().basis() + entry.body().reason().map(r -> ". " + r.value()).orElse(""));
    }

    /** The message that the reader's agency sends: to nobody, for its way is worked out. */
    ObjectNode message(String once) {
        ObjectNode message =
                EntryForm.message(visit.account().agency(), once, "address-asked", visit.now());
        EntryForm.about(message, visit, parts.child());
        ObjectNode body = message.putObject("body");
        body.put("why", fields.value(ID, WHY).strip());
        body.put("by", visit.account().name().value() + ", " + AccessRole.REGISTER_KEEPER.title());
        return message;
    }

    @Override
    public String toString() {
        return "HealthAddressAsked[redacted]";
    }
}
