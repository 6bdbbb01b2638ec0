package sightline.web;

import sightline.access.AccessRole;
import sightline.alerts.ChildReading.Child;
import sightline.core.facts.PersonBody.Residence;
import sightline.core.facts.SharedBody.AddressAsked;
import sightline.core.facts.SharedBody.Disclosure;
import sightline.core.household.Entry;
import sightline.core.household.Individual;
import sightline.core.kernel.London;
import sightline.core.kernel.Words;
import sightline.web.view.Page;
import sightline.web.view.page.RegisterActPage;
import sightline.web.view.part.Definition;
import sightline.web.view.part.Form;
import sightline.web.view.part.FormError;
import sightline.web.view.part.Option;
import sightline.web.view.part.Tag;
import sightline.web.view.part.TimelineItem;
import sightline.web.view.part.Tone;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decision of a named health professional on an address that their service recorded. */
record AddressDecision(Visit visit, Child child, TypedForms fields, List<FormError> errors) {
    private static final String ID = "decision";
    private static final String WHICH = "which";
    private static final String CHOICE = "choice";
    static final String BASIS = "basis";
    static final String WHY = "why";
    private static final String TELL = "tell";
    private static final String KEEP = "keep";

    AddressDecision {
        errors = List.copyOf(errors);
    }

    static AddressDecision fresh(Visit visit, Child child) {
        return new AddressDecision(visit, child, TypedForms.empty(), List.of());
    }

    static AddressDecision sent(Visit visit, Child child, Map<String, String> typed) {
        List<FormError> errors = new ArrayList<>();
        AddressDecision asked = fresh(visit, child);
        if (asked.which(typed.getOrDefault(WHICH, "")).isEmpty()) {
            errors.add(new FormError("Choose the address", ID + "-" + WHICH));
        }
        String choice = typed.getOrDefault(CHOICE, "");
        if (!choice.equals(TELL) && !choice.equals(KEEP)) {
            errors.add(new FormError("Choose whether it is told", ID + "-" + CHOICE));
        }
        TypedForms.need(errors, typed, ID, BASIS, "Write the duty or power");
        TypedForms.need(errors, typed, ID, WHY, "Write why, whichever you decide");
        return new AddressDecision(visit, child, TypedForms.of(ID, typed, errors), errors);
    }

    private Individual subject() {
        return child.family().around().subject();
    }

    /** What the reader's own service recorded of where the person lives or stays. */
    private List<Entry<Residence>> own() {
        return subject().about(Residence.class).stream()
                .filter(e -> e.fact().source().equals(visit.account().agency()))
                .filter(e -> e.fact().place().isPresent())
                .toList()
                .reversed();
    }

    private Optional<Entry<Residence>> which(String value) {
        return own().stream().filter(e -> reference(e).equals(value)).findFirst();
    }

    private static String reference(Entry<Residence> entry) {
        return entry.fact().id().message().text();
    }

    private List<Entry<Disclosure>> decisions() {
        return subject().about(Disclosure.class).stream()
                .filter(d ->
                        own().stream()
                                .anyMatch(e ->
                                        d.fact()
                                                .references()
                                                .regarding()
                                                .contains(e.fact().id().message())))
                .toList()
                .reversed();
    }

    /** What keepers of registers asked, newest first. */
    private List<Entry<AddressAsked>> asked() {
        return subject().about(AddressAsked.class).reversed();
    }

    private Optional<Entry<Disclosure>> decision(Entry<Residence> of) {
        return decisions().stream()
                .filter(d -> d.fact().references().regarding().contains(of.fact().id().message()))
                .findFirst();
    }

    Page page(String note) {
        return new RegisterActPage(
                visit.frame("Decide on an address", "Children"),
                new ChildParts(visit, child).identity("Address", ""),
                errors,
                note,
                "Addresses that your service recorded",
                state(),
                lines(),
                own().isEmpty() ? List.of() : List.of(headed()),
                "Your service recorded no address of this person.",
                new RegisterActPage.Aside(
                        "What a decision does",
                        List.of(
                                "An address of an adult that health recorded is not shown to whoever keeps a"
                                        + " register. They are told that one differs, and no more.",
                                "Decided to tell, with its basis and reason: they see this address and that"
                                        + " health recorded it. Nothing else of the record is told.",
                                "Not to tell is a decision too, recorded like the other.",
                                "Share where a child may be harmed otherwise; consent is not needed for"
                                        + " that. If in doubt, ask your Caldicott guardian.")),
                "Decisions, newest first",
                decisions().stream().map(this::item).toList(),
                "Nobody has decided anything about these addresses.");
    }

