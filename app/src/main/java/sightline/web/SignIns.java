package sightline.web;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

import sightline.access.Accounts;
import sightline.access.UserId;
import sightline.audit.Entry;
import sightline.audit.Event;
import sightline.audit.Recording;
import sightline.core.kernel.Sensitive;
import sightline.database.JobName;

import java.util.List;

/**
 * Signs in by name and password. The principal is the user's id alone: what the account may do is
 * asked at each request.
 */
final class SignIns implements AuthenticationProvider {
    private final Accounts accounts;
    private final Recording recording;

    SignIns(Accounts accounts, Recording recording) {
        this.accounts = accounts;
        this.recording = recording;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var password = typed.getCredentials() == null ? "" : typed.getCredentials().toString();
        var account = accounts.signIn(typed.getName(), Sensitive.of(password));
        if (account.isEmpty()) {
            recording.write(JobName.ACCOUNTS, Entry.of(Event.SIGN_IN_FAILED, "/sign-in"));
            throw new BadCredentialsException("name and password do not fit together");
        }
        UserId user = account.get().id();
        recording.write(JobName.ACCOUNTS, Entry.of(Event.SIGN_IN, user.value()));
        return UsernamePasswordAuthenticationToken.authenticated(user, null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
