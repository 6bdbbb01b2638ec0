-- The way to publication of one review: its text as it is being redacted, what was done about it, who released it.
-- The text, the sealed key and the canaries are sealed; entries are only added.
CREATE TABLE library.draft (
  review text PRIMARY KEY,
  agency text NOT NULL,
  begun date NOT NULL,
  ordered_on date,
  ordered_by text,
  order_reason text,
  -- The review as it would be published, and what must not be left in it; sealed.
  sealed_review bytea NOT NULL,
  sealed_canaries bytea NOT NULL,
  digest text NOT NULL,
  -- Under which number the public counts it while it is withheld.
  withheld bigint,
  changed_at timestamptz NOT NULL
);

CREATE TABLE library.release_entry (
  review text NOT NULL REFERENCES library.draft,
  number integer NOT NULL,
  agency text NOT NULL,
  kind text NOT NULL,
  by_user text NOT NULL,
  at timestamptz NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (review, number)
);

DO $$
DECLARE
  t text;
  reviewer text := '(SELECT access.roles())::text[] && ARRAY[''review-author'', ''review-publisher'']'
    ' AND (SELECT access.purpose()) = ''review'' AND agency = (SELECT access.agency())';
BEGIN
  FOREACH t IN ARRAY ARRAY['draft', 'release_entry'] LOOP
    PERFORM access.guard_closed(('library.' || t)::regclass);
  END LOOP;
  PERFORM access.grant_reader('library.draft', 'SELECT, INSERT, UPDATE', reviewer);
  PERFORM access.grant_reader('library.release_entry', 'SELECT', reviewer);
  -- What somebody did is entered by that person.
  PERFORM access.grant_reader('library.release_entry', 'INSERT', reviewer || ' AND by_user = (SELECT access.actor())');
END $$;
