/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.engine.Finding;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that do what ours does not do and the specification allows must not be accused. */
@Isolated("sets the proxy of this JVM")
class LawfulAuthClientsTest {
  static Stream<Fault> liberties() {
    return Stream.of(
        fullResource(),
        Fault.request(
                "no refresh token is used",
                "auth.challenge.answered",
                request ->
                    AuthSpoilers.isToken(request)
                            && request.body().text().contains("grant_type=refresh_token")
                        ? Optional.of(
                            ProxyReply.json(400, Json.object().put("error", "invalid_grant")))
                        : Optional.empty())
            .in("AuthToken.tokenThatHasEnded"),
        otherPort());
  }

  @ParameterizedTest
  @MethodSource("liberties")
  void libertyIsNotAFault(Fault liberty) {
    RunResult result = FaultyAuthClientsTest.run(ClientFault.of(liberty));
    assertThat(result.evaluated()).containsKey(liberty.requirement());
    assertThat(result.findings()).extracting(Finding::requirement).isEmpty();
  }

  /** Names the endpoint, also where the metadata is that of the whole origin. */
  private static Fault fullResource() {
    AtomicReference<String> endpoint = new AtomicReference<>("");
    return Fault.request(
            "the endpoint is named as the resource, where the metadata names the origin",
            "auth.resource.most-specific",
            request -> {
              if (AuthSpoilers.isMessage(request)) {
                endpoint.set(request.path.replaceFirst("/$", ""));
              }
              return AuthSpoilers.both(parameters -> name(parameters, endpoint.get()))
                  .spoil(request);
            })
        .in("AuthDiscovery.metadataIsFound");
  }

  private static void name(Map<String, String> parameters, String endpoint) {
    parameters.replace("resource", endpoint);
  }

  /** On the loopback interface, a port that was not registered is as good as another. */
  private static Fault otherPort() {
    return AuthUseFaults.redirect("auth.redirect.registered", "http://localhost:4711/callback")
        .in("AuthClientId.clientRegisters");
  }
}
