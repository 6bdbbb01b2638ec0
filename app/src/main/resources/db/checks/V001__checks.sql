-- Checks at the touchpoint: who asked, what was said, which sources had answered by then. Whom it was about
-- stands in the message that the check is, and nowhere here.
CREATE TABLE checks.asked (
  check_number text PRIMARY KEY,
  agency text NOT NULL,
  asked_by text NOT NULL,
  -- The sender's own case reference.
  reference text NOT NULL,
  touchpoint text NOT NULL,
  message_key uuid NOT NULL UNIQUE,
  message_id text NOT NULL,
  asked_at timestamptz NOT NULL,
  words text NOT NULL CHECK (words IN ('carry-on', 'carry-on-ring', 'could-not-check')),
  -- What was said beside the words, where more than words is said; names nobody.
  said jsonb NOT NULL,
  sources jsonb NOT NULL,
  -- Whether the pipeline has made a fact of it.
  taken boolean NOT NULL DEFAULT false,
  rung_at timestamptz,
  rung_by text
);
CREATE INDEX asked_by_agency ON checks.asked (agency, asked_at DESC);
CREATE INDEX asked_untaken ON checks.asked (asked_at) WHERE NOT taken;

-- Why whoever asked was told to ring: for the desk alone.
CREATE TABLE checks.cause (
  check_number text NOT NULL REFERENCES checks.asked,
  subject text NOT NULL,
  rule text NOT NULL,
  reference text NOT NULL,
  doubt boolean NOT NULL,
  PRIMARY KEY (check_number, subject, reference)
);

SELECT access.guard_closed('checks.asked');
SELECT access.grant_reader('checks.asked', 'SELECT', 'agency = (SELECT access.agency())');
SELECT access.grant_reader('checks.asked', 'INSERT',
  'agency = (SELECT access.agency()) AND asked_by = (SELECT access.actor()) AND NOT taken AND rung_at IS NULL');
SELECT access.grant_job('checks.asked', 'checker', 'SELECT, INSERT');
SELECT access.grant_job('checks.asked', 'pipeline', 'SELECT, UPDATE');
SELECT access.grant_job('checks.asked', 'rebuild', 'SELECT, UPDATE');

SELECT access.guard_subjects('checks.cause', 'subject', 'EVENT');
SELECT access.grant_reader('checks.cause', 'INSERT',
  'EXISTS (SELECT FROM checks.asked a WHERE a.check_number = cause.check_number
     AND a.asked_by = (SELECT access.actor()))');
SELECT access.grant_job('checks.cause', 'checker', 'INSERT');

-- What rules read is read to answer; nothing of it is written.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['identity.record', 'identity.details', 'identity.blocking', 'identity.link',
                           'identity.decision', 'identity.person', 'identity.anchor', 'identity.undecided',
                           'identity.withdrawn', 'identity.address', 'identity.spelling', 'identity.address_block',
                           'identity.place_decision', 'facts.fact', 'facts.participant'] LOOP
    PERFORM access.grant_job(t::regclass, 'checker', 'SELECT');
  END LOOP;
END $$;
