-- The postcode areas, districts and sectors that lie in an area, so that whoever answers for a home is
-- found by where it lies and not by who wrote it down.
ALTER TABLE directory.area ADD COLUMN postcodes text[] NOT NULL DEFAULT '{}';
