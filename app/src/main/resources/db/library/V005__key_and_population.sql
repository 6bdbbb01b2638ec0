-- Who is called what in a review: sealed, and opened by the two people alone who are named when it is sealed. A key is
-- only added; the newest counts.
CREATE TABLE library.pseudonym_key (
  review text NOT NULL REFERENCES library.draft,
  at timestamptz NOT NULL,
  agency text NOT NULL,
  keeper_one text NOT NULL,
  keeper_two text NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (review, at),
  CHECK (keeper_one <> keeper_two)
);
SELECT access.guard_closed('library.pseudonym_key');
DO $$
DECLARE
  reviewer text := '(SELECT access.roles())::text[] && ARRAY[''review-author'', ''review-publisher'']'
    ' AND (SELECT access.purpose()) = ''review'' AND agency = (SELECT access.agency())';
BEGIN
  PERFORM access.grant_reader('library.pseudonym_key', 'INSERT', reviewer);
  PERFORM access.grant_reader('library.pseudonym_key', 'SELECT',
    reviewer || ' AND (SELECT access.actor()) IN (keeper_one, keeper_two)');
END $$;

-- How many children the published estimates count: by area (empty for the nation), ages from and to, year.
CREATE TABLE library.population (
  area text NOT NULL,
  age_from integer NOT NULL CHECK (age_from BETWEEN 0 AND 17),
  age_to integer NOT NULL CHECK (age_to BETWEEN age_from AND 17),
  year integer NOT NULL,
  children bigint NOT NULL CHECK (children >= 0),
  source text NOT NULL,
  mark text NOT NULL,
  PRIMARY KEY (area, year, age_from)
);
SELECT access.guard_shared('library.population');
SELECT access.grant_job('library.population', 'library', 'INSERT, UPDATE, DELETE');
