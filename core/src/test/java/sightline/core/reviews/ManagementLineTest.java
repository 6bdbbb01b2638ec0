package sightline.core.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.Agency;
import sightline.core.directory.AgencyType;
import sightline.core.directory.Area;
import sightline.core.directory.Directory;
import sightline.core.directory.DirectoryBuilder;
import sightline.core.directory.Post;
import sightline.core.directory.Role;
import sightline.core.kernel.AgencyId;
import sightline.core.kernel.AreaId;
import sightline.core.kernel.Nation;
import sightline.core.kernel.PostId;

import java.util.List;
import java.util.Set;

final class ManagementLineTest {
    private static final AgencyId COUNCIL = new AgencyId("westmarsh-council");
    private static final Role DIRECTOR = new Role("director");
    private static final Role MANAGER = new Role("service-manager");
    private static final Role AUDITOR = new Role("auditor");
    private static final Role WORKER = new Role("social-worker");

    private static Post post(Role role) {
        return Post.of(new PostId(role.slug()), COUNCIL, role.title(), role);
    }

    private static Directory directory(Post... posts) {
        AreaId area = new AreaId("westmarsh");
        var builder =
                new DirectoryBuilder()
                        .add(new Area(area, "Westmarsh", Nation.ENGLAND))
                        .add(new Agency(COUNCIL, "Council", AgencyType.OTHER, area));
        List.of(posts).forEach(builder::add);
        return builder.build();
    }

    private static By auditor(Directory directory) {
        List<Post> held = List.of(directory.post(new PostId("auditor")).orElseThrow());
        return new By("sam", COUNCIL, Set.of(AUDITOR), ManagementLine.of(directory, COUNCIL, held));
    }

    @Test
    void anAuditorTwoLevelsUnderTheOwnerStandsInLineWithIt() {
        Directory directory =
                directory(
                        post(DIRECTOR),
                        post(MANAGER).withManager(new PostId("director")),
                        post(AUDITOR).withManager(new PostId("service-manager")),
                        post(WORKER));
        assertThat(auditor(directory).auditsBeside(MANAGER)).isFalse();
        assertThat(auditor(directory).auditsBeside(DIRECTOR)).isFalse();
        assertThat(auditor(directory).auditsBeside(WORKER)).isTrue();
    }

    @Test
    void anAuditorWhoManagesTheOwnerOverTwoLevelsStandsInLineWithItToo() {
        Directory directory =
                directory(
                        post(AUDITOR),
                        post(MANAGER).withManager(new PostId("auditor")),
                        post(WORKER).withManager(new PostId("service-manager")),
                        post(DIRECTOR));
        assertThat(auditor(directory).auditsBeside(WORKER)).isFalse();
        assertThat(auditor(directory).auditsBeside(DIRECTOR)).isTrue();
    }

    @Test
    void aLineThatLeadsBackToItselfEnds() {
        Directory directory =
                directory(
                        post(AUDITOR).withManager(new PostId("director")),
                        post(DIRECTOR).withManager(new PostId("auditor")),
                        post(WORKER));
        assertThat(auditor(directory).auditsBeside(DIRECTOR)).isFalse();
        assertThat(auditor(directory).auditsBeside(WORKER)).isTrue();
    }
}
