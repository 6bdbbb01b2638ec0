package sightline.core.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a yes or no of a body that says the other way round what its kind says: a message that leaves
 * it out means what its kind says, so that a plan starts and a marker is set. What is kept always
 * writes it; whatever was kept before without it means no.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface TrueWhenLeftOut {}
