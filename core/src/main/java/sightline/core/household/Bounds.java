package sightline.core.household;

/**
 * How far a neighbourhood reaches.
 *
 * @param communalResidents more concurrent residents than this make a place communal: it transmits
 *     no reach
 * @param people at most so many people are looked at; beyond it the subject is "not evaluated"
 * @param exPartnerMonths an ex-partner who is no parent of the child stays within reach for so many
 *     months after the last contact or shared address
 */
public record Bounds(int communalResidents, int people, int exPartnerMonths) {
    /** As the design sets them; an area may set its own. */
    public static final Bounds DEFAULT = new Bounds(20, 120, 12);
}
