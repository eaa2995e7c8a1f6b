package dev.rampart.outbound.http;

import dev.rampart.domain.network.Address;
import dev.rampart.domain.outbound.Outbound.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** How to get to a target: which of its addresses may be called, and how its server proves its name. */
record Route(Resolver resolver, AddressRules rules, SSLSocketFactory tls) {

    /** Of one name. Who has more of them is not looked at. */
    static final int ADDRESSES_MAX = 16;

    /** Looks the name up, once, and judges all that it leads to: one bad address spoils the others. */
    List<InetAddress> addresses(Target target) throws IOException {
        List<Address> addresses = lookUp(target);
        if (addresses.isEmpty()) {
            throw new UnreachedException(Reason.UNKNOWN_HOST);
        }
        if (addresses.size() > ADDRESSES_MAX || !addresses.stream().allMatch(rules::mayReach)) {
            throw new UnreachedException(Reason.FORBIDDEN_ADDRESS);
        }
        boolean isOurs = addresses.stream().allMatch(rules::isAllowed);
        if (!isOurs && !(target.secure() && target.hasOpenPort())) {
            throw new UnreachedException(Reason.UNSUITABLE_URI);
        }
        return addresses.stream().map(Address::value).toList();
    }

    private List<Address> lookUp(Target target) throws UnreachedException {
        if (target.literal().isPresent()) {
            return List.of(target.literal().get());
        }
        try {
            return resolver.addresses(target.host()).stream().map(Address::new).toList();
        } catch (UnknownHostException e) {
            throw new UnreachedException(Reason.UNKNOWN_HOST);
        }
    }

    /** Talks TLS over a connection: the name is asked for, and must stand in the certificate (RFC 9110 §4.3.4). */
    Socket secured(Socket connection, Target target) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(connection, target.host(), target.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        if (target.literal().isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(target.host())));
        }
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
        } catch (SSLException e) {
            throw new UnreachedException(Reason.UNTRUSTED);
        }
        return socket;
    }
}
