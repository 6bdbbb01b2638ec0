package sightline.identity;

import sightline.core.kernel.PartialDate;
import sightline.core.kernel.SourceRecord;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps records of core as JSON, and what is personal in it sealed (AES-256-GCM): a stolen database
 * tells no name, date of birth or address.
 */
final class SealedJson {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(
                                            PartialDate.class, new Written<>(PartialDate::text))
                                    .addDeserializer(
                                            PartialDate.class, new Read<>(PartialDate::parse))
                                    .addSerializer(
                                            SourceRecord.class, new Written<>(SourceRecord::text))
                                    .addDeserializer(
                                            SourceRecord.class, new Read<>(SourceRecord::parse)))
                    .build();

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    SealedJson(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The value as plain JSON: for what is not personal. */
    static String plain(Record value) {
        return JSON.writeValueAsString(value);
    }

    /** Reads {@link #plain}. */
    static <T> T plain(Class<T> type, String json) {
        return JSON.readValue(json, type);
    }

    byte[] seal(Record value) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] json = JSON.writeValueAsBytes(value);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, json, 0, json.length);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    <T> T open(Class<T> type, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] json =
                run(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        return JSON.readValue(json, type);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, int from, int length) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, from, length);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "What identity keeps cannot be opened.\n"
                            + "Is this the master key it was written with?",
                    broken);
        }
    }

    private static final class Written<T> extends ValueSerializer<T> {
        private final Function<T, String> text;

        Written(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator to, SerializationContext context) {
            to.writeString(text.apply(value));
        }
    }

    private static final class Read<T> extends ValueDeserializer<T> {
        private final Function<String, T> parse;

        Read(Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser from, DeserializationContext context) {
            return parse.apply(from.getString());
        }
    }
}
