/**
 * To whom a finding goes and what became of it, and the one place where everything that follows for
 * a subject is worked out.
 *
 * <p>{@link sightline.core.alerts.Derivation} turns a situation into what is {@link
 * sightline.core.alerts.Derived derived}: alerts (findings of one rule, subject and matter) and
 * duties. {@link sightline.core.alerts.Changes} compares that with what was known before and says
 * what happened: raised, grew, withdrawn, started, overdue, escalated, discharged, ended.
 */
@NullMarked
package sightline.core.alerts;

import org.jspecify.annotations.NullMarked;
