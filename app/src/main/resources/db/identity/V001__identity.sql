-- Who is who, and which addresses are one place: what identity remembers between changes. Only the
-- pipeline writes. What names, dates and addresses stand here lies sealed; keys are keyed hashes.

-- The way back from a record's key to the record, for every record that takes part in any fact or decision.
CREATE TABLE identity.record (
  record_key uuid PRIMARY KEY,
  agency text NOT NULL,
  local_id text NOT NULL
);

-- The newest details of each record.
CREATE TABLE identity.details (
  record_key uuid PRIMARY KEY,
  mother_key uuid,
  details bytea NOT NULL
);
CREATE INDEX details_by_mother ON identity.details (mother_key) WHERE mother_key IS NOT NULL;

-- Under which keyed hashes a record is found by those with which it should be compared.
CREATE TABLE identity.blocking (
  record_key uuid NOT NULL,
  key text NOT NULL,
  most int NOT NULL,
  PRIMARY KEY (record_key, key)
);
CREATE INDEX blocking_by_key ON identity.blocking (key) INCLUDE (record_key);

-- Pairs that a comparison found at least possibly one person. Explanations hold no value of either.
CREATE TABLE identity.link (
  first uuid NOT NULL,
  second uuid NOT NULL,
  joins boolean NOT NULL,
  explanation jsonb NOT NULL,
  PRIMARY KEY (first, second)
);
CREATE INDEX link_by_second ON identity.link (second);

-- What persons decided about two records.
CREATE TABLE identity.decision (
  first uuid NOT NULL,
  second uuid NOT NULL,
  verdict text NOT NULL,
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (first, second, verdict, decided_by, decided_at)
);
CREATE INDEX decision_by_second ON identity.decision (second);

-- Whose each record is today, and how sure that is.
CREATE TABLE identity.person (
  record_key uuid PRIMARY KEY,
  person text NOT NULL,
  certainty text NOT NULL
);
CREATE INDEX person_records ON identity.person (person);

-- After which record an id was made: kept for ever, so that an old id leads to whoever holds it now.
CREATE TABLE identity.anchor (
  person text PRIMARY KEY,
  record_key uuid NOT NULL
);

-- The review queue.
CREATE TABLE identity.undecided (
  first uuid NOT NULL,
  second uuid NOT NULL,
  held text NOT NULL,
  certainty smallint NOT NULL,
  weight_tenths int NOT NULL,
  explanation jsonb NOT NULL,
  PRIMARY KEY (first, second)
);
CREATE INDEX undecided_by_second ON identity.undecided (second);
CREATE INDEX undecided_strongest ON identity.undecided (certainty, weight_tenths DESC, first, second);

-- Messages that their own sender corrected or took back: what they said of people no longer counts.
CREATE TABLE identity.withdrawn (
  message_key uuid PRIMARY KEY
);

-- Addresses taken apart, each in one place; and every spelling that was read as one of them.
CREATE TABLE identity.address (
  address_key uuid PRIMARY KEY,
  content bytea NOT NULL,
  -- None where the words say no one place: people there are not together.
  place text
);
CREATE INDEX address_of_place ON identity.address (place);
CREATE TABLE identity.spelling (
  spelling_key uuid PRIMARY KEY,
  address_key uuid NOT NULL
);
CREATE INDEX spelling_of_address ON identity.spelling (address_key);
CREATE TABLE identity.address_block (
  address_key uuid NOT NULL,
  key text NOT NULL,
  PRIMARY KEY (address_key, key)
);
CREATE INDEX address_block_by_key ON identity.address_block (key) INCLUDE (address_key);
CREATE TABLE identity.place_decision (
  first uuid NOT NULL,
  second uuid NOT NULL,
  verdict text NOT NULL,
  decided_by text NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (first, second, verdict, decided_by, decided_at)
);
CREATE INDEX place_decision_by_second ON identity.place_decision (second);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['record', 'details', 'blocking', 'link', 'decision', 'person', 'anchor', 'undecided',
                           'withdrawn', 'address', 'spelling', 'address_block', 'place_decision'] LOOP
    PERFORM access.guard_closed(('identity.' || t)::regclass);
    PERFORM access.grant_job(('identity.' || t)::regclass, 'pipeline', 'SELECT, INSERT, UPDATE, DELETE');
  END LOOP;
  -- Whose records are whose, before a reader's context is opened for them; and the review queue.
  FOREACH t IN ARRAY ARRAY['record', 'person', 'anchor', 'undecided', 'link', 'decision'] LOOP
    PERFORM access.grant_job(('identity.' || t)::regclass, 'resolver', 'SELECT');
  END LOOP;
END $$;

-- A reader of both records of a pair reads why they may be one person.
SELECT access.grant_reader('identity.undecided', 'SELECT',
  'first = ANY ((SELECT access.readable_records())::uuid[]) AND second = ANY ((SELECT access.readable_records())::uuid[])');
