-- By which model a review was made: a filter of the search.
ALTER TABLE library.review ADD COLUMN model text NOT NULL DEFAULT '';
CREATE POLICY told_its_model ON library.review TO sl_owner USING (true) WITH CHECK (true);
UPDATE library.review SET model = btrim(body ->> 'model') WHERE btrim(coalesce(body ->> 'model', '')) <> '';
DROP POLICY told_its_model ON library.review;
