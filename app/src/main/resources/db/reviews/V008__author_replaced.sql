-- Who wrote a review and is replaced reads it no more. Whoever is named on it says so, or whoever takes all of it on; a post
-- (AGENCY/ROLE) stays.
SELECT access.grant_owner('reviews.named', 'current_user = ''sl_owner''');
SELECT access.grant_owner('reviews.owes', 'current_user = ''sl_owner''');
CREATE FUNCTION reviews.unname(of_review text, person text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
  PERFORM access.context_open();
  IF access.kind() = 'reader' AND position('/' IN person) = 0
     AND (EXISTS (SELECT FROM reviews.named n WHERE n.review = of_review AND n.who = ANY (access.addresses()))
          OR EXISTS (SELECT FROM reviews.owes o
                      WHERE o.review = of_review AND o.organisation = '' AND o.must AND o.who = ANY (access.addresses()))) THEN
    DELETE FROM reviews.named n WHERE n.review = of_review AND n.who = person;
  END IF;
END $$;
REVOKE ALL ON FUNCTION reviews.unname(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reviews.unname(text, text) TO sl_app;
