-- The versions of a published review as the public is told of them: from which minute on, how much of it, how many children could be
-- meant, how many passages were left out. Counts, and nothing of a text.
ALTER TABLE library.shelf_order ADD COLUMN edition jsonb;

CREATE TABLE library.edition (
  reference text NOT NULL REFERENCES library.review,
  readable_from timestamptz NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (reference, readable_from)
);
SELECT access.guard_shared('library.edition');
SELECT access.grant_job('library.edition', 'library', 'INSERT, UPDATE, DELETE');
