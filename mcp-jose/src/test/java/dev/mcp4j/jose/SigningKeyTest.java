/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CC2, D6: keys of every kind the JDK and JOSE know sign what others can check. */
class SigningKeyTest {
  private static final byte[] INPUT = "header.payload".getBytes(US_ASCII);
  private static final RSAKey RSA = rsa();

  private static RSAKey rsa() {
    try {
      return new RSAKeyGenerator(2048).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(JWK key) throws Exception {
    byte[] bytes =
        key instanceof ECKey ec
            ? ec.toPrivateKey().getEncoded()
            : key.toRSAKey().toPrivateKey().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(bytes)
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static JWK keyFor(SigningAlgorithm algorithm) throws Exception {
    return algorithm.isElliptic() ? new ECKeyGenerator(algorithm.curve()).generate() : RSA;
  }

  private static boolean isGood(JwtSigner signer, JWK key) throws Exception {
    JWSHeader header = new JWSHeader(JWSAlgorithm.parse(signer.algorithm().name()));
    Base64URL signature = Base64URL.encode(signer.sign(INPUT));
    return key instanceof ECKey ec
        ? new ECDSAVerifier(ec).verify(header, INPUT, signature)
        : new RSASSAVerifier(key.toRSAKey()).verify(header, INPUT, signature);
  }

  @ParameterizedTest
  @EnumSource
  void cc2KeyInPemSigns(SigningAlgorithm algorithm) throws Exception {
    JWK key = keyFor(algorithm);

    SigningKey signer = SigningKey.ofPem(algorithm, pem(key));

    assertThat(isGood(signer, key)).isTrue();
    assertThat(signer.keyId()).isNull();
    assertThat(signer.withKeyId("k1").keyId()).isEqualTo("k1");
  }

  @ParameterizedTest
  @EnumSource
  void cc2KeyInJsonSignsByItsCurveOrItsAlgorithm(SigningAlgorithm algorithm) throws Exception {
    JWK key =
        algorithm.isElliptic()
            ? new ECKeyGenerator(algorithm.curve()).keyID("k1").generate()
            : new RSAKey.Builder(RSA)
                .algorithm(JWSAlgorithm.parse(algorithm.name()))
                .keyID("k1")
                .build();

    SigningKey signer = SigningKey.ofJwk(key.toJSONString());

    assertThat(signer.algorithm()).isEqualTo(algorithm);
    assertThat(signer.keyId()).isEqualTo("k1");
    assertThat(isGood(signer, key)).isTrue();
    assertThat(signer).hasToString(algorithm + " key k1");
  }

  @ParameterizedTest
  @EnumSource
  void d6KeysAreMadeForEveryAlgorithm(SigningAlgorithm algorithm) throws Exception {
    DpopKey key = DpopKey.generate(algorithm);
    JWK published = JWK.parse(key.publicJwk());

    assertThat(published.isPrivate()).isFalse();
    assertThat(isGood(key, published)).isTrue();
    assertThat(key.toString()).isEqualTo(algorithm + " key");
  }

  @Test
  void d6PublicKeySaysNothingButTheKey() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("host-17").generate();

    DpopKey taken = DpopKey.ofJwk(key.toJSONString());

    assertThat(taken.publicJwk()).doesNotContain("host-17").doesNotContain("\"d\"");
    assertThat(isGood(taken, key)).isTrue();
  }

  @Test
  void keyOfAKeyStoreSigns() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKey.ofKeyStore(SigningAlgorithm.RS256, store, "a", new char[0]))
        .withMessage("there is no private key a");
  }

  @Test
  void keyOfAnotherKindIsRefusedWithoutShowingIt() throws Exception {
    String ec = pem(new ECKeyGenerator(Curve.P_384).generate());

    for (SigningAlgorithm algorithm :
        new SigningAlgorithm[] {SigningAlgorithm.RS256, SigningAlgorithm.ES256}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SigningKey.ofPem(algorithm, ec))
          .withMessage("the key cannot sign with " + algorithm)
          .withNoCause();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKey.of(SigningAlgorithm.ES256, RSA.toPrivateKey()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "key",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n====\n-----END PRIVATE KEY-----"
      })
  void textThatIsNoKeyIsRefused(String pem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKey.ofPem(SigningAlgorithm.ES256, pem))
        .withNoCause();
  }

  @Test
  void jsonThatIsNoPrivateKeyIsRefused() throws Exception {
    String secret = new OctetSequenceKeyGenerator(256).generate().toJSONString();
    String published = RSA.toPublicJWK().toJSONString();
    String odd =
        new RSAKey.Builder(RSA).algorithm(new JWSAlgorithm("HS256")).build().toJSONString();

    for (String text : new String[] {"{}", "key", secret, published, odd}) {
      assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.ofJwk(text));
    }
  }
}
