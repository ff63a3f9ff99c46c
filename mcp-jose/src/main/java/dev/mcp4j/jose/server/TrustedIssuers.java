/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jose.SigningAlgorithm;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.JsonSyntaxException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.auth.AccessToken;
import dev.mcp4j.server.auth.InvalidTokenException;
import java.io.IOException;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads signed tokens of issuers whose keys are known. The keys of one issuer are good for no
 * other.
 *
 * <p>RFC 7515; RFC 7519; RFC 8725.
 */
final class TrustedIssuers {
  private final Map<String, DefaultJWTProcessor<SecurityContext>> processors = new HashMap<>();

  /**
   * Makes it.
   *
   * @param keys the keys of each issuer
   * @param algorithms how a token may be signed
   * @param types what the header {@code typ} may be; null in it for no header
   */
  TrustedIssuers(
      Map<String, JwkSource> keys,
      Set<SigningAlgorithm> algorithms,
      DefaultJOSEObjectTypeVerifier<SecurityContext> types) {
    Set<JWSAlgorithm> allowed =
        algorithms.stream()
            .map(algorithm -> JWSAlgorithm.parse(algorithm.name()))
            .collect(Collectors.toSet());
    keys.forEach((issuer, source) -> processors.put(issuer, processor(allowed, source, types)));
  }

  private static DefaultJWTProcessor<SecurityContext> processor(
      Set<JWSAlgorithm> algorithms,
      JwkSource keys,
      DefaultJOSEObjectTypeVerifier<SecurityContext> types) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(types);
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys.source()));
    // Whoever asked for the token looks at what it says.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return processor;
  }

  static JOSEObjectType type(String name) {
    return new JOSEObjectType(name);
  }

  /**
   * Verifies a token and reads it.
   *
   * @throws InvalidTokenException if no trusted issuer signed it as it must be
   * @throws IOException if the keys of its issuer are out of reach
   */
  AccessToken read(String token) throws InvalidTokenException, IOException {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      String issuer = jwt.getJWTClaimsSet().getIssuer();
      DefaultJWTProcessor<SecurityContext> processor = processors.get(issuer);
      if (processor == null) {
        throw new InvalidTokenException("The token is of another issuer");
      }
      processor.process(jwt, null);
      AccessToken read = AccessToken.of(McpJson.read(JsonObject.class, jwt.getPayload().toBytes()));
      if (!read.issuer().equals(issuer)) {
        throw new InvalidTokenException("The token has a malformed iss");
      }
      return read;
    } catch (ParseException
        | IllegalArgumentException
        | JsonSyntaxException
        | JsonShapeException e) {
      throw new InvalidTokenException("The token is not a signed JWT");
    } catch (BadJOSEException e) {
      throw new InvalidTokenException("The token is not signed as this server asks");
    } catch (KeySourceException e) {
      if (e instanceof RateLimitReachedException
          || e.getCause() instanceof RateLimitReachedException) {
        throw new InvalidTokenException("The token is signed with an unknown key");
      }
      throw new IOException("the keys of an issuer are out of reach", e);
    } catch (JOSEException e) {
      throw new InvalidTokenException("The signature of the token cannot be checked");
    }
  }
}
