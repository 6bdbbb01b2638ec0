/**
 * Messages in: durable before they are acknowledged, read later, set aside when they cannot be.
 *
 * <p>{@link sightline.feeds.Intake} stores bytes and gives receipts; {@link sightline.feeds.Unread}
 * is the queue that the pipeline reads in its own transaction; {@link sightline.feeds.Quarantine}
 * keeps what could not be read, with the reasons; {@link sightline.feeds.Senders} holds who may
 * send; {@link sightline.feeds.FeedHealths} says how fresh and complete each sender is; {@link
 * sightline.feeds.Entries} takes what practitioners enter.
 *
 * <p>To this room a message is bytes and an envelope. A new kind needs nothing here.
 */
@ApplicationModule(allowedDependencies = {"database", "directory", "access", "audit"})
@NullMarked
package sightline.feeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
