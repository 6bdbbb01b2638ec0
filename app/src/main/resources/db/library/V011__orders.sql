-- What was decided of a review's place in the library, written in the transaction in which it was decided and carried out by
-- the library's job: at once, or, where the program ended in between, at its next start. The last one of a review stands.
CREATE TABLE library.shelf_order (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  review text NOT NULL REFERENCES library.draft,
  agency text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('put', 'take-down', 'withdraw', 'withhold')),
  reference text NOT NULL,
  -- Of a put, until it is done: exactly what is published, and from which minute on.
  text text,
  readable_from timestamptz,
  -- Of the others: why, and when that is looked at again.
  reason text,
  look_again date,
  -- Under which number the public counted it as withheld before there were orders, and counts it since.
  counted bigint,
  withheld bigint,
  at timestamptz NOT NULL,
  done_at timestamptz
);
CREATE INDEX shelf_order_of ON library.shelf_order (review, number);
CREATE INDEX shelf_order_open ON library.shelf_order (number) WHERE done_at IS NULL;
SELECT access.guard_closed('library.shelf_order');
SELECT access.grant_job('library.shelf_order', 'library', 'SELECT, UPDATE');
SELECT access.grant_reader('library.shelf_order', 'SELECT, INSERT',
  '(SELECT access.roles())::text[] && ARRAY[''review-author'', ''review-publisher'']
   AND (SELECT access.purpose()) = ''review'' AND agency = (SELECT access.agency())');

-- Since when anybody could read it, in any version. What was withdrawn before that minute nobody read: it has no tombstone.
ALTER TABLE library.review ADD COLUMN first_readable timestamptz;
