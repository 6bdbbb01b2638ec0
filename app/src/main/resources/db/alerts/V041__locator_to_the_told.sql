-- That another area may hold a register entry is for those who owe it, until two people have confirmed who it
-- is: neither the duty, nor who else was told of it, nor that it was once owed.
CREATE POLICY locator_to_the_told ON alerts.told AS RESTRICTIVE FOR SELECT TO sl_app
  USING (left(reference, 8) <> 'locator.' OR recipient = ANY ((SELECT access.addresses())::text[]));
CREATE POLICY locator_to_the_told ON alerts.duty AS RESTRICTIVE FOR SELECT TO sl_app
  USING (left(clock, 8) <> 'locator.' OR EXISTS (
    SELECT FROM alerts.told t WHERE t.subject = duty.subject AND t.reference = duty.key));
CREATE POLICY locator_to_the_told ON alerts.lapsed_duty AS RESTRICTIVE FOR SELECT TO sl_app
  USING (left(clock, 8) <> 'locator.' AND (SELECT access.context_open()));
