/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.Payload;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server that does nothing by itself: a test says what it expects of the client, and what it
 * answers.
 *
 * <pre>{@code
 * try (ScriptedServer server = ScriptedServer.inMemory();
 *     McpClient client = McpClient.builder().transport(server.transport()).build()) {
 *   PendingCall<CallToolResult> call = client.call("greet").start();
 *   server.expectRequest("tools/call").reply("""
 *       {"resultType": "complete", "content": [{"type": "text", "text": "Hello"}]}""");
 *   assertThat(call.await().content()).containsExactly(TextContent.of("Hello"));
 * }
 * }</pre>
 *
 * <p>It is strict. Messages are expected in the order in which they arrive; another one than the
 * one expected fails the script, and so does one that is not well-formed or whose parameters do not
 * have the shape the protocol gives them. When the server is closed, nothing may be left that
 * nobody expected: close the client before, so that everything it sent has arrived. Every failure
 * is an {@link AssertionError} that ends with the transcript.
 *
 * <p>Calls of a client block. Start them, as above, or let the script run beside the test with
 * {@link #play}. Safe for use by several threads, though a script that several threads run has no
 * order.
 */
public final class ScriptedServer implements AutoCloseable {
  /** What a server expects and answers. */
  @FunctionalInterface
  public interface Script {
    /**
     * Runs the script, on a thread of its own.
     *
     * @param server the server to play
     * @throws Exception if the script fails
     */
    void run(ScriptedServer server) throws Exception;
  }

  private final PeerEnd end;
  private final ClientTransport transport;
  private volatile @Nullable ScriptRun playing;

  private ScriptedServer(PeerEnd end, ClientTransport transport) {
    this.end = end;
    this.transport = transport;
  }

  /**
   * Makes a server at the other end of a connection in memory.
   *
   * @return the server
   */
  public static ScriptedServer inMemory() {
    BytePipe up = new BytePipe();
    BytePipe down = new BytePipe();
    PeerEnd end = new PeerEnd(Side.SERVER, new StreamWire(up.source(), down.sink()));
    end.start();
    return new ScriptedServer(
        end, ClientTransport.streams(down.source(), up.sink(), "scripted server"));
  }

  /**
   * Returns the way to this server.
   *
   * @return a transport for one client
   */
  public ClientTransport transport() {
    return transport;
  }

  /**
   * Sets how long to wait for what is expected.
   *
   * @param patience not negative; 10 seconds unless set
   * @return this server
   * @throws IllegalArgumentException if the time is negative
   */
  public ScriptedServer patience(Duration patience) {
    end.patience(patience);
    return this;
  }

  /**
   * Runs a script beside the test. If it fails, the connection is closed at once, so that no call
   * waits for nothing, and {@link #close} throws what it failed with.
   *
   * @param script what the server expects and answers
   * @return this server
   * @throws IllegalStateException if a script is playing already
   */
  public ScriptedServer play(Script script) {
    Objects.requireNonNull(script, "script");
    if (playing != null) {
      throw new IllegalStateException("a script is playing already");
    }
    ScriptRun run = new ScriptRun(() -> script.run(this), end::abort);
    playing = run;
    run.start();
    return this;
  }

  /**
   * Takes the next message, which has to be a request.
   *
   * @param method the method it has to have
   * @return the request, to be answered
   * @throws AssertionError if something else or nothing comes
   */
  public ReceivedRequest expectRequest(String method) {
    Received received =
        end.expect("request " + method, any -> true, message -> message.isRequest(method));
    JsonRpcRequest request = (JsonRpcRequest) Objects.requireNonNull(received.message());
    return new ReceivedRequest(end, request.id(), method, received.member("params"));
  }

  /**
   * Takes the next message, which has to be a request.
   *
   * @param method the method it has to have
   * @return the request, to be answered
   * @throws AssertionError if something else or nothing comes
   */
  public ReceivedRequest expectRequest(RequestMethod<?, ?> method) {
    return expectRequest(method.name());
  }

  /**
   * Takes the next message, which has to be a notification.
   *
   * @param method the method it has to have
   * @return the notification
   * @throws AssertionError if something else or nothing comes
   */
  public ReceivedNotification expectNotification(String method) {
    Received received =
        end.expect(
            "notification " + method, any -> true, message -> message.isNotification(method));
    return new ReceivedNotification(method, received.member("params"));
  }

  /**
   * Takes the next message, which has to cancel a request.
   *
   * @param request the request it has to cancel
   * @return what the client says about it
   * @throws AssertionError if something else or nothing comes
   */
  public CancelledNotificationParams expectCancellation(ReceivedRequest request) {
    CancelledNotificationParams cancelled =
        expectNotification(Notifications.CANCELLED.name())
            .params(CancelledNotificationParams.class);
    if (!request.id().equals(cancelled.requestId())) {
      throw end.failure(
          "expected the cancellation of request %s, but request %s was cancelled"
              .formatted(request.id(), cancelled.requestId()));
    }
    return cancelled;
  }

  /**
   * Waits until the client has closed the connection.
   *
   * @throws AssertionError if it does not, or sends something before that nobody expected
   */
  public void expectEnd() {
    end.expectEnd();
  }

  /**
   * Sends a notification that belongs to no request.
   *
   * @param method what happened
   * @param params the details
   * @param <P> the details
   */
  public <P extends NotificationParams> void notify(NotificationMethod<P> method, P params) {
    end.send(new JsonRpcNotification(method.name(), Payload.of(params)), null);
  }

  /**
   * Sends a line, whatever it holds.
   *
   * @param text what to send instead of a message, without the end of the line
   */
  public void sendRaw(String text) {
    end.send(text);
  }

  /** Closes the direction to the client, as a server does that is about to exit. */
  public void finish() {
    end.finish();
  }

  /**
   * Returns what was said so far.
   *
   * @return the transcript, which goes on
   */
  public Transcript transcript() {
    return end.transcript();
  }

  /**
   * Waits until a playing script has ended, ends the connection, waits for the client to do the
   * same, and checks that nothing is left.
   *
   * @throws AssertionError if the script failed, or the client sent something nobody expected
   */
  @Override
  public void close() {
    ScriptRun run = playing;
    if (run != null) {
      run.await();
    }
    end.close();
  }
}
