package sightline.bench;

import sightline.core.directory.AgencyType;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.SourceRecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One invented child of whom many agencies recorded much: the largest page there is. */
final class Childhood {
    /** Within the years since the child was born. */
    private static final int LONGEST_DAYS = 3_000;

    private static final int KINDS = 5;

    private final World world;
    private final LocalDate today;
    private final int each;
    private final List<Traffic.Sent> messages = new ArrayList<>();

    Childhood(World world, int entries) {
        this(world, entries, 1);
    }

    /**
     * @param each of each type of agency at most so many record it
     */
    Childhood(World world, int entries, int each) {
        this.world = world;
        this.each = each;
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
        int daysAgo = 40 + number * 4 % LONGEST_DAYS;
        switch (number % KINDS) {
            case 0 ->
                    add(
                            one(AgencyType.GP, number),
                            "health-contact",
                            daysAgo,
                            "\"body\":{\"setting\":\"gp\",\"unscheduled\":false,\"reason\":\"cough\"}");
            case 1 ->
                    add(
                            one(AgencyType.SCHOOL, number),
                            "school-absence",
                            daysAgo,
                            "\"body\":{\"explained\":true,\"days\":1}");
            case 2 ->
                    add(
                            one(AgencyType.HOSPITAL, number),
                            "appointment",
                            daysAgo,
                            "\"body\":{\"outcome\":\"kept\",\"service\":\"eye clinic\"}");
            case 3 ->
                    add(
                            one(AgencyType.SCHOOL, number),
                            "concern",
                            daysAgo,
                            "\"body\":{\"topic\":\"other\",\"words\":\"came without a coat\"}");
            default ->
                    add(
                            one(AgencyType.HOSPITAL, number),
                            "health-contact",
                            daysAgo,
                            "\"body\":{\"setting\":\"emergency-department\",\"unscheduled\":true,"
                                    + "\"reason\":\"fell in the yard\"}");
        }
    }

    private AgencyId one(AgencyType type, int number) {
        List<AgencyId> some = world.some(type, each);
        return some.get(number / KINDS % some.size());
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
