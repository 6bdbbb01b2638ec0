-- The journal: an entry is written in the transaction that reads, before anything is revealed. A writer
-- counts its entries without gaps, so that a lost one shows even before it is numbered in the tree.

-- Slots, of which each transaction takes a free one until it commits; more transactions at once wait.
CREATE TABLE audit.writer (
  writer text PRIMARY KEY,
  number integer NOT NULL UNIQUE,
  counter bigint NOT NULL
);

CREATE TABLE audit.entry (
  writer text NOT NULL,
  counter bigint NOT NULL,
  at timestamptz NOT NULL,
  event text NOT NULL,
  -- Exactly what is hashed into the tree.
  leaf text NOT NULL,
  -- Which source records were shown, as keyed hashes; the key is outside the database.
  record_refs uuid[] NOT NULL,
  PRIMARY KEY (writer, counter)
);
CREATE INDEX entry_by_record ON audit.entry USING gin (record_refs);

-- The words of a reason, apart from the leaf, which has their salted hash: they can be deleted and the
-- journal still verifies.
CREATE TABLE audit.reason (
  writer text NOT NULL,
  counter bigint NOT NULL,
  salt text NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (writer, counter),
  FOREIGN KEY (writer, counter) REFERENCES audit.entry
);

-- The tree (RFC 6962): leaves in their order, and what was signed.
CREATE TABLE audit.leaf (
  position bigint PRIMARY KEY,
  writer text NOT NULL,
  counter bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  UNIQUE (writer, counter)
);
CREATE TABLE audit.checkpoint (
  size bigint PRIMARY KEY,
  signed_at timestamptz NOT NULL,
  note text NOT NULL
);
-- One row: its lock elects the sequencer. The frontier is the roots of the perfect subtrees, in order.
CREATE TABLE audit.head (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  size bigint NOT NULL,
  frontier text NOT NULL
);
-- How far each writer's entries are in the tree.
CREATE TABLE audit.progress (
  writer text PRIMARY KEY REFERENCES audit.writer,
  counter bigint NOT NULL
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['writer', 'entry', 'reason', 'leaf', 'checkpoint', 'head', 'progress'] LOOP
    PERFORM access.guard_closed(('audit.' || t)::regclass);
    PERFORM access.grant_owner(('audit.' || t)::regclass, 'current_user = ''sl_owner''');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['entry', 'leaf', 'checkpoint', 'head', 'progress'] LOOP
    PERFORM access.grant_kind(('audit.' || t)::regclass, 'sequencer', 'SELECT');
  END LOOP;
END $$;
SELECT access.grant_kind('audit.leaf', 'sequencer', 'INSERT');
SELECT access.grant_kind('audit.checkpoint', 'sequencer', 'INSERT');
SELECT access.grant_kind('audit.head', 'sequencer', 'UPDATE');
SELECT access.grant_kind('audit.progress', 'sequencer', 'UPDATE');

INSERT INTO audit.writer (writer, number, counter)
SELECT 'w' || to_char(n, 'FM00'), n, 0 FROM generate_series(0, 63) n;
INSERT INTO audit.progress (writer, counter) SELECT w.writer, 0 FROM audit.writer w;
INSERT INTO audit.head (size, frontier) VALUES (0, '');

-- Takes the next number of a free writer, and keeps the writer until the end of the transaction.
CREATE FUNCTION audit.next_number(OUT taken text, OUT number bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  SELECT w.writer INTO taken FROM audit.writer w
   ORDER BY (w.number + pg_backend_pid()) % 64 LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF taken IS NULL THEN
    SELECT w.writer INTO taken FROM audit.writer w WHERE w.number = pg_backend_pid() % 64 FOR UPDATE;
  END IF;
  UPDATE audit.writer w SET counter = w.counter + 1 WHERE w.writer = taken RETURNING w.counter INTO number;
END $$;

-- Writes an entry. Who, where and why come from the open context, never from the caller.
CREATE FUNCTION audit.append(
  event text, details jsonb, record_refs uuid[], reason_words text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  context access.context := access.opened();
  at timestamptz;
  taken text;
  number bigint;
  salt text := encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex');
  leaf jsonb;
BEGIN
  SELECT n.taken, n.number INTO taken, number FROM audit.next_number() n;
  at := clock_timestamp();
  leaf := jsonb_strip_nulls(details || jsonb_build_object(
    'version', 1, 'writer', taken, 'counter', number,
    'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'event', event, 'kind', context.kind, 'actor', context.actor, 'agency', context.agency,
    'roles', to_jsonb(context.roles), 'purpose', context.purpose,
    'session', left(encode(sha256(convert_to(context.session, 'UTF8')), 'hex'), 16),
    'records', to_jsonb(record_refs),
    'reason', CASE WHEN reason_words IS NOT NULL
                   THEN encode(sha256(convert_to(salt || reason_words, 'UTF8')), 'hex') END));
  INSERT INTO audit.entry (writer, counter, at, event, leaf, record_refs)
  VALUES (taken, number, at, event, leaf::text, record_refs);
  IF reason_words IS NOT NULL THEN
    INSERT INTO audit.reason (writer, counter, salt, words) VALUES (taken, number, salt, reason_words);
  END IF;
  RETURN taken || '-' || number;
END $$;

-- Who has looked at records. Whoever knows a reference may ask: only the program can compute one.
CREATE FUNCTION audit.looks(refs uuid[], most integer)
RETURNS TABLE (at timestamptz, leaf text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT e.at, e.leaf FROM audit.entry e
   WHERE e.record_refs && refs AND (SELECT access.context_open())
   ORDER BY e.at DESC, e.writer, e.counter DESC LIMIT least(most, 1000)
$$;

-- How many entries wait for their place in the tree, and since when.
CREATE FUNCTION audit.backlog(OUT entries bigint, OUT oldest timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT count(*), min(e.at) FROM audit.progress p JOIN audit.entry e ON e.writer = p.writer AND e.counter > p.counter
$$;

GRANT EXECUTE ON FUNCTION audit.append(text, jsonb, uuid[], text)
  TO sl_app, sl_job, sl_intake, sl_eraser, sl_audit_sequencer;
GRANT EXECUTE ON FUNCTION audit.looks(uuid[], integer) TO sl_app, sl_job;
GRANT EXECUTE ON FUNCTION audit.backlog() TO sl_app, sl_job, sl_audit_sequencer;
