-- Whose offer of a registered person or of a supervision counts for nothing is for whoever offered, and for who
-- is told that it is late: neither the duty, nor who was told of it, nor that it was once owed.
CREATE POLICY unheld_to_the_told ON alerts.told AS RESTRICTIVE FOR SELECT TO sl_app
  USING (split_part(reference, '|', 1) NOT IN ('register.unheld', 'supervision.unheld')
    OR recipient = ANY ((SELECT access.addresses())::text[]));
CREATE POLICY unheld_to_the_told ON alerts.duty AS RESTRICTIVE FOR SELECT TO sl_app
  USING (clock NOT IN ('register.unheld', 'supervision.unheld') OR EXISTS (
    SELECT FROM alerts.told t WHERE t.subject = duty.subject AND t.reference = duty.key));
CREATE POLICY unheld_to_the_told ON alerts.lapsed_duty AS RESTRICTIVE FOR SELECT TO sl_app
  USING (clock NOT IN ('register.unheld', 'supervision.unheld') AND (SELECT access.context_open()));
