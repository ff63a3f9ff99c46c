/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.json.JsonStyle;
import dev.mcp4j.conformance.json.JsonText;
import dev.mcp4j.conformance.wire.Bytes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something to send: a sound request at first, which a property may spoil. Mutable; used by one
 * thread.
 */
public final class Ask {
  /** The _meta key of the version. */
  public static final String VERSION = "io.modelcontextprotocol/protocolVersion";

  /** The _meta key of the capabilities. */
  public static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

  /** The _meta key of the client's name. */
  public static final String CLIENT_INFO = "io.modelcontextprotocol/clientInfo";

  /** The _meta key of the log level. */
  public static final String LOG_LEVEL = "io.modelcontextprotocol/logLevel";

  private final ObjectNode message = Json.object();
  private final ObjectNode params = Json.object();
  private final ObjectNode meta = Json.object();
  private final HeaderEdits headers = new HeaderEdits();
  private JsonStyle style = JsonStyle.PLAIN;
  private String verb = "POST";
  private String path = "";
  private @Nullable Bytes body;
  private List<Integer> cuts = List.of();
  private boolean sound = true;
  private Optional<Membership> membership = Optional.empty();

  private Ask(String method) {
    message.put("jsonrpc", "2.0");
    message.put("method", method);
  }

  /**
   * Begins a request of the stateless protocol.
   *
   * @param version the version to declare
   * @param method the method
   * @param id the id
   * @return the request, with an empty set of capabilities
   */
  public static Ask modern(String version, String method, JsonNode id) {
    Ask ask = new Ask(method);
    ask.message.set("id", id);
    ask.meta.put(VERSION, version);
    ask.meta.set(CLIENT_INFO, Json.object("{\"name\":\"mcp4j-conformance\",\"version\":\"1\"}"));
    ask.meta.set(CAPABILITIES, Json.object());
    return ask;
  }

  /**
   * Begins a notification.
   *
   * @param method the method
   * @return the notification, without metadata
   */
  public static Ask notification(String method) {
    return new Ask(method);
  }

  /**
   * Begins a request of a revision with a handshake, without metadata.
   *
   * @param method the method
   * @param id the id
   * @return the request
   */
  public static Ask request(String method, JsonNode id) {
    return new Ask(method).id(id);
  }

  /**
   * Begins a response to a request of the server.
   *
   * @param id the id of the request
   * @param member {@code result} or {@code error}
   * @param value its value
   * @return the response
   */
  public static Ask response(JsonNode id, String member, JsonNode value) {
    Ask ask = new Ask("").id(id).member(member, value);
    ask.message.remove("method");
    return ask;
  }

  /**
   * Makes this part of what a client and a server of a revision with a handshake have agreed on.
   *
   * @param membership what they agreed on
   * @return this
   */
  public Ask within(Membership membership) {
    this.membership = Optional.of(membership);
    return this;
  }

  /**
   * Returns what this is part of.
   *
   * @return empty for the stateless protocol, and before anything is agreed on
   */
  public Optional<Membership> membership() {
    return membership;
  }

  /**
   * Sets the id.
   *
   * @param id any value
   * @return this
   */
  public Ask id(JsonNode id) {
    message.set("id", id);
    return this;
  }

  /**
   * Sets a member of the message itself.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public Ask member(String name, JsonNode value) {
    message.set(name, value);
    return this;
  }

  /**
   * Takes a member of the message away, which spoils it.
   *
   * @param name its name
   * @return this
   */
  public Ask withoutMember(String name) {
    message.remove(name);
    return spoiled();
  }

  /**
   * Sets a parameter.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public Ask param(String name, JsonNode value) {
    params.set(name, value);
    return this;
  }

  /**
   * Sets a parameter.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public Ask param(String name, String value) {
    return param(name, Json.string(value));
  }

  /**
   * Sets a member of the metadata.
   *
   * @param key its key
   * @param value its value
   * @return this
   */
  public Ask meta(String key, JsonNode value) {
    meta.set(key, value);
    return this;
  }

  /**
   * Takes a member of the metadata away, which spoils the request.
   *
   * @param key its key
   * @return this
   */
  public Ask withoutMeta(String key) {
    meta.remove(key);
    return spoiled();
  }

