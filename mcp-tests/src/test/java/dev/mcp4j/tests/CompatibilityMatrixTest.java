/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.legacy.LegacyOptions;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.transport.HttpServerHandle;
import dev.mcp4j.testkit.InMemory;
import dev.mcp4j.testkit.Over;
import dev.mcp4j.testkit.ServedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The compatibility matrix of the versioning page: every kind of client with every kind of server.
 */
@Timeout(120)
class CompatibilityMatrixTest {
  record Confirm(boolean sure) {}

  /** A server of one of the kinds, as a class, for a process of its own needs one. */
  abstract static class Factory implements Supplier<McpServer> {
    private final LegacyMode mode;

    Factory(LegacyMode mode) {
      this.mode = mode;
    }

    @Override
    public McpServer get() {
      return McpServer.named("matrix", "1")
          .legacy(mode)
          .toolsMayChange()
          .tool("hello", tool -> tool.handle((none, call) -> "hello"))
          .tool(
              "ask",
              tool ->
                  tool.handle(
                      (none, call) -> {
                        Confirm one = call.elicit("one", "Sure?", Confirm.class).orCancel();
                        Confirm two = call.elicit("two", "Really?", Confirm.class).orCancel();
                        return one.sure() + " " + two.sure();
                      }))
          .tool(
              "count",
              tool ->
                  tool.handle(
                      (none, call) -> {
                        call.progress(1, 2);
                        call.progress(2, 2);
                        return "counted";
                      }))
          .build();
    }
  }

  static final class Modern extends Factory {
    Modern() {
      super(LegacyMode.NONE);
    }
  }

  static final class Dual extends Factory {
    Dual() {
      super(LegacyMode.SESSIONS);
    }
  }

  static final class Old extends Factory {
    Old() {
      super(LegacyMode.ONLY);
    }
  }

  /** A running server and the way to it. */
  private static final class Running implements AutoCloseable {
    private final Over over;
    private final @Nullable McpServer server;
    private final @Nullable HttpServerHandle http;
    private final @Nullable ServedServer process;

    Running(Over over, Class<? extends Factory> factory) throws ReflectiveOperationException {
      this.over = over;
      server = over == Over.STDIO ? null : factory.getDeclaredConstructor().newInstance().get();
      http = over == Over.HTTP ? Objects.requireNonNull(server).serveHttp(0) : null;
      process = over == Over.STDIO ? ServedServer.start(over, factory) : null;
    }

    McpClientBuilder client() {
      McpClientBuilder builder = McpClient.builder();
      return switch (over) {
        case HTTP -> builder.http(Objects.requireNonNull(http).uri());
        case IN_MEMORY -> builder.transport(InMemory.transport(Objects.requireNonNull(server)));
        case STDIO -> builder.transport(Objects.requireNonNull(process).transport());
      };
    }

    /** A client that finds out; on transports of its own it has to be asked to. */
    McpClientBuilder dualClient() {
      return client().legacy(LegacyOptions.DEFAULT);
    }

    @Override
    public void close() {
      if (process != null) {
        process.close();
      }
      if (http != null) {
        http.close();
      }
      if (server != null) {
        server.close();
      }
    }
  }

  static Stream<Arguments> dualClients() {
    return Stream.of(Over.values())
        .flatMap(
            over ->
                Stream.of(
                    Arguments.of(over, Modern.class, ProtocolVersion.V2026_07_28),
                    Arguments.of(over, Dual.class, ProtocolVersion.V2026_07_28),
                    Arguments.of(over, Old.class, ProtocolVersion.V2025_11_25)));
  }

  static Stream<Arguments> oldClients() {
    return Stream.of(Over.values())
        .flatMap(
            over ->
                ProtocolVersion.LEGACY.stream()
                    .flatMap(
                        revision ->
                            Stream.of(
                                Arguments.of(over, Dual.class, revision),
                                Arguments.of(over, Old.class, revision))));
  }

  static Stream<Arguments> modernClients() {
    return Stream.of(Over.values())
        .flatMap(
            over -> Stream.of(Arguments.of(over, Modern.class), Arguments.of(over, Dual.class)));
  }

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @MethodSource("dualClients")
  void dualClientWorksWithEveryServer(Over over, Class<? extends Factory> kind, String revision)
      throws Exception {
    try (Running running = new Running(over, kind)) {
      assertEverythingWorks(running.dualClient(), revision);
    }
  }

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @MethodSource("oldClients")
  void oldClientWorksWithDualAndOldServers(
      Over over, Class<? extends Factory> kind, String revision) throws Exception {
    try (Running running = new Running(over, kind)) {
      assertEverythingWorks(running.client().protocolVersion(revision), revision);
    }
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("modernClients")
  void modernClientWorksWithModernAndDualServers(Over over, Class<? extends Factory> kind)
      throws Exception {
    String revision = ProtocolVersion.V2026_07_28;
    try (Running running = new Running(over, kind)) {
      assertEverythingWorks(running.client().protocolVersion(revision), revision);
    }
  }

  @ParameterizedTest
  @MethodSource("overs")
  void modernClientFailsWithAnOldServer(Over over) throws Exception {
    try (Running running = new Running(over, Old.class);
        McpClient client = running.client().protocolVersion(ProtocolVersion.V2026_07_28).build()) {
      assertThatThrownBy(() -> client.call("hello").result())
          .isInstanceOf(McpClientException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("overs")
  void oldClientFailsWithAModernServer(Over over) throws Exception {
    try (Running running = new Running(over, Modern.class);
        McpClient client = running.client().protocolVersion(ProtocolVersion.V2025_11_25).build()) {
      assertThatThrownBy(() -> client.call("hello").result())
          .isInstanceOf(McpClientException.class);
    }
  }

  static Stream<Over> overs() {
    return Stream.of(Over.values());
  }

  private static void assertEverythingWorks(McpClientBuilder builder, String revision)
      throws InterruptedException {
    List<String> asked = new CopyOnWriteArrayList<>();
    List<Double> progress = new ArrayList<>();
    CountDownLatch acknowledged = new CountDownLatch(1);
    builder.onElicitation(
        form -> {
          asked.add(form.message());
          return form.accept(new Confirm(asked.size() == 1));
        });
    try (McpClient client = builder.build()) {
      assertThat(client.call("hello").as(String.class)).isEqualTo("hello");
      assertThat(client.protocolVersion()).isEqualTo(revision);
      assertThat(client.tools().toList()).hasSize(3);
      assertThat(client.serverInfo()).isNotNull();
      client.call("count").onProgress(p -> progress.add(p.progress())).result();
      assertThat(progress).containsExactly(1.0, 2.0);
      if (revision.compareTo(ProtocolVersion.V2025_06_18) >= 0) {
        assertThat(client.call("ask").as(String.class)).isEqualTo("true false");
        assertThat(asked).containsExactly("Sure?", "Really?");
      }
      try (ListenHandle handle =
          client.listen(
              SubscriptionFilter.builder().toolsListChanged(true).build(),
              new ChangeListener() {
                @Override
                public void onAcknowledged(SubscriptionFilter filter) {
                  acknowledged.countDown();
                }
              })) {
        assertThat(handle.acknowledged().toolsListChanged()).isTrue();
        assertThat(acknowledged.await(30, TimeUnit.SECONDS)).isTrue();
      }
    }
  }
}
