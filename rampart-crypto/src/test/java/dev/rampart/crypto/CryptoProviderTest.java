package dev.rampart.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class CryptoProviderTest {

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void isNativeWhereTheLibraryIsThere() throws Exception {
        CryptoProvider fastest = CryptoProvider.fastest();

        assertThat(fastest.isNative()).isTrue();
        assertThat(fastest.signature("SHA256withRSA").getProvider().getName())
                .isEqualTo("AmazonCorrettoCryptoProvider");
        assertThat(fastest).hasToString("AmazonCorrettoCryptoProvider");
    }

    @Test
    void isChosenOnceHoweverManyAsk() {
        CryptoProvider.lookAhead();

        assertThat(CryptoProvider.fastest()).isSameAs(CryptoProvider.fastest());
    }

    @Test
    void isNeverInstalledForTheWholeJvm() {
        CryptoProvider.fastest();

        assertThat(Arrays.stream(Security.getProviders()).map(provider -> provider.getName()))
                .doesNotContain("AmazonCorrettoCryptoProvider");
    }

    @Test
    void takesThePlatformsProvidersWhenTold() throws Exception {
        CryptoProvider platform = CryptoProvider.platform();

        assertThat(platform.isNative()).isFalse();
        assertThat(platform.keyFactory("RSA").getProvider().getName()).isEqualTo("SunRsaSign");
        assertThat(platform).hasToString("platform");
    }
}