  /**
   * Declares capabilities.
   *
   * @param capabilities an object, as text
   * @return this
   */
  public Ask capabilities(String capabilities) {
    return meta(CAPABILITIES, Json.object(capabilities));
  }

  /**
   * Changes the headers, which spoils the request unless the edits are harmless.
   *
   * @return the edits
   */
  public HeaderEdits headers() {
    return headers;
  }

  /**
   * Chooses how the JSON is written.
   *
   * @param style the style
   * @return this
   */
  public Ask style(JsonStyle style) {
    this.style = style;
    return this;
  }

  /**
   * Sends other bytes instead of the message, which spoils the request. The headers stay those of
   * the message.
   *
   * @param bytes the body
   * @return this
   */
  public Ask body(Bytes bytes) {
    this.body = bytes;
    return spoiled();
  }

  /**
   * Uses another verb than POST, which spoils the request.
   *
   * @param verb the verb
   * @return this
   */
  public Ask verb(String verb) {
    this.verb = verb;
    return spoiled();
  }

  /**
   * Appends something to the path of the endpoint, which spoils the request.
   *
   * @param suffix what to append
   * @return this
   */
  public Ask path(String suffix) {
    this.path = suffix;
    return spoiled();
  }

  /**
   * Sends the bytes in pieces.
   *
   * @param cuts where to cut, in rising order
   * @return this
   */
  public Ask cuts(List<Integer> cuts) {
    this.cuts = cuts;
    return this;
  }

  /**
   * Says that the request breaks a rule.
   *
   * @return this
   */
  public Ask spoiled() {
    sound = false;
    return this;
  }

  /**
   * Tells whether the request breaks no rule.
   *
   * @return true unless something spoiled it
   */
  public boolean isSound() {
    return sound && !headers.spoil();
  }

  /**
   * Returns the method.
   *
   * @return the method, empty if it is none
   */
  public String method() {
    return message.path("method").stringValue("");
  }

  /**
   * Returns the id.
   *
   * @return the id, empty if there is none
   */
  public Optional<JsonNode> id() {
    return Optional.ofNullable(message.get("id"));
  }

  /**
   * Returns the parameters without the metadata.
   *
   * @return the parameters
   */
  public ObjectNode params() {
    return params;
  }

  /**
   * Returns the metadata.
   *
   * @return the metadata
   */
  public ObjectNode meta() {
    return meta;
  }

  /**
   * Returns the capabilities that are declared.
   *
   * @return an object, or nothing
   */
  public JsonNode capabilities() {
    return membership.map(Membership::capabilities).orElse(meta.path(CAPABILITIES));
  }

  /**
   * Returns the whole message.
   *
   * @return a new object
   */
  public ObjectNode message() {
    ObjectNode whole = message.deepCopy();
    ObjectNode all = params.deepCopy();
    if (!meta.isEmpty() && !all.has("_meta")) {
      all.set("_meta", meta.deepCopy());
    }
    if (!all.isEmpty() && !whole.has("params")) {
      whole.set("params", all);
    }
    return whole;
  }

  /**
   * Tells whether it says which revision it is of, by itself or by what was agreed on.
   *
   * @return false for a handshake, and for what was spoiled so far that it does not
   */
  public boolean isOfSomeRevision() {
    return membership.isPresent() || meta.has(VERSION);
  }

  /**
   * Tells whether the peer has to answer with a message.
   *
   * @return true for a request
   */
  public boolean isRequest() {
    return message.has("id") && !message.has("result") && !message.has("error");
  }

  /**
   * Returns the bytes of the message.
   *
   * @return what goes into the body or onto the line
   */
  public Bytes body() {
    return body != null ? body : Bytes.utf8(JsonText.write(message(), style));
  }

  String verb() {
    return verb;
  }

  String path() {
    return path;
  }

  List<Integer> cuts() {
    return cuts;
  }

  /**
   * Tells whether the peer can read the message and its id.
   *
   * @return false if other bytes are sent instead, or none
   */
  public boolean isReadable() {
    return body == null && verb.equals("POST");
  }

  /**
   * Tells whether something else than the message is sent.
   *
   * @return true if there are bytes instead
   */
  public boolean hasOtherBody() {
    return body != null;
  }

  @Override
  public String toString() {
    return Json.brief(message());
  }
}
