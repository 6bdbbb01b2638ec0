-- What opened the record of an unborn child opens that of each child whom it became: a relationship that
-- follows from another record's says from whose.
ALTER TABLE access.relationship ADD COLUMN follows uuid;
-- Ended only because that record is no longer of the same child: it holds again where it is once more.
ALTER TABLE access.relationship ADD COLUMN parted boolean NOT NULL DEFAULT false;
CREATE INDEX relationship_following ON access.relationship (record_key) WHERE follows IS NOT NULL;
