/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.netty.NettyHttpServer;
import dev.mcp4j.netty.NettyOptions;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 over TLS, as the binding to Netty offers it. */
@Timeout(120)
class NettyHttp2Test {
  private static final byte[] HELLO = "hello".getBytes(UTF_8);
  private static final char[] PASSWORD = "changeit".toCharArray();

  private static KeyManagerFactory keys;
  private static SSLContext trusting;

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    trusting = SSLContext.getInstance("TLS");
    trusting.init(null, trust.getTrustManagers(), null);
  }

  private static HttpServerHandle serving(HttpEndpoint endpoint) {
    HttpOptions http = HttpOptions.builder(0).maxBodyBytes(100_000).drain(Duration.ZERO).build();
    return NettyHttpServer.serve(NettyOptions.builder(http).tls(keys).build(), endpoint);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().sslContext(trusting).build();
  }

  private static HttpRequest post(HttpServerHandle handle, String body) {
    return HttpRequest.newBuilder(handle.uri()).POST(BodyPublishers.ofString(body)).build();
  }

  @Test
  void exchangeLooksLikeAnyOther() throws Exception {
    CompletableFuture<String> host = new CompletableFuture<>();
    try (HttpServerHandle handle =
        serving(
            call -> {
              host.complete(String.join(",", call.headers().all("Host")));
              call.reply(200, Map.of("X-Path", call.path()), call.body());
            })) {
      HttpResponse<String> response =
          client().send(post(handle, "x".repeat(90_000)), BodyHandlers.ofString());

      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("x-path")).contains("/mcp");
      assertThat(response.body()).hasSize(90_000);
      assertThat(host.get()).isEqualTo("127.0.0.1:" + handle.uri().getPort());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusalReachesAClientThatStillSends(boolean announced) throws Exception {
    byte[] body = new byte[5_000_000];
    BodyPublisher publisher =
        announced
            ? BodyPublishers.ofByteArray(body)
            : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    try (HttpServerHandle handle =
        serving(call -> call.reply(call.body() == null ? 413 : 200, Map.of(), HELLO))) {
      HttpClient client = client();
      for (int i = 0; i < 20; i++) {
        HttpResponse<String> response =
            client.send(
                HttpRequest.newBuilder(handle.uri()).POST(publisher).build(),
                BodyHandlers.ofString());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("hello");
      }
      assertThat(client.send(post(handle, "x"), BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void eventsArriveAsTheyAreOffered() throws Exception {
    CompletableFuture<EventStream> opened = new CompletableFuture<>();
    try (HttpServerHandle handle = serving(call -> opened.complete(call.stream(Map.of())))) {
      var response = client().send(post(handle, "x"), BodyHandlers.ofInputStream());
      EventStream stream = opened.get();

      assertThat(stream.offer("one;".getBytes(UTF_8))).isTrue();
      assertThat(response.body().readNBytes(4)).asString(UTF_8).isEqualTo("one;");
      assertThat(stream.offer("two;".getBytes(UTF_8))).isTrue();
      stream.close();
      assertThat(response.body().readAllBytes()).asString(UTF_8).isEqualTo("two;");
    }
  }

  @Test
  void clientThatResetsItsStreamIsNoticed() throws Exception {
    CompletableFuture<HttpCall> served = new CompletableFuture<>();
    CountDownLatch closed = new CountDownLatch(1);
    try (HttpServerHandle handle =
        serving(
            call -> {
              call.onClosed(closed::countDown);
              served.complete(call);
            })) {
      var response = client().sendAsync(post(handle, "x"), BodyHandlers.ofString());
      served.get();

      response.cancel(true);

      assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }
}
