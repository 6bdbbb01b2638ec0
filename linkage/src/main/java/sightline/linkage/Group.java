package sightline.linkage;

/**
 * How right the clusters are for one group of records.
 *
 * @param name the group
 * @param records how many records are in it
 * @param recall of the pairs that ought to be together, how many are
 * @param precision of the pairs that are together, how many ought to be
 */
public record Group(String name, long records, Rate recall, Rate precision) {}
