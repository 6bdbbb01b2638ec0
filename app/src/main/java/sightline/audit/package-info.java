/**
 * The tamper-evident journal: who read or did what, of whom, when and why, written before anything
 * is revealed.
 *
 * <p>{@link sightline.audit.Journal} writes an entry in the transaction that reads; {@link
 * sightline.audit.JournalFilter} lets no page leave without one; {@link sightline.audit.Sequencer}
 * puts entries into a hash tree (RFC 6962) and signs it; {@link sightline.audit.AuditVerify} checks
 * an export of it without the database.
 *
 * <p>{@link sightline.audit.Proposals} keeps what one person proposes and another decides, and says
 * what became of each attempt.
 *
 * <p>To record something new, add an {@link sightline.audit.Event}.
 */
@ApplicationModule(allowedDependencies = {"database", "access"})
@NullMarked
package sightline.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
