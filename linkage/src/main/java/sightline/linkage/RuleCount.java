package sightline.linkage;

/**
 * What one blocking rule makes of the records.
 *
 * @param pairs how many pairs it makes by itself
 * @param leftOutKeys how many keys were left out because too many records have them
 * @param leftOutRecords how many records have such a key
 */
public record RuleCount(long pairs, int leftOutKeys, long leftOutRecords) {}
