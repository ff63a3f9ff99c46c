/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.StdioOptions;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client that does nothing by itself: a test says what it sends, and what it expects to come
 * back.
 *
 * <pre>{@code
 * try (ScriptedClient client = ScriptedClient.inMemory(server)) {
 *   SentRequest request = client.request("tools/call", """
 *       {"name": "greet", "arguments": {"name": "Ada"}}""");
 *   JsonNode result = request.expectResult();
 *   assertThat(result.at("/content/0/text").asString()).isEqualTo("Hello, Ada");
 * }
 * }</pre>
 *
 * <p>It is strict. What comes back for a request is expected in the order in which it arrives;
 * something else than what is expected fails the test, and so does a message that is not
 * well-formed. When the client is closed, nothing may be left that nobody expected. Every failure
 * is an {@link AssertionError} that ends with the transcript.
 *
 * <p>Safe for use by several threads.
 */
public final class ScriptedClient implements AutoCloseable {
  private final PeerEnd end;
  private final Runnable onClosed;
  private final AtomicLong ids = new AtomicLong();
  private volatile RequestMeta meta =
      RequestMeta.builder()
          .protocolVersion(ProtocolVersion.V2026_07_28)
          .clientInfo(Implementation.builder("scripted-client", "1").build())
          .clientCapabilities(ClientCapabilities.builder().build())
          .build();

  private ScriptedClient(Wire wire, Runnable onClosed) {
    this.end = new PeerEnd(Side.CLIENT, wire);
    this.onClosed = onClosed;
    end.start();
  }

  /**
   * Makes a client of a server, connected in memory.
   *
   * @param server the server, which stays open
   * @return the client
   */
  public static ScriptedClient inMemory(McpServer server) {
    BytePipe up = new BytePipe();
    BytePipe down = new BytePipe();
    ServerSide side =
        new ServerSide(
            server, up.source(), down.sink(), StdioOptions.DEFAULT, Caller.anonymous("memory"));
    side.start();
    return new ScriptedClient(
        new StreamWire(down.source(), up.sink()), () -> side.awaitEnd(Duration.ofSeconds(5)));
  }

  /**
   * Makes a client of whatever is at the other end of two streams, one message a line.
   *
   * @param in where messages come from; closed with the client
   * @param out where messages go; closed with the client
   * @return the client
   */
  public static ScriptedClient over(InputStream in, OutputStream out) {
    return new ScriptedClient(new StreamWire(in, out), () -> {});
  }

  /**
   * Sets how long to wait for what is expected.
   *
   * @param patience not negative; 10 seconds unless set
   * @return this client
   * @throws IllegalArgumentException if the time is negative
   */
  public ScriptedClient patience(Duration patience) {
    end.patience(patience);
    return this;
  }

  /**
   * Sets the metadata that requests get from now on.
   *
   * @param meta what the client says about itself; unless set, the newest revision, the name {@code
   *     scripted-client}, and no capabilities
   * @return this client
   */
  public ScriptedClient meta(RequestMeta meta) {
    this.meta = Objects.requireNonNull(meta, "meta");
    return this;
  }

  /**
   * Sets what the client declares that it can do, from now on.
   *
   * @param capabilities the capabilities
   * @return this client
   */
  public ScriptedClient capabilities(ClientCapabilities capabilities) {
    return meta(meta.toBuilder().clientCapabilities(capabilities).build());
  }

  /**
   * Sends a request. Ids are numbers from 1 on.
   *
   * @param method the method
   * @param params the parameters, a JSON object. The members that its {@code _meta} does not have
   *     are taken from the client's metadata
   * @return the request, of which replies can be expected
   * @throws IllegalArgumentException if the text is no JSON object
   */
  public SentRequest request(String method, String params) {
    ObjectNode own = JsonText.object(params);
    ObjectNode all = (ObjectNode) McpJson.toTree(meta);
    JsonNode given = own.get("_meta");
    if (given instanceof ObjectNode object) {
      all.setAll(object);
    }
    own.set("_meta", all);
    return send(method, own);
  }

  /**
   * Sends a request. Ids are numbers from 1 on.
   *
   * @param method the method
   * @param params the parameters; the members that their metadata does not have are taken from the
   *     client's metadata
   * @param <P> the parameters
   * @return the request, of which replies can be expected
   */
  public <P extends RequestParams> SentRequest request(RequestMethod<P, ?> method, P params) {
    return request(method.name(), McpJson.toTree(params).toString());
  }

  /**
   * Sends a request exactly as it is written. What comes back for it is expected as for any other
   * request.
   *
   * @param message a JSON-RPC request with an id
   * @return the request, of which replies can be expected
   * @throws IllegalArgumentException if the text is no JSON object with a method and an id
   */
  public SentRequest requestRaw(String message) {
    ObjectNode request = JsonText.object(message);
    JsonNode id = request.get("id");
    JsonNode method = request.get("method");
    if (id == null || method == null) {
      throw new IllegalArgumentException("a request has an id and a method: " + message);
    }
    end.send(message);
    return new SentRequest(
        end, McpJson.read(RequestId.class, id), method.asString(), token(request.get("params")));
  }

  /**
   * Sends a notification.
   *
   * @param method what happened
   * @param params the details, a JSON object
   * @throws IllegalArgumentException if the text is no JSON object
   */
  public void notify(String method, String params) {
    end.send(new JsonRpcNotification(method, JsonText.payload(params)), null);
  }

  /**
   * Sends a notification.
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

  /**
   * Takes the next message of all, which has to be a notification.
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
   * Takes the next message of all, which has to be an error that names no request, because the
   * server could not read its id.
   *
   * @return code, message and data
   * @throws AssertionError if something else or nothing comes
   */
  public JsonRpcError expectErrorWithoutId() {
    Received received =
        end.expect(
            "an error without an id",
            any -> true,
            message -> message.message() instanceof JsonRpcFailure failure && failure.id() == null);
    return ((JsonRpcFailure) Objects.requireNonNull(received.message())).error();
  }

  /**
   * Waits until the server has closed the connection.
   *
   * @throws AssertionError if it does not, or sends something before that nobody expected
   */
  public void expectEnd() {
    end.expectEnd();
  }

  /** Closes the direction to the server, as a client does that wants it to exit. */
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
   * Ends the connection, waits for the server to do the same, and checks that nothing is left.
   *
   * @throws AssertionError if the server sent something nobody expected
   */
  @Override
  public void close() {
    try {
      end.close();
    } finally {
      onClosed.run();
    }
  }

  private SentRequest send(String method, ObjectNode params) {
    RequestId id = RequestId.of(ids.incrementAndGet());
    byte[] bytes = McpJson.write(params);
    end.send(new JsonRpcRequest(id, method, new Payload.Raw(bytes, 0, bytes.length)), null);
    return new SentRequest(end, id, method, token(params));
  }

  private static @Nullable ProgressToken token(@Nullable JsonNode params) {
    JsonNode token = params == null ? null : params.at("/_meta/progressToken");
    return token == null || token.isMissingNode() || token.isContainer()
        ? null
        : McpJson.read(ProgressToken.class, token);
  }
}
