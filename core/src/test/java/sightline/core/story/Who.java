package sightline.core.story;

import sightline.core.kernel.PersonId;

/** Somebody in a story; every agency's record of them carries their label as its local id. */
public record Who(String label) {
    public PersonId id() {
        return new PersonId("p-" + label);
    }
}
