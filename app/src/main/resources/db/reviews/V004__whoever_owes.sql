-- Who owes what of a review, or was told that it is late, as last worked out: an address (AGENCY/ROLE) and what it
-- opens. Recommendation 0 is the organisation's own report; without an organisation it is the whole review.
CREATE TABLE reviews.owes (
  review text NOT NULL REFERENCES reviews.review,
  who text NOT NULL,
  organisation text NOT NULL,
  recommendation integer NOT NULL,
  PRIMARY KEY (review, who, organisation, recommendation)
);
SELECT access.guard_addressed('reviews.owes', 'who');
SELECT access.grant_job('reviews.owes', 'watch', 'SELECT, INSERT, DELETE');

-- The recommendation that an entry is or is about.
ALTER TABLE reviews.entry ADD COLUMN recommendation integer GENERATED ALWAYS AS (
  CASE kind WHEN 'recommendation-made' THEN (body ->> 'number')::integer
            ELSE (body ->> 'recommendation')::integer END) STORED;

SELECT access.grant_reader('reviews.review', 'SELECT',
  'EXISTS (SELECT FROM reviews.owes o WHERE o.review = review.review)');
SELECT access.grant_reader('reviews.entry', 'SELECT',
  'EXISTS (SELECT FROM reviews.owes o WHERE o.review = entry.review
             AND (entry.kind = ''opened'' OR o.organisation = ''''
                  OR (o.recommendation = 0 AND entry.kind = ''report-asked''
                      AND entry.body -> ''of'' ->> ''value'' = o.organisation)
                  OR (o.recommendation = entry.recommendation AND o.organisation = ANY (entry.organisations))))');
SELECT access.grant_reader('reviews.entry', 'INSERT',
  'made_by = (SELECT access.actor()) AND made_for = (SELECT access.agency())
   AND EXISTS (SELECT FROM reviews.owes o WHERE o.review = entry.review
                  AND (o.organisation = ''''
                       OR (o.recommendation = entry.recommendation AND entry.organisations = ARRAY[o.organisation]
                           AND (o.organisation = entry.made_for
                                OR kind IN (''letter-sent'', ''letter-answered'', ''chased'')))))');
-- What a measure was in a month is the system's to say.
CREATE POLICY measured_by_nobody ON reviews.entry AS RESTRICTIVE FOR INSERT TO sl_app
  WITH CHECK ((SELECT access.actor()) IS NULL OR kind <> 'measured');
