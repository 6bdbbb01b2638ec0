package sightline.core.screening;

import sightline.core.facts.CareBody;
import sightline.core.facts.HealthBody;
import sightline.core.facts.HealthBody.InjuryObserved;
import sightline.core.facts.PersonBody;
import sightline.core.facts.PoliceBody;
import sightline.core.facts.SchoolBody;
import sightline.core.facts.SharedBody;
import sightline.core.household.Entry;
import sightline.core.screening.WordsOfMarks.Confirmed;
import sightline.core.screening.WordsOfMarks.Question;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * AL-22: marks that seldom come by accident, whatever the explanation. AL-01 stands for it on a
 * child who does not move alone. Marks that stand in words are a question to the sender's lead.
 */
public final class MarkThatSeldomComesByAccident extends ChildRule {
    static final RuleId ID = new RuleId("AL-22");
    private static final RuleCard CARD =
            new RuleCard(
                    "A mark that seldom comes by accident",
                    "Under four years, bruises on torso, ear, neck, cheek, angle of the jaw, eyelid"
                            + " or the white of the eye and a torn frenulum tell injury by others"
                            + " from accident (TEN-4-FACESp, Pierce and others, JAMA Network Open"
                            + " 2021). Marks on the neck, of a grip, of a pattern or an implement"
                            + " at any age: practice.",
                    Set.of(
                            InjuryObserved.class,
                            HealthBody.MarksJudged.class,
                            HealthBody.HealthContact.class,
                            HealthBody.DevelopmentalStage.class,
                            HealthBody.MedicalCondition.class,
                            HealthBody.Birth.class,
                            PersonBody.Person.class,
                            PersonBody.ChildsWords.class,
                            CareBody.Referral.class,
                            CareBody.Visit.class,
                            PoliceBody.PoliceIncident.class,
                            SchoolBody.Concern.class,
                            SharedBody.PublicReport.class,
                            SharedBody.Note.class,
                            SharedBody.AlertAnswered.class),
                    "Social care's duty manager and the paediatrician on call, the same day. Marks"
                            + " in words: the safeguarding lead of whoever wrote them, alone.",
                    "What was seen, where on the body, when, by whom and how it was explained, with"
                            + " what the records hold on birthmarks, birth injury, procedures and"
                            + " bleeding, from the observer to social care and the paediatrician."
                            + " Of marks in words nothing leaves their sender before its lead says"
                            + " yes.",
                    "One such mark by its code, whatever its explanation; in words that name neck,"
                            + " grip, belt, bite or loop, or of a child who does not move alone any"
                            + " injury, only when the sender's safeguarding lead said yes.",
                    "Whoever sees a bruise on an ear sees one bruise; the place is what tells, and"
                            + " a paediatrician must look while it is there.",
                    List.of(
                            "A bruise at one of these places from the fourth birthday on, the neck"
                                    + " left out.",
                            "A bruise over bone at the front: forehead, chin, shin, knee.",
                            "A graze, scratch or scald at one of these places under four, the neck"
                                    + " left out.",
                            "A birthmark that is recorded as one; a swelling of the neck.",
                            "A child who does not move alone: AL-01 stands for it.",
                            "A seat belt; words whose sender's lead said no."),
                    "GK");

    public MarkThatSeldomComesByAccident() {
        super(ID, CARD);
    }

    @Override
    Evaluation evaluate(Child child) {
        Timed found = new Timed(child.situation());
        Injuries injuries = Injuries.of(child);
        for (Injury injury : injuries.all()) {
            since(injuries, injury)
                    .filter(child::under18At)
                    .ifPresent(at -> found.from(at, t -> coded(child, injuries, injury, t)));
        }
        WordsOfMarks words = WordsOfMarks.of(child);
        words.questions().stream()
                .filter(q -> child.under18At(q.entry().received()))
                .forEach(q -> found.from(q.entry().received(), t -> question(child, q, t)));
        words.confirmed().stream()
                .filter(c -> child.under18At(c.answer().received()))
                .forEach(c -> found.from(c.answer().received(), t -> confirmed(child, c, t)));
        return found.evaluation();
    }

    /** When it was known here, unless AL-01 stands for it. */
    private static Optional<Instant> since(Injuries injuries, Injury injury) {
        return InjuryOfNonMobileChild.since(injuries, injury).isPresent()
                ? Optional.empty()
                : TellingMarks.since(injuries, injury);
    }

    private Finding coded(Child child, Injuries injuries, Injury injury, Instant since) {
        String matter = Answers.of(child).since(ID, "injuries", since);
        Found found = Found.of(this, child, matter, injury.key());
        for (Entry<InjuryObserved> telling : injury.tellings()) {
            found.entry(
                    telling,
                    "Seen: "
                            + Found.marks(telling.body().marks())
                            + "; "
                            + Found.accounts(telling.body().accounts()));
        }
        found.follows(
                "Seldom by accident at this age: "
                        + Found.marks(TellingMarks.of(injuries.person(), injury)),
                since,
                Found.id(injury.first()));
        InjuryOfNonMobileChild.explanations(found, injuries, injury, since);
        return told(Told.paediatrician(child, injury), child, injury.tellings(), found, since);
    }

    /** Raises nothing: the clock marks.judge of the sender's lead starts on it. */
    private Finding question(Child child, Question question, Instant since) {
        Found found = Found.of(this, child, "words", Found.id(question.entry()).text());
        return found.entry(question.entry(), named(question))
                .shownOnly()
                .tell(Told.leadOf(question.entry()))
                .notShown("What the words mean: no machine reads them.")
                .finding(
                        since,
                        question.ofNonMobileChild()
                                ? "An injury described in words, of a child who does not move alone:"
                                        + " say today whether there is any mark, whatever its"
                                        + " explanation"
                                : "Marks described in words: say today whether they are on the neck,"
                                        + " of a grip, of a pattern or of an implement",
                        Told.ofInjury());
    }

    private Finding confirmed(Child child, Confirmed confirmed, Instant since) {
        String matter = Answers.of(child).since(ID, "injuries", since);
        Entry<?> entry = confirmed.question().entry();
        String item =
                WordsOfMarks.of(child)
                        .injuryOf(confirmed.question())
                        .map(Injury::key)
                        .orElse(Found.id(entry).text());
        Found found = Found.of(this, child, matter, item);
        found.entry(entry, named(confirmed.question()))
                .entry(
                        confirmed.answer(),
                        "The safeguarding lead says: marks that seldom come by accident");
        return told(Told.paediatrician(child), child, List.of(entry), found, since);
    }

    private static String named(Question question) {
        return "Written in words, which name: " + String.join(", ", question.named());
    }

    private static Finding told(
            Set<Recipient> paediatrician,
            Child child,
            Collection<? extends Entry<?>> tellings,
            Found found,
            Instant since) {
        return found.tell(Told.socialCareManager(child, tellings))
                .tell(paediatrician)
                .notShown("How the marks came about.")
                .notShown("How old they are: colour does not tell.")
                .finding(
                        since,
                        "Needs a paediatrician today: a mark that seldom comes by accident at this"
                                + " age",
                        Told.ofInjury());
    }
}
