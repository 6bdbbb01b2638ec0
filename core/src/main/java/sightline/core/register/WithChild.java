package sightline.core.register;

import sightline.core.facts.Fact;
import sightline.core.kernel.Certainty;

import java.time.LocalDate;

/**
 * That somebody began to live, or stayed over a night, in a household with a child: twelve hours,
 * as far as days tell (2012 Regulations). A visit within one day is none.
 *
 * @param day the day from which it is so
 * @param fact what of it was known last
 * @param sure how sure it is that both were there
 */
public record WithChild(LocalDate day, Fact fact, Certainty sure) {}
