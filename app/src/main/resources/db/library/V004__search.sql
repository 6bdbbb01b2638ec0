-- Row security lets no full-text condition use an index: the operator might tell of rows that may not be read. What is
-- searched here is asked by functions of the owner, who see the words alone and only while a context is open.
SELECT access.grant_owner('library.word', 'true');
SELECT access.grant_owner('library.section', 'true');

-- A section knows its review as a word (capitals stand in no other), so that one index finds the sections of a review.
UPDATE library.section SET found = found || array_to_tsvector(ARRAY[reference]);
-- No list of what is still to be entered: a search would read it through.
CREATE INDEX section_found ON library.section USING gin (found) WITH (fastupdate = off);
ALTER INDEX library.word_found SET (fastupdate = off);
SELECT gin_clean_pending_list('library.word_found');

-- Which reviews have the words; those of a phrase side by side in one section. The plan never reads a table through: its
-- rows are short, and the words that hang on each are very long.
CREATE FUNCTION library.with_words(asked tsquery) RETURNS TABLE (reference text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET enable_seqscan = off
AS $$
DECLARE
  beside CONSTANT text := '<([0-9]+|-)>';
  apart CONSTANT tsquery := regexp_replace(asked::text, beside, '&', 'g')::tsquery;
BEGIN
  PERFORM access.context_open();
  IF asked::text !~ beside THEN
    RETURN QUERY SELECT w.reference FROM library.word w WHERE w.found @@ asked;
  ELSE
    RETURN QUERY SELECT w.reference FROM library.word w WHERE w.found @@ apart
                 INTERSECT SELECT s.reference FROM library.section s WHERE s.found @@ asked;
  END IF;
END $$;

-- Of each review the first section that has all the words, or else any of them.
CREATE FUNCTION library.sections_with(asked tsquery, any_of tsquery, reviews text[])
RETURNS TABLE (reference text, number integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET enable_seqscan = off
AS $$
BEGIN
  PERFORM access.context_open();
  RETURN QUERY
    SELECT r.name,
           coalesce(
             (SELECT min(s.number) FROM library.section s WHERE s.found @@ (asked && r.word)),
             (SELECT min(s.number) FROM library.section s WHERE s.found @@ (any_of && r.word)))
      FROM (SELECT n AS name, quote_literal(n)::tsquery AS word FROM unnest(reviews) AS u (n)) r;
END $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['with_words(tsquery)', 'sections_with(tsquery, tsquery, text[])'] LOOP
    EXECUTE 'REVOKE ALL ON FUNCTION library.' || f || ' FROM PUBLIC';
    EXECUTE 'GRANT EXECUTE ON FUNCTION library.' || f || ' TO sl_job';
  END LOOP;
END $$;
