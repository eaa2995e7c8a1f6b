package dev.rampart.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.settings.PasswordPolicy;
import dev.rampart.domain.shared.Secret;
import dev.rampart.domain.user.PasswordRules.Mistake;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordRulesTest {

    private static final PasswordPolicy OWN =
            new PasswordPolicy(Optional.of(8), Optional.of(64), List.of("acme", "anvil"));

    @Test
    void wantFifteenCharactersUnlessSomethingElseIsChosen() {
        assertThat(mistake(PasswordPolicy.NONE, "a".repeat(14))).contains(Mistake.TOO_SHORT);
        assertThat(mistake(PasswordPolicy.NONE, "a".repeat(15))).isEmpty();
        assertThat(mistake(OWN, "a".repeat(7))).contains(Mistake.TOO_SHORT);
        assertThat(mistake(OWN, "a".repeat(8))).isEmpty();
    }

    @Test
    void takeNoMoreThanIsChosen() {
        assertThat(mistake(PasswordPolicy.NONE, "a".repeat(256))).isEmpty();
        assertThat(mistake(PasswordPolicy.NONE, "a".repeat(257))).contains(Mistake.TOO_LONG);
        assertThat(mistake(OWN, "a".repeat(65))).contains(Mistake.TOO_LONG);
    }

    @Test
    void countWhatPeopleSeeAsOneCharacterOnce() {
        assertThat(mistake(OWN, "😀".repeat(7))).contains(Mistake.TOO_SHORT);
        assertThat(mistake(OWN, "😀".repeat(8))).isEmpty();
    }

    @Test
    void findTheOwnWordsInWhicheverCase() {
        assertThat(mistake(OWN, "we love ACME dearly")).contains(Mistake.BLOCKED_WORD);
        assertThat(mistake(OWN, "an Anvil falls down")).contains(Mistake.BLOCKED_WORD);
        assertThat(mistake(OWN, "something else falls")).isEmpty();
    }

    private static Optional<Mistake> mistake(PasswordPolicy policy, String password) {
        return new PasswordRules(policy).mistake(Secret.of(password));
    }
}
