-- A report that came after people had pseudonyms, until whoever keeps the key has put these in; and the names of everybody
-- who has one, which must not be left whatever else somebody lists. Both sealed.
ALTER TABLE library.draft ADD COLUMN sealed_waiting bytea;
ALTER TABLE library.draft ADD COLUMN sealed_named bytea;
