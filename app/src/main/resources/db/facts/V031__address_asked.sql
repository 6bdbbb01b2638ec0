-- That a keeper asks about an address may be read by the service that answers, whatever else is open to it.
CREATE POLICY address_asked ON facts.fact FOR SELECT TO sl_app
  USING (kind = 'address-asked' AND message_key = ANY ((SELECT access.asked_messages())::uuid[]));
