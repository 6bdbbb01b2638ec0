-- The messages that whoever sent them corrected or took back, those as well that are still to come: messages need
-- not come in the order in which they were sent.
CREATE TABLE facts.withdrawn (
  message_key uuid PRIMARY KEY
);
SELECT access.guard_closed('facts.withdrawn');
SELECT access.grant_job('facts.withdrawn', 'pipeline', 'SELECT, INSERT');
