-- The review of pairs: addresses about which somebody should decide, and what people answered.

-- Pairs of addresses whose words alone do not say whether they are one place.
CREATE TABLE identity.undecided_place (
  first uuid NOT NULL,
  second uuid NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (first, second)
);
CREATE INDEX undecided_place_by_second ON identity.undecided_place (second);

-- Every answer that a person gave about two records or two addresses, for ever. "first" and "second" are keys
-- of either; an answer takes effect when it is applied, which may need a second person.
CREATE TABLE identity.answer (
  answer_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  first uuid NOT NULL,
  second uuid NOT NULL,
  places boolean NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('JOIN', 'NOT_THE_SAME', 'CANNOT_TELL', 'TAKE_BACK')),
  reason bytea NOT NULL,
  answered_by text NOT NULL,
  answered_at timestamptz NOT NULL,
  -- What a second person approves; none where one person is enough.
  approval bigint,
  applied_at timestamptz
);
CREATE INDEX answer_of_pair ON identity.answer (first, second);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['undecided_place', 'answer'] LOOP
    PERFORM access.guard_closed(('identity.' || t)::regclass);
    PERFORM access.grant_job(('identity.' || t)::regclass, 'pipeline', 'SELECT, INSERT, UPDATE, DELETE');
  END LOOP;
END $$;
SELECT access.grant_job('identity.undecided_place', 'rebuild', 'SELECT, INSERT, UPDATE, DELETE');
CREATE INDEX undecided_by_name ON identity.undecided (md5(first::text || second::text));
CREATE INDEX undecided_place_by_name ON identity.undecided_place (md5(first::text || second::text));
CREATE INDEX decision_by_name ON identity.decision (md5(first::text || second::text));
CREATE INDEX place_decision_by_name ON identity.place_decision (md5(first::text || second::text));
