-- An erasure looks for what followed from the records that it erases.
CREATE INDEX relationship_followed ON access.relationship (follows) WHERE follows IS NOT NULL;