    private Tag state() {
        long waiting = own().stream().filter(e -> decision(e).isEmpty()).count();
        return waiting == 0
                ? new Tag("Nothing waits", Tone.GREEN)
                : new Tag(waiting + " not decided", Tone.AMBER);
    }

    private List<Definition> lines() {
        List<Definition> lines = new ArrayList<>();
        asked().forEach(e -> lines.add(question(e)));
        for (Entry<Residence> entry : own()) {
            lines.add(
                    Definition.of(
                            "From " + Words.day(entry.day()),
                            address(entry),
                            decision(entry)
                                    .map(d ->
                                            d.body().made()
                                                    ? "Told to whoever keeps a register"
                                                    : "Decided not to tell")
                                    .orElse("Not decided: kept")));
        }
        return lines;
    }

    private Definition question(Entry<AddressAsked> entry) {
        String source = visit.agency(entry.fact().source());
        return Definition.of(
                "Asked on " + Words.day(London.day(entry.received())),
                entry.body().why().value(),
                entry.body().by().map(who -> who.value() + ", " + source).orElse(source)
                        + ". They are not told that it is your service.");
    }

    private static String address(Entry<Residence> entry) {
        return entry.fact().place().map(ChildParts::written).orElse("Not written down");
    }

    private RegisterActPage.Headed headed() {
        List<Option> addresses =
                own().stream()
                        .map(e ->
                                new Option(
                                        reference(e),
                                        address(e),
                                        "From " + Words.day(e.day()),
                                        fields.value(ID, WHICH).equals(reference(e))))
                        .toList();
        return new RegisterActPage.Headed(
                "Decide",
                new Form(
                        ID,
                        "/children/" + subject().id().value() + "/address-decision",
                        List.of(
                                fields.oneOf(ID, WHICH, "Which address?", addresses),
                                fields.oneOf(
                                        ID,
                                        CHOICE,
                                        "Is it told to whoever keeps a register?",
                                        List.of(
                                                option(TELL, "Yes: it is told"),
                                                option(KEEP, "No: it is kept"))),
                                fields.line(ID, BASIS, "By what duty or power?", "", "w20"),
                                fields.lines(ID, WHY, "Why?", ""),
                                EntryForm.once(visit.now()),
                                SentAbout.field(visit, child)),
                        "Keep the decision",
                        true,
                        ""));
    }

    private Option option(String value, String label) {
        return new Option(value, label, "", fields.value(ID, CHOICE).equals(value));
    }

    private TimelineItem item(Entry<Disclosure> entry) {
        String source = visit.agency(entry.fact().source());
        return new TimelineItem(
                entry.body().made() ? "Decided to tell" : "Decided not to tell",
                entry.body().by().map(who -> who.value() + ", " + source).orElse(source),
                Words.day(London.day(entry.received())),
                entry.body().basis() + entry.body().reason().map(r -> ". " + r.value()).orElse(""));
    }

    /** The message that the reader's service sends: whoever keeps a register may read it. */
    ObjectNode message(String once) {
        ObjectNode message =
                EntryForm.message(visit.account().agency(), once, "disclosure", visit.now());
        List<String> regarding = new ArrayList<>(List.of(fields.value(ID, WHICH)));
        asked().forEach(e -> regarding.add(e.fact().id().message().text()));
        EntryForm.regarding(message, regarding);
        message.put("sensitivity", "criminal");
        ObjectNode body = message.putObject("body");
        body.put("made", fields.value(ID, CHOICE).equals(TELL));
        body.put("step", "decided");
        body.put("basis", fields.value(ID, BASIS).strip());
        body.put("reason", fields.value(ID, WHY).strip());
        body.put(
                "by",
                visit.account().name().value() + ", " + AccessRole.NAMED_PROFESSIONAL.title());
        return message;
    }

    @Override
    public String toString() {
        return "AddressDecision[redacted]";
    }
}
