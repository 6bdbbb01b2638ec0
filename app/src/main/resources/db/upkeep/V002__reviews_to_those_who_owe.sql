-- That an area has a case review, and what of it is late, is for whoever owes it or was told, not for every reader.
CREATE POLICY review_to_the_told ON upkeep.duty AS RESTRICTIVE FOR SELECT TO sl_app
  USING (kind <> 'review-overdue' OR owed_by && (SELECT access.addresses()) OR told && (SELECT access.addresses()));
CREATE POLICY review_to_the_told ON upkeep.change AS RESTRICTIVE FOR SELECT TO sl_app
  USING (key NOT LIKE 'review-overdue|%' OR recipients && (SELECT access.addresses()));
