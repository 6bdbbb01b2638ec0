-- When keyed hashes of what names somebody were last of use: they end, and those of rows, which say whether a
-- row is in, stay. Of what is there already nothing tells the two apart: it stays as it is until it is of use again.
ALTER TABLE register.imported ADD COLUMN named_at timestamptz;
CREATE INDEX imported_named ON register.imported (named_at) WHERE named_at IS NOT NULL;
