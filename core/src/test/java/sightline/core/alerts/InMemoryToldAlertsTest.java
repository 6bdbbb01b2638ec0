package sightline.core.alerts;

import sightline.core.directory.ContactRoute.Channel;
import sightline.core.facts.SystemBody.AlertSeen;
import sightline.core.facts.SystemBody.DeliveryChannel;

import java.time.Instant;
import java.util.UUID;

final class InMemoryToldAlertsTest extends ToldAlertsContract {
    private final InMemoryToldAlerts all = new InMemoryToldAlerts();

    @Override
    protected ToldAlerts told() {
        return all;
    }

    @Override
    protected Deliveries deliveries() {
        return all;
    }

    @Override
    protected void sees(UUID telling, AlertSeen.Step step, String by, Instant at) {
        all.see(telling, step, DeliveryChannel.WORK_LIST, by, at);
    }

    @Override
    protected void ended(UUID telling, Channel channel, boolean sent) {
        all.ended(telling, channel, sent);
    }
}
