package sightline.alerts;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import sightline.core.kernel.Sensitive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * Sends an e-mail that carries a reference and the address of the sign-in page, and nothing else.
 */
final class EmailCarrier implements Carrier {
    private final Server server;
    private final String pages;

    /**
     * A mail server.
     *
     * @param host its name
     * @param from the mailbox from which it is sent
     * @param user with its password, where the server asks for one
     * @param encrypted whether it must offer STARTTLS
     * @param patience how long it may take to answer
     */
    record Server(
            String host,
            int port,
            String from,
            Optional<String> user,
            Optional<Sensitive<String>> password,
            boolean encrypted,
            Duration patience) {}

    /** Sends through a server; {@code pages} is the address under which people sign in. */
    EmailCarrier(Server server, String pages) {
        this.server = server;
        this.pages = pages;
    }

    @Override
    public Outcome carry(Parcel parcel) {
        try {
            Transport.send(message(parcel));
            return Outcome.SENT;
        } catch (AddressException wrong) {
            return Outcome.REFUSED;
        } catch (SendFailedException refused) {
            return refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0
                    ? Outcome.REFUSED
                    : Outcome.FAILED;
        } catch (MessagingException failed) {
            return Outcome.FAILED;
        }
    }

    private MimeMessage message(Parcel parcel) throws MessagingException {
        MimeMessage message = new MimeMessage(session());
        message.setFrom(new InternetAddress(server.from()));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(parcel.address().value(), true));
        message.setSubject(
                "Sightline: %s (%s)"
                        .formatted(
                                parcel.urgent()
                                        ? "something needs you now"
                                        : "something waits for you",
                                parcel.reference()),
                StandardCharsets.UTF_8.name());
        message.setHeader("Sightline-Delivery", parcel.delivery().toString());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(words(parcel), StandardCharsets.UTF_8.name());
        message.saveChanges();
        // The same delivery is the same message, however often it is sent.
        message.setHeader("Message-ID", "<" + parcel.delivery() + "@sightline>");
        return message;
    }

    private String words(Parcel parcel) {
        return """
        Reference: %s

        Sign in to read it: %s/work

        This message says nothing of whom or what it is about, and nobody reads replies to it.
        """
                .formatted(parcel.reference(), pages);
    }

    private Session session() {
        Properties settings = new Properties();
        String patience = String.valueOf(server.patience().toMillis());
        settings.setProperty("mail.smtp.host", server.host());
        settings.setProperty("mail.smtp.port", String.valueOf(server.port()));
        settings.setProperty("mail.smtp.connectiontimeout", patience);
        settings.setProperty("mail.smtp.timeout", patience);
        settings.setProperty("mail.smtp.writetimeout", patience);
        settings.setProperty("mail.smtp.starttls.enable", "true");
        settings.setProperty("mail.smtp.starttls.required", String.valueOf(server.encrypted()));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.auth", String.valueOf(server.user().isPresent()));
        return server.user()
                .map(user -> Session.getInstance(settings, signIn(user)))
                .orElseGet(() -> Session.getInstance(settings));
    }

    private Authenticator signIn(String user) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        user, server.password().map(Sensitive::value).orElse(""));
            }
        };
    }
}
