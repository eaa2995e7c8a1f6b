package dev.rampart.outbound.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.network.Address;
import dev.rampart.domain.network.Network;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRulesTest {

    private static final AddressRules PUBLIC_ONLY = new AddressRules(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
            })
    void keepsAwayFromSpecialIpv4(String address) {
        assertThat(PUBLIC_ONLY.mayReach(address(address))).isFalse();
        assertThat(PUBLIC_ONLY.mayReach(address("::ffff:" + address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "::7f00:1",
                "::10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::8.8.8.8",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "::ffff:0:127.0.0.1",
            })
    void keepsAwayFromSpecialIpv6(String address) {
        assertThat(PUBLIC_ONLY.mayReach(address(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "2001:4860:4860::8888",
                "::ffff:8.8.8.8",
            })
    void reachesWhatIsOnTheInternet(String address) {
        assertThat(PUBLIC_ONLY.mayReach(address(address))).isTrue();
    }

    @Test
    void reachesWhatTheOperatorAllowsAndNothingBeside() {
        AddressRules rules = new AddressRules(List.of(
                Network.parse("10.7.0.0/16").orElseThrow(),
                Network.parse("fd00:7::/32").orElseThrow()));

        assertThat(rules.mayReach(address("10.7.9.9"))).isTrue();
        assertThat(rules.mayReach(address("fd00:7::9"))).isTrue();
        assertThat(rules.mayReach(address("10.8.0.1"))).isFalse();
        assertThat(rules.mayReach(address("fd00:8::1"))).isFalse();
    }

    private static Address address(String text) {
        return new Address(InetAddress.ofLiteral(text));
    }
}
