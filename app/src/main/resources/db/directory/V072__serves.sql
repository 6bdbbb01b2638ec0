-- The areas that an agency serves besides the one in which it is at home, in the order entered:
-- [{"area", "from", "until"}], each day where there is one.
ALTER TABLE directory.agency ADD COLUMN serves jsonb NOT NULL DEFAULT '[]';
