package sightline.population;

/** One agency's record of somebody: the agency and its own number for the record. */
public record RecordId(String agencyId, String localId) {}
