-- What anybody may read. Rows hold nothing about a person that is not public; they are written by a release or
-- an import alone, and the embargo is a column that the reader's query compares.
CREATE TABLE library.review (
  reference text PRIMARY KEY,
  readable_from timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_why text,
  kind text NOT NULL,
  year integer NOT NULL,
  ages text[] NOT NULL,
  themes text[] NOT NULL,
  agencies text[] NOT NULL,
  pages integer NOT NULL,
  -- The fields of the review without its text; nothing searches in it.
  body jsonb NOT NULL,
  -- Title, keywords, summary, learning and recommendations, by weight: what ranks.
  head tsvector NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE INDEX review_by_day ON library.review (readable_from);

-- Each word of the review, once: what finds. Apart, so that a search does not carry it along.
CREATE TABLE library.word (
  reference text PRIMARY KEY REFERENCES library.review ON DELETE CASCADE,
  found tsvector NOT NULL
);
CREATE INDEX word_found ON library.word USING gin (found);

CREATE TABLE library.section (
  reference text NOT NULL REFERENCES library.review ON DELETE CASCADE,
  number integer NOT NULL,
  page integer NOT NULL,
  heading text NOT NULL,
  text text NOT NULL,
  found tsvector NOT NULL,
  PRIMARY KEY (reference, number)
);

CREATE TABLE library.recommendation (
  reference text NOT NULL REFERENCES library.review ON DELETE CASCADE,
  number integer NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (reference, number)
);
-- The words of recommendations: a word that few of them have weighs more.
CREATE TABLE library.term (
  lexeme text NOT NULL,
  reference text NOT NULL,
  number integer NOT NULL,
  PRIMARY KEY (lexeme, reference, number),
  FOREIGN KEY (reference, number) REFERENCES library.recommendation ON DELETE CASCADE
);
CREATE INDEX term_of ON library.term (reference, number);

-- The report as a PDF, made anew of the published text.
CREATE TABLE library.document (
  reference text PRIMARY KEY REFERENCES library.review ON DELETE CASCADE,
  bytes bytea NOT NULL,
  pages integer NOT NULL,
  made_at timestamptz NOT NULL
);
ALTER TABLE library.document ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- How far recommendations have come, as of a day; a day's row stays.
CREATE TABLE library.progress (
  reference text NOT NULL REFERENCES library.review ON DELETE CASCADE,
  on_day date NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (reference, on_day)
);

-- Reviews that nobody may read for now: counted, with a reason, and nothing that could find them.
CREATE TABLE library.withheld (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reason text NOT NULL,
  decided_on date NOT NULL,
  look_again date NOT NULL,
  ended_on date
);

-- Which files an import brought in, by what they hold.
CREATE TABLE library.imported (
  digest text PRIMARY KEY,
  reference text NOT NULL,
  imported_at timestamptz NOT NULL
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['review', 'word', 'section', 'recommendation', 'term', 'document', 'progress', 'withheld', 'imported'] LOOP
    PERFORM access.guard_shared(('library.' || t)::regclass);
    PERFORM access.grant_job(('library.' || t)::regclass, 'library', 'INSERT, UPDATE, DELETE');
  END LOOP;
END $$;
