/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** E8 to E10: what an authorization server asks of the assertion of an identity provider. */
class IdJagValidatorTest {
  private static final String AS = "https://id.t.example/";

  private final IdJagValidator validator = builder().build();

  private static IdJagValidator.Builder builder() {
    return IdJagValidator.builder(AS)
        .trust(ProtectedServer.SSO, ProtectedServer.keys(Keys.OF_SSO))
        .trust("https://other.example.com", ProtectedServer.keys(Keys.EC))
        .resource(Jwt.RESOURCE)
        .clock(ProtectedServer.CLOCK);
  }

  private static Jwt assertion() {
    return new Jwt()
        .header("typ", "oauth-id-jag+jwt")
        .header("alg", "ES256")
        .header("kid", "sso-1")
        .claim("iss", ProtectedServer.SSO)
        .claim("sub", "u-81")
        .claim("aud", AS)
        .claim("resource", Jwt.RESOURCE)
        .claim("client_id", "app-7")
        .claim("scope", "notes.read notes.write")
        .claim("jti", "j-1")
        .claim("iat", Jwt.NOW)
        .claim("exp", Jwt.NOW + 300);
  }

  private static String signed(UnaryOperator<Jwt> change) {
    return change.apply(assertion()).signed(Keys.OF_SSO);
  }

  @Test
  void e8AssertionInOrderSaysWhoMayUseWhat() throws Exception {
    IdJag jag = validator.validate(signed(UnaryOperator.identity()), "app-7");

    assertThat(jag.issuer()).isEqualTo(ProtectedServer.SSO);
    assertThat(jag.subject()).isEqualTo("u-81");
    assertThat(jag.clientId()).isEqualTo("app-7");
    assertThat(jag)
        .hasToString(
            "IdJag of u-81 from https://sso.example.com for app-7 at https://mcp.example.com/mcp");
  }

  private static Arguments refused(String what, UnaryOperator<Jwt> change) {
    return Arguments.of(what, (Supplier<String>) () -> signed(change));
  }

  private static Arguments forged(String what, Supplier<String> assertion) {
    return Arguments.of(what, assertion);
  }

  static Stream<Arguments> e8WhatIsNotInOrderIsRefused() {
    return Stream.of(
        forged("alg none", () -> assertion().header("alg", "none").with("")),
        forged("HMAC", () -> assertion().header("alg", "HS256").hmac(new byte[32])),
        forged("another key", () -> assertion().signed(Keys.THIEF)),
        forged("key of another provider", () -> assertion().header("kid", "ec-1").signed(Keys.EC)),
        forged("no JWT", () -> "assertion"),
        refused("type JWT", jwt -> jwt.header("typ", "JWT")),
        refused("type of an access token", jwt -> jwt.header("typ", "at+jwt")),
        refused("no type", jwt -> jwt.header("typ", null)),
        refused("unknown issuer", jwt -> jwt.claim("iss", "https://evil.example.com")),
        refused("no issuer", jwt -> jwt.claim("iss", null)),
        refused("no subject", jwt -> jwt.claim("sub", null)),
        refused("audience without its slash", jwt -> jwt.claim("aud", "https://id.t.example")),
        refused("two audiences", jwt -> jwt.claim("aud", List.of(AS, "https://b.example.com"))),
        refused("no audience", jwt -> jwt.claim("aud", null)),
        refused("another client", jwt -> jwt.claim("client_id", "app-8")),
        refused("no client", jwt -> jwt.claim("client_id", null)),
        refused("client as azp", jwt -> jwt.claim("client_id", null).claim("azp", "app-7")),
        refused("unknown resource", jwt -> jwt.claim("resource", "https://b.example.com/mcp")),
        refused("resource in an object", jwt -> jwt.claim("resource", Map.of("a", "b"))),
        refused("no resource", jwt -> jwt.claim("resource", null)),
        refused("expired", jwt -> jwt.claim("iat", Jwt.NOW - 400).claim("exp", Jwt.NOW - 31)),
        refused("no end", jwt -> jwt.claim("exp", null)),
        refused("from the future", jwt -> jwt.claim("iat", Jwt.NOW + 31)),
        refused("no iat", jwt -> jwt.claim("iat", null)),
        refused("iat out of range", jwt -> jwt.claim("iat", 1e300)),
        refused("no jti", jwt -> jwt.claim("jti", null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void e8WhatIsNotInOrderIsRefused(String what, Supplier<String> assertion) {
    assertThatExceptionOfType(InvalidGrantException.class)
        .isThrownBy(() -> validator.validate(assertion.get(), "app-7"))
        .withMessageStartingWith("The assertion ");
  }

  @Test
  void e9AssertionIsUsedOnce() throws Exception {
    String assertion = signed(UnaryOperator.identity());
    validator.validate(assertion, "app-7");

    assertThatExceptionOfType(InvalidGrantException.class)
        .isThrownBy(() -> validator.validate(assertion, "app-7"))
        .withMessage("The assertion was used before");
  }

  @Test
  void e9RefusedAssertionIsNotUsedUp() throws Exception {
    String assertion = signed(UnaryOperator.identity());
    assertThatExceptionOfType(InvalidGrantException.class)
        .isThrownBy(() -> validator.validate(assertion, "app-8"));

    assertThat(validator.validate(assertion, "app-7").subject()).isEqualTo("u-81");
  }

  @Test
  void e9AssertionThatLivesTooLongIsRefused() {
    assertThatExceptionOfType(InvalidGrantException.class)
        .isThrownBy(
            () -> validator.validate(signed(jwt -> jwt.claim("exp", Jwt.NOW + 601)), "app-7"))
        .withMessageContaining("lives too long");
  }

  @Test
  void e10TokenMayAllowNoMoreThanWhatIsAssertedAndRequested() throws Exception {
    IdJag jag = validator.validate(signed(UnaryOperator.identity()), "app-7");

    assertThat(jag.resource()).isEqualTo(Jwt.RESOURCE);
    assertThat(jag.granted(Set.of("notes.read", "notes.admin"))).containsExactly("notes.read");
    assertThat(jag.granted(Set.of())).containsExactlyInAnyOrder("notes.read", "notes.write");
    assertThat(jag.granted(Set.of("other"))).isEmpty();
  }

  @Test
  void e10AssertionWithoutScopesGrantsNone() throws Exception {
    IdJag jag = validator.validate(signed(jwt -> jwt.claim("scope", null)), "app-7");

    assertThat(jag.granted(Set.of("notes.read"))).isEmpty();
  }

  @Test
  void validatorTrustsSomebodyForSomething() {
    assertThatIllegalStateException().isThrownBy(() -> IdJagValidator.builder(AS).build());
  }
}
