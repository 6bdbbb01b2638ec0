package sightline.core.screening;

import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;

/** Who is told: a role at an agency; the directory says which post and who holds it now. */
public record Recipient(AgencyId agency, Role role) implements Comparable<Recipient> {

    /** Whoever runs this installation: the last who can be told when a directory names nobody. */
    public static final Recipient OPERATOR =
            new Recipient(new AgencyId("sightline"), Role.OPERATOR);

    /** As replays and pages name it: {@code agency/role}. */
    public String text() {
        return agency.value() + "/" + role.slug();
    }

    @Override
    public int compareTo(Recipient other) {
        return text().compareTo(other.text());
    }
}
