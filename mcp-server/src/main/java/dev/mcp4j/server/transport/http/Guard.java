/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.auth.ScopePolicy;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets through who has a good token, and tells the others where to get one.
 *
 * <p>Specification 2026-07-28: basic/authorization.
 */
final class Guard implements HttpEndpoint {
  private static final Logger log = LoggerFactory.getLogger(Guard.class);

  private static final Set<String> SECRET = Set.of("authorization", "dpop");

  private final TokenCheck check;
  private final Challenges challenges;
  private final ResourceMetadata metadata;
  private final JsonRpcCodec codec;
  private final HandOver handOver;
  private final HttpEndpoint next;

  /**
   * Makes a guard.
   *
   * @param server what is asked of a token
   * @param scopes which scopes imply which
   * @param path the path of the endpoint
   * @param codec writes refusals
   * @param handlers runs what may block
   * @param next serves what is let through
   */
  Guard(
      ResourceServer server,
      ScopePolicy scopes,
      String path,
      JsonRpcCodec codec,
      Executor handlers,
      HttpEndpoint next) {
    this.check = new TokenCheck(server, scopes, path);
    this.metadata = new ResourceMetadata(server, path);
    this.challenges = new Challenges(server, metadata.url());
    this.codec = codec;
    this.handOver = new HandOver(handlers, codec);
    this.next = next;
  }

  @Override
  public void serve(HttpCall call) throws IOException {
    if (metadata.isAt(call.path())) {
      metadata.serve(call);
    } else if (call.mayBlock()) {
      admit(call);
    } else {
      handOver.run(call, this::admit, () -> {});
    }
  }

  private void admit(HttpCall call) throws IOException {
    TokenCheck.Admission admission;
    try {
      admission = check.check(call);
    } catch (Denied e) {
      log.debug("{} {} is refused with {}: {}", call.method(), call.path(), e.status(), e.reason());
      HttpProblem.of(e.status(), e.reason()).withHeaders(challenges.of(e)).answer(call, codec);
      return;
    } catch (IOException e) {
      log.warn("A token cannot be checked: {}", e.getClass().getName());
      HttpProblem.unavailable("The token cannot be checked right now").answer(call, codec);
      return;
    } catch (RuntimeException e) {
      // Its text may hold the token.
      log.error("Checking a token failed: {} at {}", e.getClass().getName(), firstFrame(e));
      HttpProblem.of(500, "The token cannot be checked").answer(call, codec);
      return;
    }
    next.serve(new AdmittedCall(call, admission));
  }

  private static Object firstFrame(RuntimeException e) {
    StackTraceElement[] frames = e.getStackTrace();
    return frames.length == 0 ? "an unknown place" : frames[0];
  }

  @Override
  public List<String> methods() {
    return next.methods();
  }

  @Override
  public boolean isAt(String path) {
    return metadata.isAt(path) || next.isAt(path);
  }

  @Override
  public void drain() {
    next.drain();
  }

  @Override
  public void release() {
    next.release();
  }

  /** A call of a caller who is known. */
  private final class AdmittedCall extends ForwardingCall {
    private final TokenCheck.Admission admission;

    AdmittedCall(HttpCall call, TokenCheck.Admission admission) {
      super(call);
      this.admission = admission;
    }

    @Override
    public Caller caller() {
      return admission.caller();
    }

    /** The token is not handed on: it is for this server alone. */
    @Override
    public RequestHeaders headers() {
      RequestHeaders received = super.headers();
      return name ->
          SECRET.contains(name.toLowerCase(Locale.ROOT)) ? List.of() : received.all(name);
    }

    @Override
    public void reply(int status, Map<String, String> headers, byte[] body) {
      super.reply(status, withNonce(challenges.completed(headers, admission.scheme())), body);
    }

    @Override
    public EventStream stream(Map<String, String> headers) {
      return super.stream(withNonce(headers));
    }

    private Map<String, String> withNonce(Map<String, String> headers) {
      if (admission.nonce() == null) {
        return headers;
      }
      Map<String, String> all = new LinkedHashMap<>(headers);
      all.put(Challenges.DPOP_NONCE, admission.nonce());
      return all;
    }
  }
}
