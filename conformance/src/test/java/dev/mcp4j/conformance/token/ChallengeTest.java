/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.conformance.wire.HttpHead;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {
  private static List<Challenge> read(String... values) {
    List<Header> headers =
        Stream.of(values).map(value -> new Header("www-authenticate", value)).toList();
    return Challenge.of(new HttpHead(401, headers));
  }

  @Test
  void severalChallengesOfSeveralSchemesAreRead() {
    List<Challenge> challenges =
        read(
            "Negotiate abc==, Bearer realm=\"a, b\" , scope=\"x y\", error=invalid_token",
            "DPoP algs=\"ES256\"");

    assertThat(challenges).extracting(Challenge::scheme).contains("Negotiate", "Bearer", "DPoP");
    Challenge bearer =
        challenges.stream().filter(c -> c.scheme().equals("Bearer")).findFirst().get();
    assertThat(bearer.param("realm")).contains("a, b");
    assertThat(bearer.param("error")).contains("invalid_token");
    assertThat(bearer.scopes()).containsExactlyInAnyOrder("x", "y");
  }

  @Test
  void spellingDoesNotMatter() {
    List<Challenge> challenges = read("bearer SCOPE = \"a\\\"b\" ,Resource_Metadata=\"http://a\"");

    assertThat(challenges).hasSize(1);
    assertThat(challenges.get(0).param("scope")).contains("a\"b");
    assertThat(challenges.get(0).param("resource_metadata")).contains("http://a");
  }

  @Test
  void onlySomeAskForTokens() {
    HttpHead head =
        new HttpHead(401, List.of(new Header("WWW-Authenticate", "Basic realm=\"a\", Bearer")));

    assertThat(Challenge.forTokens(head)).extracting(Challenge::scheme).containsExactly("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",,", "=", "\"", "Bearer scope=\"", "Bearer =,=", "a=b"})
  void nonsenseIsPassedOver(String text) {
    assertThat(read(text)).allSatisfy(challenge -> assertThat(challenge.scopes()).isEmpty());
  }
}
