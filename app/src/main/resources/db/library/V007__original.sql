-- The report as it was deposited, to be read beside what is published of it; sealed like the rest of the draft.
ALTER TABLE library.draft ADD COLUMN sealed_original bytea;
