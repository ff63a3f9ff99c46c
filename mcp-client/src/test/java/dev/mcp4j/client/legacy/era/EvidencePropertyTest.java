/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EvidencePropertyTest {
  private static final Set<Integer> MODERN = Set.of(-32020, -32021, -32022);

  @Provide
  Arbitrary<Integer> statuses() {
    return Arbitraries.oneOf(Arbitraries.of(401, 403), Arbitraries.integers().between(500, 599));
  }

  @Property
  void serverErrorsAndAuthorizationNeverSpeakForAnOlderServer(
      @ForAll("statuses") int status, @ForAll int code) {
    assertThat(Evidence.of(new HttpStatusException("x", status, ""))).isEqualTo(Verdict.NONE);
    assertThat(of(code, status)).isNotEqualTo(Verdict.LEGACY);
  }

  @Property
  void noErrorCodeOutsideOfThisRevisionSpeaksForIt(
      @ForAll @IntRange(min = -33000, max = -31000) int code,
      @ForAll @IntRange(min = 100, max = 599) int status) {
    assertThat(of(code, status) == Verdict.MODERN).isEqualTo(MODERN.contains(code));
  }

  private static Verdict of(int code, int status) {
    return Evidence.of(new JsonRpcFailure(RequestId.of(1), JsonRpcError.of(code, "no")), status);
  }
}
