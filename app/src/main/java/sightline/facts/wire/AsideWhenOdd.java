package sightline.facts.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On what a message says besides: where it cannot be read, it alone is set aside and the sender is
 * told, and the rest of the message is heard. Never on what decides who may read the message, which
 * message it replaces, or whom it is about.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface AsideWhenOdd {}
