package sightline.population;

/**
 * One person in an event: the agency's record of them and their role.
 *
 * @param role {@code subject}, {@code child}, {@code mother}, {@code father}, {@code partner},
 *     {@code parent}, {@code victim}, {@code suspect}, {@code caller}, {@code tenant}, {@code
 *     occupant} or {@code carer}
 */
public record Participant(String role, AgencyRecord record) {}
