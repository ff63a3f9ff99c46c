/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A private key in memory. Immutable. */
public final class SigningKey extends AbstractSigner {
  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN PRIVATE KEY-----(?<body>[A-Za-z0-9+/=\\s]+)-----END PRIVATE"
              + " KEY-----\\s*");

  private final PrivateKey key;

  private SigningKey(SigningAlgorithm algorithm, PrivateKey key, @Nullable String keyId) {
    super(algorithm, key, keyId);
    this.key = key;
  }

  /**
   * Takes a key of the JDK.
   *
   * @param algorithm how it is to sign
   * @param key the key
   * @return the key
   * @throws IllegalArgumentException if the key cannot sign with the algorithm
   */
  public static SigningKey of(SigningAlgorithm algorithm, PrivateKey key) {
    return new SigningKey(algorithm, key, null);
  }

  /**
   * Takes a key from its PEM text.
   *
   * @param algorithm how it is to sign
   * @param pem a PKCS #8 key that is not encrypted, from {@code -----BEGIN PRIVATE KEY-----} on
   * @return the key
   * @throws IllegalArgumentException if it is no such key, or cannot sign with the algorithm
   */
  public static SigningKey ofPem(SigningAlgorithm algorithm, String pem) {
    Matcher matcher = PEM.matcher(pem);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected a PKCS #8 key in PEM that is not encrypted");
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(matcher.group("body"));
      KeyFactory keys = KeyFactory.getInstance(algorithm.isElliptic() ? "EC" : "RSA");
      return of(algorithm, keys.generatePrivate(new PKCS8EncodedKeySpec(bytes)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // The cause may show parts of the key.
      throw new IllegalArgumentException("the key cannot sign with " + algorithm);
    }
  }

  /**
   * Takes a key from its JSON text.
   *
   * @param jwk a JWK with its private parts; its {@code kid} is sent with signatures. For an
   *     elliptic curve the algorithm follows from the curve, for RSA it is the one of {@code alg},
   *     or {@code PS256}
   * @return the key
   * @throws IllegalArgumentException if it is no private key for one of the algorithms
   */
  public static SigningKey ofJwk(String jwk) {
    var parsed = Jwks.privateKey(jwk);
    return new SigningKey(Jwks.algorithmOf(parsed), Jwks.privateKeyOf(parsed), parsed.getKeyID());
  }

  /**
   * Takes a key from a key store.
   *
   * @param algorithm how it is to sign
   * @param store the key store, loaded
   * @param alias the name of the key there
   * @param password what protects the key there
   * @return the key
   * @throws IllegalArgumentException if there is no such key, or it cannot sign with the algorithm
   */
  public static SigningKey ofKeyStore(
      SigningAlgorithm algorithm, KeyStore store, String alias, char[] password) {
    try {
      Key key = store.getKey(alias, password);
      if (key instanceof PrivateKey signing) {
        return of(algorithm, signing);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key " + alias + " cannot be read", e);
    }
    throw new IllegalArgumentException("there is no private key " + alias);
  }

  /**
   * Makes a copy with a name.
   *
   * @param keyId the value of {@code kid}, as the other side knows it
   * @return the copy
   */
  public SigningKey withKeyId(String keyId) {
    return new SigningKey(algorithm(), key, keyId);
  }
}
