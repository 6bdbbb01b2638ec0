-- Nor what was decided of a review's place in the library and has not happened: what is not public yet must not be told by it.
CREATE POLICY library_to_the_told ON upkeep.duty AS RESTRICTIVE FOR SELECT TO sl_app
  USING (kind <> 'library-not-done' OR owed_by && (SELECT access.addresses()) OR told && (SELECT access.addresses()));
CREATE POLICY library_to_the_told ON upkeep.change AS RESTRICTIVE FOR SELECT TO sl_app
  USING (key NOT LIKE 'library-not-done|%' OR recipients && (SELECT access.addresses()));
