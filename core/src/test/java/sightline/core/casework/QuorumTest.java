package sightline.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sightline.core.directory.AgencyType;

import java.util.List;

final class QuorumTest {
    @Test
    void countsTwoOtherAgenciesThatCameAndNoOtherSocialCare() {
        assertThat(Quorum.of(List.of())).isFalse();
        assertThat(Quorum.of(List.of(AgencyType.POLICE))).isFalse();
        assertThat(Quorum.of(List.of(AgencyType.POLICE, AgencyType.CHILDRENS_SOCIAL_CARE)))
                .isFalse();
        assertThat(Quorum.of(List.of(AgencyType.POLICE, AgencyType.SCHOOL))).isTrue();
        assertThat(Quorum.of(List.of(AgencyType.SCHOOL, AgencyType.SCHOOL))).isTrue();
    }
}
