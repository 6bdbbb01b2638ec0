-- How many of those who were due a batch took up at the most, of each sort: the program chooses it by what waits,
-- so that it can be derived again only where it is written down. Every batch before took up to a hundred.
ALTER TABLE facts.batch ADD COLUMN due smallint NOT NULL DEFAULT 100 CHECK (due BETWEEN 0 AND 1000);
ALTER TABLE facts.batch ALTER COLUMN due SET DEFAULT 0;
