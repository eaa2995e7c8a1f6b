package dev.rampart.server.config;

import dev.rampart.domain.network.Network;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of networks. */
final class Networks {

    private Networks() {}

    static List<Network> read(Environment environment, String name) {
        List<Network> networks = new ArrayList<>();
        for (String text : environment.list(name)) {
            Network.parse(text)
                    .ifPresentOrElse(
                            networks::add,
                            () -> environment.problem("%s has something that is not a network such as 10.0.0.0/8: %s"
                                    .formatted(name, text)));
        }
        return networks;
    }
}
