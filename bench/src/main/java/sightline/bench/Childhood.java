package sightline.bench;

import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One invented child of whom many agencies recorded much: the largest page there is. */
final class Childhood {
    private final World world;
    private final LocalDate today;
    private final List<Traffic.Sent> messages = new ArrayList<>();

    Childhood(World world, int entries) {
        this.world = world;
        this.today = world.today();
        AgencyId care = world.first(AgencyType.CHILDRENS_SOCIAL_CARE);
        add(
                care,
                "case-allocated",
                30,
                "\"body\":{\"post\":\"social-worker\",\"worker\":\"A Worker\"}");
        while (messages.size() < entries) {
            entry(messages.size());
        }
    }

    private void entry(int number) {
        int daysAgo = 40 + number * 4;
        switch (number % 5) {
            case 0 ->
                    add(
                            world.first(AgencyType.GP),
                            "health-contact",
                            daysAgo,
                            "\"body\":{\"setting\":\"gp\",\"unscheduled\":false,\"reason\":\"cough\"}");
            case 1 ->
                    add(
                            world.first(AgencyType.SCHOOL),
                            "school-absence",
                            daysAgo,
                            "\"body\":{\"explained\":true,\"days\":1}");
            case 2 ->
                    add(
                            world.first(AgencyType.HOSPITAL),
                            "appointment",
                            daysAgo,
                            "\"body\":{\"outcome\":\"kept\",\"service\":\"eye clinic\"}");
            case 3 ->
                    add(
                            world.first(AgencyType.SCHOOL),
                            "concern",
                            daysAgo,
                            "\"body\":{\"topic\":\"other\",\"words\":\"came without a coat\"}");
            default ->
                    add(
                            world.first(AgencyType.HOSPITAL),
                            "health-contact",
                            daysAgo,
                            "\"body\":{\"setting\":\"emergency-department\",\"unscheduled\":true,"
                                    + "\"reason\":\"fell in the yard\"}");
        }
    }

    private void add(AgencyId sender, String kind, int daysAgo, String body) {
        messages.add(
                world.sent(
                        sender,
                        kind,
                        """
                        "when":"%s","people":[{"role":"subject","localId":"bench-child",
                          "names":[{"given":"Linnet","family":"Benchmark"}],"dateOfBirth":"%s",
                          "identifiers":[{"type":"nhs","value":"9990001235"}]}],%s
                        """
                                .formatted(today.minusDays(daysAgo), today.minusYears(9), body)));
    }

    /** What is sent about the child. */
    List<Traffic.Sent> messages() {
        return List.copyOf(messages);
    }

    /** One of the child's records. */
    SourceRecord record() {
        return new SourceRecord(world.first(AgencyType.CHILDRENS_SOCIAL_CARE), "bench-child");
    }
}
