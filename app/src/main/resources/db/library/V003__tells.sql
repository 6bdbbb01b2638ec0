-- Of which review a published one tells: numbers, and no name. Each night its progress is told from its entries.
CREATE TABLE library.tells (
  reference text PRIMARY KEY REFERENCES library.review ON DELETE CASCADE,
  review text NOT NULL
);
SELECT access.guard_closed('library.tells');
SELECT access.grant_job('library.tells', 'library', 'SELECT, INSERT, UPDATE, DELETE');
SELECT access.grant_job('reviews.entry', 'library', 'SELECT');
