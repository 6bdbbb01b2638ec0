-- What an agency is asked may be read by whoever answers there, whatever else of the person is open to them.
CREATE POLICY asked ON facts.fact FOR SELECT TO sl_app
  USING (kind = 'information-request' AND message_key = ANY ((SELECT access.asked_messages())::uuid[]));
