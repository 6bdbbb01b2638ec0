/**
 * What people do with a case: assessments, whose questions are data and whose answers are facts,
 * what is laid before a strategy discussion, and what the census asks of the dates of a case.
 *
 * <p>{@link sightline.core.casework.QuestionSets} reads the question sets; {@link
 * sightline.core.casework.Assessment} says who must be asked what, which answers count and what is
 * missing, {@link sightline.core.casework.RecordedAnswers} what is recorded already. {@link
 * sightline.core.casework.StrategyPack} lays out what is recorded around a child, as far as its
 * reader may see it; {@link sightline.core.casework.CensusChecks} says which dates of a {@link
 * sightline.core.casework.CaseCourse} do not go together. All are pure and block nothing.
 */
@NullMarked
package sightline.core.casework;

import org.jspecify.annotations.NullMarked;
