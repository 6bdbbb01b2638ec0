-- Which health service is asked about an address is for that service, and for who is told that it is late:
-- neither the duty, nor who was told of it, nor that it was once owed.
CREATE POLICY health_address_to_the_told ON alerts.told AS RESTRICTIVE FOR SELECT TO sl_app
  USING (left(reference, 15) <> 'health-address.' OR recipient = ANY ((SELECT access.addresses())::text[]));
CREATE POLICY health_address_to_the_told ON alerts.duty AS RESTRICTIVE FOR SELECT TO sl_app
  USING (left(clock, 15) <> 'health-address.' OR EXISTS (
    SELECT FROM alerts.told t WHERE t.subject = duty.subject AND t.reference = duty.key));
CREATE POLICY health_address_to_the_told ON alerts.lapsed_duty AS RESTRICTIVE FOR SELECT TO sl_app
  USING (left(clock, 15) <> 'health-address.' AND (SELECT access.context_open()));
