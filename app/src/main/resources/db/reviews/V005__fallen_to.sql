-- Whether somebody must do it, or was only told that it is late.
ALTER TABLE reviews.owes ADD COLUMN must boolean NOT NULL DEFAULT false;
CREATE INDEX owes_by_whom ON reviews.owes (who);

-- What reviews.owes was written from last, so that nothing is written while nothing changes.
CREATE TABLE reviews.let_in (
  only_one boolean PRIMARY KEY CHECK (only_one),
  digest text NOT NULL
);
INSERT INTO reviews.let_in (only_one, digest) VALUES (true, '');
SELECT access.guard_closed('reviews.let_in');
SELECT access.grant_job('reviews.let_in', 'watch', 'SELECT, UPDATE');

-- Whoever owes a part, by their post or because it fell to them, answers it: for its organisation, never that they saw it
-- done. Whoever was only told reads.
DO $$
DECLARE before text;
BEGIN
  SELECT policyname INTO STRICT before FROM pg_policies
   WHERE schemaname = 'reviews' AND tablename = 'entry' AND cmd = 'INSERT' AND with_check LIKE '%owes o%';
  EXECUTE format('DROP POLICY %I ON reviews.entry', before);
END $$;
SELECT access.grant_reader('reviews.entry', 'INSERT',
  'made_by = (SELECT access.actor()) AND made_for = (SELECT access.agency())
   AND EXISTS (SELECT FROM reviews.owes o WHERE o.review = entry.review AND o.must
                  AND (o.organisation = ''''
                       OR (o.recommendation = 0 AND entry.kind = ''report-received''
                           AND entry.body -> ''of'' ->> ''value'' = o.organisation)
                       OR (o.recommendation > 0 AND o.recommendation = entry.recommendation
                           AND entry.organisations = ARRAY[o.organisation]
                           AND entry.kind IN (''answered'', ''action-agreed'', ''started'', ''evidence-attached'', ''said-done'',
                                              ''dissented'', ''bound'', ''seen-slipping'', ''reopened'',
                                              ''letter-sent'', ''letter-answered'', ''chased''))))');

-- An agency that has the work of a closed one answers for that one's part.
SELECT access.grant_reader('reviews.entry', 'INSERT',
  'made_by = (SELECT access.actor()) AND made_for = (SELECT access.agency()) AND (SELECT reviews.answers())
   AND cardinality(organisations) = 1 AND organisations <@ (SELECT access.agencies())::text[]
   AND EXISTS (SELECT FROM reviews.asked a WHERE a.review = entry.review AND a.organisation = ANY (entry.organisations))');

-- To whom all of a review fell takes it on: names who joins, and asks organisations.
SELECT access.grant_reader('reviews.named', 'INSERT',
  'EXISTS (SELECT FROM reviews.owes o WHERE o.review = named.review AND o.organisation = '''' AND o.must)');
SELECT access.grant_reader('reviews.asked', 'INSERT',
  'EXISTS (SELECT FROM reviews.owes o WHERE o.review = asked.review AND o.organisation = '''' AND o.must)');

-- Nobody adds in another's name; and no organisation sees its own work done, but for a post that only audits.
CREATE POLICY by_whoever_adds_it ON reviews.entry AS RESTRICTIVE FOR INSERT TO sl_app
  WITH CHECK (body -> 'by' ->> 'person' = (SELECT access.actor()) AND body -> 'by' -> 'agency' ->> 'value' = (SELECT access.agency()));
CREATE POLICY seen_by_somebody_else ON reviews.entry AS RESTRICTIVE FOR INSERT TO sl_app
  WITH CHECK (kind NOT IN ('verified', 'found-effective')
              OR NOT organisations && (SELECT access.agencies())::text[]
              OR 'auditor' = ANY ((SELECT access.roles())::text[])
              OR (SELECT access.addresses())::text[]
                 && ARRAY[made_for || '/auditor', made_for || '/audit', made_for || '/quality-assurance']);
