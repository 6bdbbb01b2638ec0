-- What pages need of alerts and duties.

-- A recipient opens and acknowledges what was addressed to them.
SELECT access.grant_reader('alerts.told', 'UPDATE', 'recipient = ANY ((SELECT access.addresses())::text[])');

-- Whoever may read a child's events may know who else was told.
SELECT access.grant_reader('alerts.told', 'SELECT',
  'subject = ANY ((SELECT access.readable_subjects(''EVENT''))::text[])');

-- An address of a page names an alert or a duty; whom it is about is asked before a context is opened.
SELECT access.grant_job('alerts.alert', 'resolver', 'SELECT');
SELECT access.grant_job('alerts.duty', 'resolver', 'SELECT');
CREATE INDEX duty_by_hash ON alerts.duty (md5(key));
