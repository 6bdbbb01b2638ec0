/**
 * People under a duty to notify, wherever they move: who comes under which {@link
 * sightline.core.register.RegisterPack}, for how long, what they must tell by when, what they have
 * told, who answers for them, and where an entry stands.
 *
 * <p>{@link sightline.core.register.Registrations} is one pure function of a pack and a {@link
 * sightline.core.register.RegisteredLife}; nothing of it is kept. Packs are data; the law of one
 * says nothing about another.
 */
@NullMarked
package sightline.core.register;

import org.jspecify.annotations.NullMarked;
