/** Made-up people, households, agencies and their recording errors, with the truth known. */
@NullMarked
package sightline.population;

import org.jspecify.annotations.NullMarked;
