/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpOptionsTest {
  @Test
  void defaultsAreThoseDocumented() {
    HttpOptions options = HttpOptions.onPort(8080);

    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.bindHost()).isEqualTo("127.0.0.1");
    assertThat(options.path()).isEqualTo("/mcp");
    assertThat(options.maxBodyBytes()).isEqualTo(4 * 1024 * 1024);
    assertThat(options.streamAfter()).isEqualTo(Duration.ofMillis(250));
    assertThat(options.callHeartbeat()).isEqualTo(Duration.ofSeconds(2));
    assertThat(options.listenHeartbeat()).isEqualTo(Duration.ofSeconds(15));
    assertThat(options.writeDeadline()).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.maxCalls()).isEqualTo(1024);
    assertThat(options.maxListens()).isEqualTo(10_000);
    assertThat(options.maxQueuedEvents()).isEqualTo(256);
    assertThat(options.drain()).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.allowedOrigins()).isEmpty();
    assertThat(options.allowedHosts()).isEmpty();
  }

  @Test
  void changedCopyKeepsEverythingElse() {
    HttpOptions options =
        HttpOptions.builder(0)
            .bindHost("0.0.0.0")
            .path("/a/b")
            .maxBodyBytes(1)
            .streamAfter(Duration.ZERO)
            .callHeartbeat(Duration.ofMillis(1))
            .listenHeartbeat(Duration.ofMillis(2))
            .writeDeadline(Duration.ofMillis(3))
            .maxCalls(4)
            .maxListens(5)
            .maxQueuedEvents(6)
            .drain(Duration.ZERO)
            .allowOrigin("https://app.example.com")
            .allowHost("mcp.example.com")
            .build();

    assertThat(options.toBuilder().build()).usingRecursiveComparison().isEqualTo(options);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mcp", "/mcp?x", "/mcp#x", "/m cp", "/mçp"})
  void pathThatNoRequestCanHaveIsRefused(String path) {
    assertRefused(
        () -> HttpOptions.builder(0).path(path), "expected a path such as /mcp, but was: " + path);
  }

  @Test
  void valuesOutOfRangeAreRefusedAtOnce() {
    HttpOptions.Builder builder = HttpOptions.builder(0);

    assertRefused(() -> HttpOptions.onPort(-1), "port must be between 0 and 65535: -1");
    assertRefused(() -> HttpOptions.onPort(65_536), "port must be between 0 and 65535: 65536");
    assertRefused(() -> builder.bindHost(" "), "bindHost must not be blank");
    assertRefused(() -> builder.maxBodyBytes(0), "maxBodyBytes must be at least 1: 0");
    assertRefused(() -> builder.maxCalls(0), "maxCalls must be at least 1: 0");
    assertRefused(
        () -> builder.streamAfter(Duration.ofMillis(-1)),
        "streamAfter must not be negative: PT-0.001S");
    assertRefused(
        () -> builder.callHeartbeat(Duration.ZERO), "callHeartbeat must be more than zero: PT0S");
    assertRefused(
        () -> builder.allowOrigin("*"),
        "expected an origin such as https://app.example.com, but was: *");
    assertRefused(
        () -> builder.allowHost("https://mcp.example.com"),
        "expected a host such as mcp.example.com, but was: https://mcp.example.com");
  }

  private static void assertRefused(ThrowingCallable setting, String message) {
    assertThatThrownBy(setting).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
