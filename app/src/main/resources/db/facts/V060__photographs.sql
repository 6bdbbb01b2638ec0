-- The pictures of injuries. Each belongs to the entry of what it shows, and is open to whoever may read
-- that entry: record and class are the entry's. It is sealed under the record's key, like the entry.
CREATE TABLE facts.photograph (
  -- From record, entry and picture: the same picture of the same entry is kept once.
  photograph_id uuid PRIMARY KEY,
  record_key uuid NOT NULL,
  class text NOT NULL,
  -- The place in the ledger of the entry that it shows.
  position bigint NOT NULL,
  agency text NOT NULL,
  width integer NOT NULL CHECK (width > 0),
  height integer NOT NULL CHECK (height > 0),
  content bytea NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX photograph_of ON facts.photograph (record_key);

SELECT access.guard_records('facts.photograph', 'record_key', 'class');
SELECT access.grant_reader('facts.photograph', 'INSERT',
  'agency = (SELECT access.agency()) AND record_key = ANY ((SELECT access.readable_records())::uuid[])'
  || ' AND record_key = ANY (' || access.by_class('class') || ')'
  || ' AND NOT record_key = ANY ((SELECT access.barred_records())::uuid[])');
SELECT access.grant_kind('facts.photograph', 'eraser', 'SELECT, DELETE');
