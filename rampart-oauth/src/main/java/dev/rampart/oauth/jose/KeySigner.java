package dev.rampart.oauth.jose;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import dev.rampart.domain.key.SigningKey;
import dev.rampart.domain.key.TokenSigner;
import dev.rampart.domain.shared.OrgId;
import java.util.Set;

/** Our signer, as Nimbus asks for one. */
record KeySigner(TokenSigner signer, OrgId org, SigningKey key) implements JWSSigner {

    @Override
    public Base64URL sign(JWSHeader header, byte[] input) {
        return Base64URL.encode(signer.sign(org, key, input));
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.parse(key.algorithm().name()));
    }

    /** Of no consequence: it is the signer that chooses its provider. */
    @Override
    public JCAContext getJCAContext() {
        return new JCAContext();
    }
}
