/**
 * Stories for tests: people, agencies and what they say, told in order, evaluated in memory by the
 * very rules and clocks of the system.
 */
@NullMarked
package sightline.core.story;

import org.jspecify.annotations.NullMarked;
