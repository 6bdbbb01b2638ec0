package sightline.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.facts.Fact;
import sightline.core.facts.PersonBody.Person;
import sightline.core.facts.PersonBody.PersonName;
import sightline.core.facts.PersonBody.PersonName.Use;
import sightline.core.facts.PersonBody.SafeContact;
import sightline.core.facts.PersonRole;
import sightline.core.facts.PoliceBody.BorderEntry;
import sightline.core.facts.Sensitivity;
import sightline.core.kernel.Identifier;
import sightline.core.kernel.IdentifierType;
import sightline.core.kernel.PartialDate;
import sightline.core.story.Said;
import sightline.core.story.Story;
import sightline.core.story.Who;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class IdentityConflictTest {
    private static final String NUMBER = "9434765919";

    private final Story story = new Story();
    private final Who mother = story.person("mother", "1990-03-01");
    private final Who child = story.person("child", "2018-03-01");
    private final Who sister = story.person("sister", "2016-03-01");
    private final Who stranger = story.person("stranger", "2016-03-01");

    IdentityConflictTest() {
        for (Who who : List.of(child, sister)) {
            story.at("2020-01-01T09:00")
                    .from("gp")
                    .about(who)
                    .with(PersonRole.MOTHER, mother)
                    .says(
                            new SafeContact(
                                    true, true, true, true, Optional.empty(), Optional.empty()));
        }
    }

    @Test
    void oneNumberOnTwoLivingChildrenOfAFamily() {
        Fact own = told("2024-03-01T10:00", "hospital", child, numbered());
        told("2024-03-04T10:00", "school", sister, numbered());

        Finding finding = asked(child).only("2024-03-04T10:00");
        assertThat(finding.since()).isEqualTo(Story.instant("2024-03-04T10:00"));
        assertThat(finding.matter()).isEqualTo(own.id().text());
        assertThat(Asked.told(finding))
                .containsExactly("childrens-social-care/duty-manager", "partnership/data-steward");
        assertThat(finding.headline().value())
                .isEqualTo("NHS number on record belongs to another living child");
        assertThat(Asked.path(finding)).noneMatch(s -> s.contains(NUMBER));
        asked(sister).only("2024-03-04T10:00");
    }

    @Test
    void aNumberOfAnAdultOrOfSomebodyElsewhereIsNone() {
        told("2024-03-01T10:00", "hospital", child, numbered());
        told("2024-03-04T10:00", "gp", mother, numbered());
        told("2024-03-04T11:00", "gp", stranger, numbered());

        asked(child).silent("2024-03-04T11:00");
    }

    @Test
    void aNumberThatWasTakenBackIsNone() {
        told("2024-03-01T10:00", "hospital", child, numbered());
        Fact wrong = told("2024-03-04T10:00", "school", sister, numbered());
        story.at("2024-03-05T10:00")
                .from("school")
                .about(sister)
                .regarding(wrong)
                .says(Said.retraction());

        asked(child).silent("2024-03-05T10:00");
    }

    @Test
    void aSealedRecordIsNotLookedAt() {
        told("2024-03-01T10:00", "hospital", child, numbered());
        story.at("2024-03-04T10:00")
                .from("childrens-social-care")
                .about(sister)
                .sensitivity(Sensitivity.ADOPTION)
                .says(numbered());

        asked(child).silent("2024-03-04T10:00");
    }

    @Test
    void aNumberOfAChildWhoHasDiedIsNone() {
        told("2024-03-01T10:00", "hospital", child, numbered());
        told("2024-03-04T10:00", "school", sister, numbered());
        told("2024-03-05T10:00", "hospital", sister, died("2024-03-04"));

        asked(child).silent("2024-03-05T10:00");
    }

    @Test
    void oneNameInUseWithItsDayOfBirth() {
        told("2024-03-01T10:00", "hospital", child, named(Use.CURRENT, "2018-03-01"));
        told("2024-03-04T10:00", "school", sister, named(Use.CURRENT, "2018-03-01"));

        assertThat(asked(child).only("2024-03-04T10:00").headline().value())
                .startsWith("Name and date of birth on record belongs");
    }

    @Test
    void aNameOfBirthAnotherDayOrTheMonthAloneAreNone() {
        told("2024-03-01T10:00", "hospital", child, named(Use.CURRENT, "2018-03-01"));
        told("2024-03-04T10:00", "school", sister, named(Use.BIRTH, "2018-03-01"));
        told("2024-03-04T11:00", "school", sister, named(Use.CURRENT, "2018-03-02"));
        told("2024-03-04T12:00", "housing", sister, named(Use.CURRENT, "2018-03"));

        asked(child).silent("2024-03-04T12:00");
    }

    @Test
    void anAdultWhoComesBackWithAnotherChild() {
        crossed("2024-03-01T10:00", false, child);
        crossed("2024-05-01T10:00", true, sister);

        Finding finding = asked(child).only("2024-05-01T10:00");
        assertThat(Asked.path(finding))
                .containsExactly(
                        "Left the country, this child among those with the adult",
                        "Came into the country of the same adult, with other children and without"
                                + " this one");
        asked(sister).only("2024-05-01T10:00");
    }

    @Test
    void anAdultWhoComesBackAloneOrWithOneMoreIsNone() {
        crossed("2024-03-01T10:00", false, child);
        story.at("2024-04-01T10:00").from("border").about(mother).says(border(true));
        asked(child).silent("2024-04-01T10:00");

        crossed("2024-05-01T10:00", false, child);
        crossed("2024-06-01T10:00", true, child, sister);
        asked(child).silent("2024-06-01T10:00");
        asked(sister).silent("2024-06-01T10:00");
    }

    @Test
    void theAdultNeedBeNoRelative() {
        Who adult = story.person("adult", "1980-03-01");
        crossed(adult, "2024-03-01T10:00", false, child);
        crossed(adult, "2024-05-01T10:00", true, stranger);

        asked(child).only("2024-05-01T10:00");
        asked(stranger).only("2024-05-01T10:00");
    }

    private void crossed(String at, boolean entering, Who... children) {
        crossed(mother, at, entering, children);
    }

    private void crossed(Who adult, String at, boolean entering, Who... children) {
        Story.Entry entry = story.at(at).from("border").about(adult);
        for (Who who : children) {
            entry.with(PersonRole.CHILD, who);
        }
        entry.says(border(entering));
    }

    private static BorderEntry border(boolean entering) {
        return new BorderEntry(entering, Optional.of("XX"));
    }

    private Fact told(String at, String agency, Who who, Person person) {
        return story.at(at).from(agency).about(who).says(person);
    }

    private static Person numbered() {
        return person(
                List.of(), Optional.empty(), List.of(new Identifier(IdentifierType.NHS, NUMBER)));
    }

    private static Person named(Use use, String born) {
        return person(
                List.of(new PersonName(List.of("Rowan"), "Ashdown", use)),
                Optional.of(PartialDate.parse(born)),
                List.of());
    }

    private static Person died(String day) {
        return new Person(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(LocalDate.parse(day)),
                Optional.empty());
    }

    private static Person person(
            List<PersonName> names, Optional<PartialDate> born, List<Identifier> identifiers) {
        return new Person(
                names,
                born,
                Optional.empty(),
                identifiers,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Asked asked(Who who) {
        return new Asked(story, new IdentityConflict(), who);
    }
}
