/**
 * From unread messages to everything that follows, in one transaction a batch.
 *
 * <p>{@link sightline.pipeline.Pipeline} takes what is unread and what time has made due, appends
 * facts, asks who they are about, works out what follows and records what changed. Whoever holds
 * the ledger's head runs it: that lock is the election and the fence, so any number of processes
 * may try. {@link sightline.pipeline.Occurrence} is what it says happened.
 */
@NullMarked
package sightline.pipeline;

import org.jspecify.annotations.NullMarked;
