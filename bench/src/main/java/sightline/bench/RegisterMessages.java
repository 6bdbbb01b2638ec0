package sightline.bench;

import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.core.register.Notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the police of an area send about people on a register. */
final class RegisterMessages {
    /** How many have their homes on one street: more people, more streets, not fuller houses. */
    private static final int ON_A_STREET = 40;

    private final World world;
    private final AgencyId police;

    RegisterMessages(World world) {
        this.world = world;
        this.police = world.first(AgencyType.POLICE);
    }

    /** Everything that was sent about somebody until now, in the order of days. */
    List<Traffic.Sent> of(RegisteredPerson person) {
        List<Traffic.Sent> all = new ArrayList<>();
        all.add(conviction(person));
        if (person.custody() && !person.told().isEmpty()) {
            LocalDate out = person.told().getFirst().day();
            all.add(sent(police, "release", out, person, "subject", "", "{\"onLicence\":true}"));
        }
        person.told().forEach(t -> all.add(notice(person, t)));
        return all;
    }

    private Traffic.Sent conviction(RegisteredPerson person) {
        return sent(
                police,
                "conviction",
                person.convicted(),
                person,
                "offender",
                "",
                """
                {"offence":{"wording":"sexual assault","group":"sexual","victimAge":9},
                 "sentence":"%s","months":%d}
                """
                        .formatted(
                                person.custody() ? "custody" : "community",
                                person.custody() ? 40 : 24));
    }

    /** One notice, as the police send it. */
    Traffic.Sent notice(RegisteredPerson person, RegisteredPerson.Told told) {
        String address =
                told.notice() == Notice.HOME
                        ? ",\"address\":{\"line\":\"%d Kept%s Row, Westmarsh\",\"postcode\":\"WM8 %dKR\"}"
                                .formatted(
                                        1 + told.day().getDayOfYear(),
                                        World.letters(person.number() / ON_A_STREET),
                                        1 + person.number() % 9)
                        : "";
        return sent(
                police,
                "register-notification",
                told.day(),
                person,
                "subject",
                address,
                "{\"pack\":\"soa-2003\",\"type\":\"%s\",\"noHome\":%s}"
                        .formatted(type(told.notice()), told.noHome()));
    }

    /** What somebody tells today: a periodic notice. */
    Traffic.Sent current(RegisteredPerson person, LocalDate today) {
        return notice(person, new RegisteredPerson.Told(today, Notice.PERIODIC, false));
    }

    private static String type(Notice notice) {
        return switch (notice) {
            case INITIAL -> "initial";
            case HOME, RETURN -> "change-of-address";
            case NAME -> "change-of-name";
            case TRAVEL -> "foreign-travel";
            case PERIODIC -> "periodic";
            case STAY -> "stay-elsewhere";
            case RELEASE -> "release";
            case CHILD -> "child-in-household";
        };
    }

    private Traffic.Sent sent(
            AgencyId sender,
            String kind,
            LocalDate day,
            RegisteredPerson person,
            String role,
            String address,
            String body) {
        String name = World.letters(person.number());
        return world.sent(
                sender,
                kind,
                """
                "when":"%s","people":[{"role":"%s","localId":"bench-kept-%d",
                  "names":[{"given":"Kit %s","family":"Keptley%s"}],"dateOfBirth":"%s"%s}],"body":%s
                """
                        .formatted(
                                day,
                                role,
                                person.number(),
                                name,
                                name,
                                person.born(),
                                address,
                                body));
    }
}
