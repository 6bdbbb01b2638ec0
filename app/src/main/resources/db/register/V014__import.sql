-- The file of an existing register, from its upload until everything in it is in or set aside. Nothing goes
-- from here into a projection: rows become messages of the agency, read like any others.
CREATE TABLE register.import (
  import_id text PRIMARY KEY,
  agency text NOT NULL,
  state text NOT NULL CHECK (state IN ('uploaded', 'checked', 'going-in', 'in', 'unreadable', 'discarded')),
  file_name text NOT NULL,
  bytes bigint NOT NULL,
  charset text NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  checked_at timestamptz,
  confirmed_by text,
  confirmed_at timestamptz,
  ended_at timestamptz,
  -- How many rows were looked at, and of those: to go in, in already from an earlier file, set aside.
  rows integer NOT NULL DEFAULT 0,
  ready integer NOT NULL DEFAULT 0,
  known integer NOT NULL DEFAULT 0,
  aside integer NOT NULL DEFAULT 0,
  -- While it goes in: up to which row, and how many went in.
  done integer NOT NULL DEFAULT 0,
  gone_in integer NOT NULL DEFAULT 0,
  messages integer NOT NULL DEFAULT 0,
  first_receipt bigint,
  last_receipt bigint,
  -- Why no row of it can be relied upon; no value of a row.
  unreadable text,
  -- Who works on it, and until when nobody else may: a process that was killed loses it.
  claim text,
  claimed_until timestamptz
);
CREATE INDEX import_open ON register.import (import_id) WHERE state IN ('uploaded', 'going-in');
CREATE INDEX import_by_agency ON register.import (agency, uploaded_at);

-- The file itself, sealed, in pieces; ends when everything is in, when it is discarded, after 90 days.
CREATE TABLE register.import_piece (
  import_id text NOT NULL,
  agency text NOT NULL,
  piece integer NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (import_id, piece)
);
ALTER TABLE register.import_piece ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Which rows are set aside, and why: no value of a row.
CREATE TABLE register.import_aside (
  import_id text NOT NULL,
  agency text NOT NULL,
  row_number integer NOT NULL,
  problems jsonb NOT NULL,
  PRIMARY KEY (import_id, row_number)
);

-- What went in, by keyed hashes of whose row and of what it said: a row goes in once, whatever file it is in.
CREATE TABLE register.imported (
  agency text NOT NULL,
  row_key text NOT NULL,
  content text NOT NULL,
  import_id text NOT NULL,
  PRIMARY KEY (agency, row_key)
);

DO $$
DECLARE
  t text;
  keeper text := '''register-keeper'' = ANY ((SELECT access.roles())::text[]) AND agency = (SELECT access.agency())';
BEGIN
  FOREACH t IN ARRAY ARRAY['import', 'import_piece', 'import_aside', 'imported'] LOOP
    PERFORM access.guard_closed(('register.' || t)::regclass);
    PERFORM access.grant_job(('register.' || t)::regclass, 'register-import', 'SELECT, INSERT, UPDATE, DELETE');
  END LOOP;
  PERFORM access.grant_reader('register.import', 'SELECT, INSERT, UPDATE', keeper);
  PERFORM access.grant_reader('register.import_piece', 'SELECT, INSERT, DELETE', keeper);
  PERFORM access.grant_reader('register.import_aside', 'SELECT, DELETE', keeper);
  -- Who is on the register already, of whom nothing is sealed and who touches nobody privately.
  FOREACH t IN ARRAY ARRAY['identity.record', 'identity.person', 'identity.blocking', 'identity.details',
                           'access.seal', 'access.conflict', 'register.entry'] LOOP
    PERFORM access.grant_job(t::regclass, 'register-import', 'SELECT');
  END LOOP;
  PERFORM access.grant_job('register.import', 'watch', 'SELECT');
END $$;
