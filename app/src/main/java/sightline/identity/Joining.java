package sightline.identity;

import sightline.core.identity.HeldTogether.Joint;

import java.util.List;

/**
 * Two records that are one person's, and by whom.
 *
 * @param pair names the two in the address of a page; says nothing of either
 * @param by the accounts that decided it; empty where nobody did, or it is not known who
 */
public record Joining(String pair, Joint joint, List<String> by) {
    public Joining {
        by = List.copyOf(by);
    }
}
