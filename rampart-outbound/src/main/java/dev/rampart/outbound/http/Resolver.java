package dev.rampart.outbound.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Says which addresses a name has. Asked once for each call. */
@FunctionalInterface
interface Resolver {

    /** The one of this machine. */
    Resolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    List<InetAddress> addresses(String name) throws UnknownHostException;
}
