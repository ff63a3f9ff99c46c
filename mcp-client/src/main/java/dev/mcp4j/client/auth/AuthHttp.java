/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches what the policy allows, within its limits. Safe for use by several threads. */
final class AuthHttp implements MetadataSource {
  /**
   * A response.
   *
   * @param status the status
   * @param headers the headers
   * @param json the body; null if it is no JSON object
   */
  record Answer(int status, HttpHeaders headers, @Nullable JsonObject json) {
    static Answer of(HttpResponse<byte[]> response) {
      return new Answer(response.statusCode(), response.headers(), json(response.body()));
    }

    private static @Nullable JsonObject json(byte[] body) {
      try {
        return McpJson.read(JsonObject.class, body);
      } catch (RuntimeException e) {
        return null;
      }
    }

    /** The body can hold secrets. */
    @Override
    public String toString() {
      return "Answer[" + status + "]";
    }
  }

  private final HttpClient client;
  private final UrlPolicy policy;

  AuthHttp(HttpClient client, UrlPolicy policy) {
    this.client = client;
    this.policy = policy;
  }

  static HttpClient newClient() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(10))
        .build();
  }

  UrlPolicy policy() {
    return policy;
  }

  @Override
  public @Nullable JsonObject get(URI url) throws InterruptedException {
    URI current = url;
    for (int redirects = 0; ; redirects++) {
      Answer answer = send(request(current).setHeader("Accept", "application/json").GET().build());
      if (!isRedirect(answer.status())) {
        return document(current, answer);
      }
      if (redirects == policy.maxRedirects()) {
        throw new AuthorizationException(
            "%s was redirected more than %d times"
                .formatted(UrlPolicy.show(url), policy.maxRedirects()));
      }
      current = location(current, answer);
    }
  }

  Answer post(URI url, String type, String body, Map<String, String> headers)
      throws InterruptedException {
    HttpRequest.Builder request =
        request(url)
            .setHeader("Content-Type", type)
            .setHeader("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    return send(request.build());
  }

  private static @Nullable JsonObject document(URI url, Answer answer) {
    if (answer.status() == 200) {
      return answer.json();
    }
    if (answer.status() >= 500 || answer.status() == 429) {
      throw new AuthorizationException(
          "%s answered with status %d".formatted(UrlPolicy.show(url), answer.status()));
    }
    return null;
  }

  private HttpRequest.Builder request(URI url) {
    policy.check(url);
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(policy.timeout());
    if (!"https".equalsIgnoreCase(url.getScheme())) {
      request.version(HttpClient.Version.HTTP_1_1);
    }
    return request;
  }

  private Answer send(HttpRequest request) throws InterruptedException {
    String where = UrlPolicy.show(request.uri());
    CompletableFuture<HttpResponse<byte[]>> sending =
        client.sendAsync(request, info -> new Capped(policy.maxBytes(), where));
    try {
      HttpResponse<byte[]> response = sending.get(policy.timeout().toNanos(), TimeUnit.NANOSECONDS);
      return Answer.of(response);
    } catch (TimeoutException e) {
      throw new AuthorizationException(
          "%s did not answer within %d ms".formatted(where, policy.timeout().toMillis()), null, e);
    } catch (ExecutionException e) {
      throw translate(where, e);
    } finally {
      sending.cancel(true);
    }
  }

  private static AuthorizationException translate(String where, ExecutionException failure) {
    Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof AuthorizationException refused) {
        return new AuthorizationException(refused.getMessage(), refused.error(), refused);
      }
      cause = cause.getCause();
    }
    return new AuthorizationException("%s cannot be reached".formatted(where), null, failure);
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static URI location(URI from, Answer answer) {
    try {
      return from.resolve(answer.headers().firstValue("Location").orElse(""));
    } catch (IllegalArgumentException e) {
      throw new AuthorizationException(
          "%s redirected to something that is no URL".formatted(UrlPolicy.show(from)));
    }
  }

  /** Collects a body that must not be larger than allowed. */
  private static final class Capped implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int max;
    private final String where;
    private Flow.@Nullable Subscription subscription;

    Capped(int max, String where) {
      this.max = max;
      this.where = where;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
      for (ByteBuffer buffer : piece) {
        if (bytes.size() + buffer.remaining() > max && subscription != null) {
          subscription.cancel();
          body.completeExceptionally(
              new AuthorizationException(
                  "%s answered with more than %d bytes".formatted(where, max)));
          return;
        }
        byte[] taken = new byte[buffer.remaining()];
        buffer.get(taken);
        bytes.writeBytes(taken);
      }
    }

    @Override
    public void onError(Throwable failure) {
      body.completeExceptionally(new IOException("the response broke off", failure));
    }

    @Override
    public void onComplete() {
      body.complete(bytes.toByteArray());
    }
  }
}
