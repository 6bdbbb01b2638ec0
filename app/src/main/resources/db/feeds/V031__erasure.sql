-- A message that could not be read ends with the person whom it may be about.
SELECT access.grant_kind('feeds.concern', 'eraser', 'SELECT, DELETE');
