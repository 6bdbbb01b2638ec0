-- Up to which entry each reader has seen each record, on each kind of page. By record, so that it follows
-- the record when people are joined or separated.
CREATE TABLE chronology.looked (
  actor text NOT NULL,
  record_key uuid NOT NULL,
  page text NOT NULL CHECK (page IN ('child', 'chronology')),
  -- Up to here it was seen when the present visit began: what is new during a visit stays marked.
  began_position bigint NOT NULL,
  seen_position bigint NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (actor, record_key, page)
);
SELECT access.guard_closed('chronology.looked');
SELECT access.forbid_conflicts('chronology.looked', 'record_key');
SELECT access.grant_reader('chronology.looked', 'SELECT, INSERT, UPDATE', 'actor = (SELECT access.actor())');
