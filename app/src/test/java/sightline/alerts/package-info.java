/** Tests of what is kept of alerts, and of their delivery. */
@NullMarked
package sightline.alerts;

import org.jspecify.annotations.NullMarked;
