-- A file whose rows were ended by an erasure is another edition: whoever was reading it begins anew.
ALTER TABLE register.import ADD COLUMN edition integer NOT NULL DEFAULT 0;
