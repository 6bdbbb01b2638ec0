package sightline.api;

/** The one kind that never becomes a fact: a sender's word that it is complete. */
final class HeartbeatSchema {
    static final String KIND = "heartbeat";

    static final String JSON =
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "urn:sightline:kind:heartbeat:1",
              "title": "A message of kind heartbeat",
              "type": "object",
              "properties": {
                "sender": {"type": "string"},
                "id": {"type": "string", "minLength": 1, "maxLength": 128},
                "number": {"type": "integer", "minimum": 1},
                "sentAt": {"type": "string", "format": "date-time"},
                "kind": {"const": "heartbeat"},
                "body": {
                  "type": "object",
                  "properties": {
                    "completeUpTo": {
                      "type": "string", "format": "date-time",
                      "description": "everything recorded up to this time has been sent"
                    },
                    "lastNumber": {
                      "type": "integer", "minimum": 0,
                      "description": "the highest number given to a message so far"
                    },
                    "count": {
                      "type": "integer", "minimum": 0,
                      "description": "how many messages have been sent so far, heartbeats not counted"
                    }
                  },
                  "required": ["completeUpTo"]
                }
              },
              "required": ["sender", "id", "kind", "body"]
            }
            """;

    private HeartbeatSchema() {}
}
