/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.http.HttpTransport;
import dev.mcp4j.client.transport.stdio.StdioTransport;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages between a client and one server. The client's core does everything else: ids,
 * metadata, timeouts, retries, caching. A transport is given complete messages and frames, sends,
 * receives and assigns them.
 *
 * <p>The contract, for those who write or decorate one:
 *
 * <ul>
 *   <li>{@link #start} is called once, before everything else; {@link #close} at most ends it.
 *   <li>Every method may be called by several threads at once. Only {@link Exchange#next} waits for
 *       the server, and {@link #send} as long as it is told to; {@link #open} never does.
 *   <li>An exchange delivers what belongs to its request and nothing else, in the order received.
 *       What belongs to no open exchange goes to the consumer given to {@code start}.
 *   <li>An exchange that was not read to its end must be cancelled by its reader. After the reply,
 *       a failure or a cancellation the transport holds nothing of it any more.
 *   <li>Failures are subclasses of {@link dev.mcp4j.client.McpClientException}; a message that
 *       cannot be read fails the exchange it belongs to and no other.
 * </ul>
 *
 * <p>A decorator can give an older server the looks of this revision: it sees each request before
 * it is sent, may answer it itself, may open any number of exchanges below, and may turn what it
 * receives into a reply that asks for input.
 *
 * <p>Specification 2026-07-28: basic/transports.
 */
public interface ClientTransport extends AutoCloseable {
  /**
   * Makes a transport over Streamable HTTP. Sends nothing yet.
   *
   * @param options where to and how
   * @return the transport
   */
  static ClientTransport http(HttpOptions options) {
    return HttpTransport.create(options);
  }

  /**
   * Makes a transport over the standard streams of a child process, and launches the process.
   *
   * @param options what to launch and how
   * @return the transport
   * @throws TransportException if the process cannot be launched
   */
  static ClientTransport stdio(StdioOptions options) {
    return StdioTransport.launch(options);
  }

  /**
   * Makes a transport over a pair of byte streams, one message a line, exactly as over the standard
   * streams of a process: for a socket, or for a pipe within a process. Two daemon threads serve
   * it. One message received has at most {@link StdioOptions#DEFAULT_MAX_MESSAGE_BYTES}.
   *
   * @param in where messages come from; closed with the transport
   * @param out where messages go; closed with the transport, once everything sent is written
   * @param target names the server, without secrets
   * @return the transport
   */
  static ClientTransport streams(InputStream in, OutputStream out, String target) {
    return StdioTransport.over(in, out, target);
  }

  /**
   * Begins to receive. Called once, before any other method.
   *
   * @param unmatched takes messages that belong to no open exchange: late replies, replies nobody
   *     asked for, requests, change notifications without a subscription. It is called by any
   *     thread, must not block and does not throw
   */
  void start(Consumer<JsonRpcMessage> unmatched);

  /**
   * Sends a request. Returns at once; how sending went shows in the exchange.
   *
   * @param request the request, with an id that no open exchange has
   * @return what comes back
   * @throws TransportException if there is no connection any more
   */
  Exchange open(ClientRequest request);

  /**
   * Sends a notification. Blocks until it is handed over to the connection or, where the connection
   * confirms, until it is accepted.
   *
   * @param notification the notification
   * @param atMost how long to wait
   * @throws TransportException if it could not be sent or was not accepted in time
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void send(ClientNotification notification, Duration atMost) throws InterruptedException;

  /**
   * Names the server, to tell what was received from one from what was received from another.
   *
   * @return the URL or command line, without secrets
   */
  String target();

  /**
   * Names whom the server takes the client for. Private results are reused under the same name
   * only.
   *
   * @return any text, empty if requests carry no authorization
   */
  default String authorizationPartition() {
    return "";
  }

  /**
   * Tells whether tool parameters are mirrored into the envelope, as the specification demands of
   * HTTP. Only then does the core look up the parameters to mirror, and leave out tools whose
   * annotations are invalid.
   *
   * @return whether {@link ClientRequest#parameterHeaders()} is read
   */
  default boolean mirrorsParameters() {
    return false;
  }

  /**
   * Tells that a request the server asked input for is given up: it is not sent again with the
   * state that came with the questions. A server of this revision keeps nothing for it, so that
   * there is nothing to do unless a decorator made the reply. Does not block.
   *
   * @param requestState the state of the reply
   */
  default void abandon(String requestState) {}

  /**
   * Answers a request of the server. Only servers of older revisions send any; they arrive like
   * everything that belongs to no exchange. Does not wait for the server.
   *
   * @param response the answer
   * @throws UnsupportedOperationException if the transport cannot carry it, which is the default
   * @throws TransportException if there is no connection any more
   */
  default void answer(JsonRpcResponse response) {
    throw new UnsupportedOperationException("this transport carries no answers to a server");
  }

  /**
   * Returns the revision of a connection that has one. In this revision every request names its
   * own.
   *
   * @return the revision, or null if there is no connection or it has none
   */
  default @Nullable String protocolVersion() {
    return null;
  }

  /**
   * Tells whether requests can still be sent.
   *
   * @return false once the transport is closed or has lost its connection for good
   */
  boolean isOpen();

  /**
   * Ends the connection and whatever was launched for it, in bounded time. Open exchanges fail with
   * {@link dev.mcp4j.client.CallCancelledException}. Idempotent.
   */
  @Override
  void close();
}
