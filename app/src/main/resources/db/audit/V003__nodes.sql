-- Roots of perfect subtrees of the journal's tree, of 256, 65,536, ... leaves each: a proof reads a few hundred
-- hashes, however many entries there are. They prove nothing by themselves: whoever checks a proof checks them too.
CREATE TABLE audit.node (
  level smallint NOT NULL CHECK (level > 0 AND level % 8 = 0),
  index bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, index)
);
SELECT access.guard_closed('audit.node');
SELECT access.grant_kind('audit.node', 'sequencer', 'SELECT, INSERT');
