/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.auth.Authorizer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request with the credentials of an authorizer, and again when the authorizer has found
 * better ones. A refusal that stands is shown to the handler as if it had just arrived.
 */
final class AuthorizedSender {
  /** An authorizer that is never content must not keep a request alive. */
  static final int MAX_ATTEMPTS = 8;

  /** How much of the body of a refusal is kept. */
  private static final int MAX_REFUSAL_BYTES = 64 * 1024;

  private final Authorizer authorizer;

  AuthorizedSender(Authorizer authorizer) {
    this.authorizer = authorizer;
  }

  /** Sends; returns when the response is complete. */
  void send(HttpClient client, HttpRequest request, BodyHandler<Void> handler)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      HttpRequest sent = authorizer.authorize(request);
      Sending sending = new Sending(sent, handler);
      HttpResponse<Void> response = client.send(sent, sending);
      Refused refused = sending.refused;
      if (refused == null) {
        return;
      }
      boolean again =
          authorizer.refused(
              new Authorizer.Refusal(sent, response.statusCode(), response.headers(), attempt));
      if (!again || attempt == MAX_ATTEMPTS) {
        refused.replay(handler);
        return;
      }
    }
  }

  private final class Sending implements BodyHandler<Void> {
    private final HttpRequest sent;
    private final BodyHandler<Void> handler;
    private volatile @Nullable Refused refused;

    Sending(HttpRequest sent, BodyHandler<Void> handler) {
      this.sent = sent;
      this.handler = handler;
    }

    @Override
    public BodySubscriber<Void> apply(ResponseInfo info) {
      if (info.statusCode() == 401 || info.statusCode() == 403) {
        Refused body = new Refused(info);
        refused = body;
        return body;
      }
      authorizer.answered(sent, info.statusCode(), info.headers());
      return handler.apply(info);
    }
  }

  /** Keeps the beginning of the body of a refusal until somebody wants it. */
  private static final class Refused implements BodySubscriber<Void> {
    private final ResponseInfo info;
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private final List<ByteBuffer> kept = new ArrayList<>();
    private Flow.@Nullable Subscription subscription;
    private int bytes;

    Refused(ResponseInfo info) {
      this.info = info;
    }

    @Override
    public CompletionStage<Void> getBody() {
      return complete;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
      for (ByteBuffer buffer : piece) {
        bytes += buffer.remaining();
      }
      kept.addAll(piece);
      if (bytes > MAX_REFUSAL_BYTES && subscription != null) {
        subscription.cancel();
        complete.complete(null);
      }
    }

    @Override
    public void onError(Throwable failure) {
      // The status says enough.
      complete.complete(null);
    }

    @Override
    public void onComplete() {
      complete.complete(null);
    }

    void replay(BodyHandler<Void> handler) {
      BodySubscriber<Void> reader = handler.apply(info);
      reader.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
          });
      reader.onNext(kept);
      reader.onComplete();
    }
  }
}
