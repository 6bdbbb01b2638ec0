-- The first rows of a file that would go in, by their numbers: what a keeper looks at before confirming.
ALTER TABLE register.import ADD COLUMN first_ready integer[] NOT NULL DEFAULT '{}';
