-- Which kinds of a record's facts a subject's evaluation looked at (128 marks, in two halves): a fact of another
-- kind changes nothing of it. Rows from before looked at everything.
ALTER TABLE alerts.depends_on_record
  ADD COLUMN low bigint NOT NULL DEFAULT -1,
  ADD COLUMN high bigint NOT NULL DEFAULT -1;

-- A hash of everything that was kept at the last evaluation: what is the same again is not written again.
ALTER TABLE alerts.subject ADD COLUMN digest text NOT NULL DEFAULT '';
