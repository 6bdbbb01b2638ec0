-- A pair that was joined without a person is found by its name, as those that wait or were decided are; what was
-- answered about a pair, too.
CREATE INDEX link_by_name ON identity.link (md5(first::text || second::text)) WHERE joins;
CREATE INDEX answer_by_name ON identity.answer (md5(first::text || second::text));

-- Whether the two records were one person's when the answer was given; not known of earlier answers, nor of addresses.
ALTER TABLE identity.answer ADD COLUMN were_one boolean;
