-- The words that stand in a sixteenth of the sections of a review or more, and which of them stand side by side somewhere,
-- as one word with a space. A phrase of two such words is answered from here; of all others few sections are to be read.
CREATE TABLE library.beside (
  reference text NOT NULL REFERENCES library.review ON DELETE CASCADE,
  part integer NOT NULL,
  found tsvector NOT NULL,
  PRIMARY KEY (reference, part)
);
CREATE INDEX beside_found ON library.beside USING gin (found) WITH (fastupdate = off);
SELECT access.guard_shared('library.beside');
SELECT access.grant_job('library.beside', 'library', 'INSERT, UPDATE, DELETE');
SELECT access.grant_owner('library.beside', 'true');

-- In parts, as one vector holds a megabyte; a word of more than 40 bytes counts as rare.
CREATE FUNCTION library.beside_of(review text) RETURNS TABLE (part integer, found tsvector)
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$
  WITH often AS MATERIALIZED (
    SELECT w.word FROM library.section s, unnest(tsvector_to_array(s.found)) AS w (word)
     WHERE s.reference = review AND w.word <> review AND octet_length(w.word) <= 40
     GROUP BY w.word
    HAVING 16 * count(*) >= (SELECT count(*) FROM library.section t WHERE t.reference = review)),
  placed AS MATERIALIZED (
    SELECT s.number, o.word, p.place
      FROM library.section s, unnest(s.found) AS u (word, places, weights), unnest(u.places) AS p (place), often o
     WHERE s.reference = review AND o.word = u.word),
  words AS (
    SELECT o.word FROM often o
    UNION ALL
    SELECT DISTINCT a.word || ' ' || b.word
      FROM placed a JOIN placed b ON b.number = a.number AND b.place = a.place + 1),
  numbered AS (SELECT w.word, (row_number() OVER () / 10000)::integer AS part FROM words w)
  SELECT n.part, array_to_tsvector(array_agg(n.word)) FROM numbered n GROUP BY n.part
$$;
REVOKE ALL ON FUNCTION library.beside_of(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION library.beside_of(text) TO sl_job;

INSERT INTO library.beside (reference, part, found)
SELECT r.reference, b.part, b.found
  FROM (SELECT DISTINCT s.reference FROM library.section s) r, LATERAL library.beside_of(r.reference) b;

-- Which reviews have the words; those of a phrase side by side in one section. The plan never reads a table through, and is
-- made for what is asked: a list of reviews is looked up in, not gone through.
CREATE OR REPLACE FUNCTION library.with_words(asked tsquery) RETURNS TABLE (reference text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET enable_seqscan = off
SET plan_cache_mode = force_custom_plan
AS $$
DECLARE
  apart CONSTANT tsquery := regexp_replace(asked::text, '<([0-9]+|-)>', '&', 'g')::tsquery;
  phrase text[];
  pair tsquery;
  sure text[] := '{}';
  likely text[];
BEGIN
  PERFORM access.context_open();
  IF asked::text !~ '<([0-9]+|-)>' THEN
    RETURN QUERY SELECT w.reference FROM library.word w WHERE w.found @@ asked;
    RETURN;
  END IF;
  likely := ARRAY(SELECT w.reference FROM library.word w WHERE w.found @@ apart);
  IF asked::text ~ '^''[^''\\ ]+''( <-> ''[^''\\ ]+'')+$' THEN
    phrase := string_to_array(trim('''' FROM asked::text), ''' <-> ''');
    FOR i IN 2 .. cardinality(phrase) LOOP
      pair := quote_literal(phrase[i - 1] || ' ' || phrase[i])::tsquery;
      -- Both stand there often, and never side by side.
      likely := ARRAY(
        SELECT l.reference FROM unnest(likely) AS l (reference)
        EXCEPT ((SELECT b.reference FROM library.beside b WHERE b.found @@ quote_literal(phrase[i - 1])::tsquery
                 INTERSECT
                 SELECT b.reference FROM library.beside b WHERE b.found @@ quote_literal(phrase[i])::tsquery)
                EXCEPT
                SELECT b.reference FROM library.beside b WHERE b.found @@ pair));
    END LOOP;
    IF cardinality(phrase) = 2 THEN
      sure := ARRAY(SELECT b.reference FROM library.beside b WHERE b.found @@ pair);
      likely := ARRAY(SELECT unnest(likely) EXCEPT SELECT unnest(sure));
    END IF;
  END IF;
  RETURN QUERY SELECT unnest(sure);
  IF cardinality(likely) > 0 THEN
    -- The index knows without a look which sections have the words; places are looked at where they may decide.
    RETURN QUERY
      SELECT DISTINCT s.reference FROM library.section s
       WHERE s.found @@ apart
         AND CASE WHEN s.reference = ANY (likely) THEN ts_match_vq(s.found, asked) ELSE false END;
  END IF;
END $$;
