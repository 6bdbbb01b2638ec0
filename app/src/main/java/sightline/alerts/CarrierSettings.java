package sightline.alerts;

import org.springframework.core.env.Environment;

import sightline.core.directory.ContactRoute.Channel;
import sightline.core.kernel.Sensitive;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which ways out an installation has: {@code sightline.mail.*}, {@code sightline.text.*}, and
 * always the call of an agency's system. What it has not, an attempt says so and the next way is
 * taken.
 */
final class CarrierSettings {
    private static final Duration WAIT = Duration.ofSeconds(8);

    private final Environment environment;

    CarrierSettings(Environment environment) {
        this.environment = environment;
    }

    Map<Channel, Carrier> carriers(CallbackKey key) {
        Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
        carriers.put(Channel.CALLBACK, HttpCarrier.callback(key, WAIT));
        text("sightline.mail.host").ifPresent(host -> carriers.put(Channel.EMAIL, mail(host)));
        text("sightline.text.url")
                .ifPresent(url ->
                        carriers.put(
                                Channel.SMS,
                                HttpCarrier.text(
                                        URI.create(url),
                                        Sensitive.of(text("sightline.text.key").orElse("")),
                                        WAIT)));
        return carriers;
    }

    private EmailCarrier mail(String host) {
        return new EmailCarrier(
                new EmailCarrier.Server(
                        host,
                        text("sightline.mail.port").map(Integer::parseInt).orElse(587),
                        text("sightline.mail.from").orElse("sightline@localhost"),
                        text("sightline.mail.user"),
                        text("sightline.mail.password").map(Sensitive::of),
                        text("sightline.mail.encrypted").map(Boolean::parseBoolean).orElse(true),
                        WAIT),
                text("sightline.address").orElse("http://localhost:8080"));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(t -> !t.isBlank());
    }
}
