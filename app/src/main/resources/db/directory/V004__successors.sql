-- An area's own holidays, by day; and who has the work of an agency that closed, or of an area that is part of another.
ALTER TABLE directory.area
  ADD COLUMN holidays jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN merged_into text,
  ADD COLUMN merged_from date,
  ADD CONSTRAINT area_merged_check CHECK ((merged_into IS NULL) = (merged_from IS NULL));
ALTER TABLE directory.agency ADD COLUMN successor text;
