-- A review's own copy of its chronology, part by part, as it was on its day. Those who are named on the review read it,
-- and nobody else; rows are added, and nobody may change or remove one.
CREATE TABLE reviews.chronology (
  review text NOT NULL REFERENCES reviews.review,
  copy int NOT NULL CHECK (copy > 0),
  number int NOT NULL CHECK (number > 0),
  body jsonb NOT NULL,
  PRIMARY KEY (review, copy, number)
);
SELECT access.guard_closed('reviews.chronology');
SELECT access.grant_reader('reviews.chronology', 'SELECT',
  'EXISTS (SELECT FROM reviews.named n WHERE n.review = chronology.review)');
SELECT access.grant_reader('reviews.chronology', 'INSERT',
  '(SELECT access.actor()) IS NOT NULL AND EXISTS (SELECT FROM reviews.named n WHERE n.review = chronology.review)');
