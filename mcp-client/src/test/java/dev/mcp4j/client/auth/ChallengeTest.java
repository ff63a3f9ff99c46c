/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  private static final String TOKEN = "abcXYZ019!#$%&'*+-.^_`|~";

  @Test
  void a1SeveralSchemesOfOneHeaderAreRead() {
    List<Challenge> challenges =
        Challenge.parse(
            "Basic realm=\"a, b\", DPoP algs=\"ES256\",error=use_dpop_nonce , Bearer "
                + "scope=\"x y\", Resource_Metadata = \"https://h/\\\"q\\\"\"");

    assertThat(challenges).extracting(Challenge::scheme).containsExactly("Basic", "DPoP", "Bearer");
    assertThat(challenges.get(0).get("realm")).isEqualTo("a, b");
    assertThat(challenges.get(1).get("error")).isEqualTo("use_dpop_nonce");
    assertThat(challenges.get(2).get("scope")).isEqualTo("x y");
    assertThat(challenges.get(2).get("resource_metadata")).isEqualTo("https://h/\"q\"");
    assertThat(challenges.get(2).hasScheme("bearer")).isTrue();
  }

  @Test
  void a1SeveralHeadersAreRead() {
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of("www-authenticate", List.of("Bearer scope=a", "DPoP")), (name, value) -> true);

    assertThat(Challenge.of(headers))
        .containsExactly(
            new Challenge("Bearer", Map.of("scope", "a")), new Challenge("DPoP", Map.of()));
  }

  @Test
  void a1TokenInsteadOfParametersIsNoParameter() {
    assertThat(Challenge.parse("Negotiate a87421000492aa874209af8bc028==, Bearer scope=a"))
        .containsExactly(
            new Challenge("Negotiate", Map.of()), new Challenge("Bearer", Map.of("scope", "a")));
  }

  @Test
  void a1FirstOfTwoValuesCounts() {
    assertThat(Challenge.parse("Bearer scope=a, SCOPE=b").get(0).get("scope")).isEqualTo("a");
  }

  @Property(tries = 200)
  void a1WhatIsWrittenIsRead(@ForAll("challenges") List<Challenge> challenges) {
    StringBuilder header = new StringBuilder();
    for (Challenge challenge : challenges) {
      header.append(header.isEmpty() ? "" : ", ").append(challenge.scheme());
      String separator = " ";
      for (Map.Entry<String, String> parameter : challenge.parameters().entrySet()) {
        String quoted = parameter.getValue().replace("\\", "\\\\").replace("\"", "\\\"");
        header.append(separator).append(parameter.getKey()).append("=\"").append(quoted);
        header.append('"');
        separator = ", ";
      }
    }

    assertThat(Challenge.parse(header.toString())).isEqualTo(challenges);
  }

  @Property(tries = 200)
  void a1NoTextMakesTheReaderFail(@ForAll("garbage") String text) {
    assertThat(Challenge.parse(text)).hasSizeLessThanOrEqualTo(text.length());
  }

  @Provide
  Arbitrary<List<Challenge>> challenges() {
    Arbitrary<String> tokens = Arbitraries.strings().withChars(TOKEN).ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> values = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12);
    Arbitrary<Challenge> one =
        tokens.flatMap(
            scheme ->
                Arbitraries.maps(tokens.map(name -> name.toLowerCase(Locale.ROOT)), values)
                    .ofMaxSize(4)
                    .map(parameters -> new Challenge(scheme, parameters)));
    return one.list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> garbage() {
    return Arbitraries.strings().withChars("ab=,\"\\ \t;\u00e4").ofMaxLength(40);
  }
}
