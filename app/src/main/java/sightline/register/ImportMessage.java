package sightline.register;

import java.nio.charset.StandardCharsets;

/**
 * One message of a row, as it will be sent.
 *
 * @param id a keyed hash of what it says: the same words have the same id in whatever file
 */
record ImportMessage(String id, String json) {
    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ImportMessage[" + id + "]";
    }
}
