-- Case reviews: who is named on one, whose part it asks for, and its entries. Rows are added, and nobody may
-- change or remove one.
CREATE TABLE reviews.review (
  review text PRIMARY KEY CHECK (review ~ '^REV-[0-9]{2}-[0-9]{3,}$'),
  opened_for text NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL
);

-- Who reads a whole review: an account, or AGENCY/ROLE.
CREATE TABLE reviews.named (
  review text NOT NULL REFERENCES reviews.review,
  who text NOT NULL,
  PRIMARY KEY (review, who)
);

-- Organisations that read what is recommended to them, and no more.
CREATE TABLE reviews.asked (
  review text NOT NULL REFERENCES reviews.review,
  organisation text NOT NULL,
  PRIMARY KEY (review, organisation)
);

CREATE TABLE reviews.entry (
  entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  review text NOT NULL REFERENCES reviews.review,
  kind text NOT NULL,
  -- Whose it is besides those who are named; empty where it is theirs alone.
  organisations text[] NOT NULL,
  made_by text NOT NULL,
  made_for text NOT NULL,
  at timestamptz NOT NULL,
  body jsonb NOT NULL
);
CREATE INDEX entry_of ON reviews.entry (review, entry_id);
CREATE SEQUENCE reviews.number;
GRANT USAGE ON SEQUENCE reviews.number TO sl_app;

-- Roles that answer for their organisation's part.
CREATE FUNCTION reviews.answers() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$
  SELECT access.roles() && ARRAY['social-work-manager', 'named-professional', 'protection-officer', 'safeguarding-lead',
                                 'probation-officer', 'conference-chair', 'auditor', 'review-author', 'review-publisher']
$$;
GRANT EXECUTE ON FUNCTION reviews.answers() TO sl_app;

SELECT access.guard_addressed('reviews.named', 'who');

-- The reviews on which the reader is named, by the reader's own rights.
CREATE FUNCTION reviews.mine() RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$ SELECT array_agg(DISTINCT review) FROM reviews.named $$;
GRANT EXECUTE ON FUNCTION reviews.mine() TO sl_app;

-- Those that the reader opened. Functions, because a policy on a table cannot lead back to that table.
CREATE FUNCTION reviews.opened_by_reader() RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$ SELECT array_agg(review) FROM reviews.review WHERE opened_by = access.actor() $$;
GRANT EXECUTE ON FUNCTION reviews.opened_by_reader() TO sl_app;

SELECT access.guard_closed('reviews.asked');
SELECT access.guard_closed('reviews.review');
SELECT access.guard_closed('reviews.entry');

SELECT access.grant_reader('reviews.asked', 'SELECT',
  '(organisation = ANY ((SELECT access.agencies())::text[]) AND (SELECT reviews.answers()))
   OR EXISTS (SELECT FROM reviews.named n WHERE n.review = asked.review)');
SELECT access.grant_reader('reviews.review', 'SELECT',
  'opened_by = (SELECT access.actor()) OR EXISTS (SELECT FROM reviews.named n WHERE n.review = review.review)
   OR EXISTS (SELECT FROM reviews.asked a WHERE a.review = review.review)');
SELECT access.grant_reader('reviews.entry', 'SELECT',
  'EXISTS (SELECT FROM reviews.named n WHERE n.review = entry.review)
   OR ((SELECT reviews.answers()) AND organisations && (SELECT access.agencies()))
   OR (kind = ''opened'' AND EXISTS (SELECT FROM reviews.asked a WHERE a.review = entry.review))');

SELECT access.grant_reader('reviews.review', 'INSERT',
  'opened_by = (SELECT access.actor()) AND opened_for = (SELECT access.agency())
   AND (SELECT access.roles()) && ARRAY[''review-author'', ''review-publisher'']');
SELECT access.grant_reader('reviews.named', 'INSERT',
  '(SELECT access.actor()) IS NOT NULL
   AND (review = ANY ((SELECT reviews.opened_by_reader())::text[])
        OR review = ANY ((SELECT reviews.mine())::text[]))');
SELECT access.grant_reader('reviews.asked', 'INSERT',
  'EXISTS (SELECT FROM reviews.named n WHERE n.review = asked.review)');
SELECT access.grant_reader('reviews.entry', 'INSERT',
  'made_by = (SELECT access.actor()) AND made_for = (SELECT access.agency())
   AND (EXISTS (SELECT FROM reviews.named n WHERE n.review = entry.review)
        OR ((SELECT reviews.answers()) AND organisations = ARRAY[made_for]
            AND EXISTS (SELECT FROM reviews.asked a WHERE a.review = entry.review AND a.organisation = entry.made_for)))');
SELECT access.grant_job('reviews.review', 'watch', 'SELECT');
SELECT access.grant_job('reviews.entry', 'watch', 'SELECT');
