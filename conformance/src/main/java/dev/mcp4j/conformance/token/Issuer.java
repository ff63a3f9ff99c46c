/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.token;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.AcceptedConnection;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.conformance.wire.HttpListener;
import dev.mcp4j.conformance.wire.IncomingRequest;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * An authorization server of this machine. It has metadata and keys, and issues tokens to the suite
 * alone; nobody can sign in there.
 */
public final class Issuer implements AutoCloseable {
  private static final String WELL_KNOWN = "/.well-known/";

  private final HttpListener listener;
  private final String identifier;
  private final String path;
  private final SigningKey rsa;
  private final SigningKey ec;
  private final SigningKey foreign;

  private Issuer(URI wanted, Recorder recorder) {
    // A server that knows the keys of an earlier run must see that these are others.
    String run = Long.toHexString(new SecureRandom().nextLong());
    this.rsa = SigningKey.rsa("rsa-" + run);
    this.ec = SigningKey.ec("ec-" + run);
    this.foreign = SigningKey.rsa("rsa-" + run);
    this.path = wanted.getRawPath().replaceFirst("/$", "");
    this.listener = new HttpListener(Math.max(wanted.getPort(), 0), recorder, this::serve);
    this.identifier = "http://" + wanted.getHost() + ":" + listener.port() + path;
  }

  /**
   * Begins to listen.
   *
   * @param identifier who it is: an {@code http} URL of this machine, whose port it listens on;
   *     port 0 stands for a free one
   * @return the issuer
   * @throws IllegalArgumentException if the URL is another one
   * @throws java.io.UncheckedIOException if the port is not to be had
   */
  public static Issuer start(URI identifier) {
    boolean local = Set.of("localhost", "127.0.0.1").contains(String.valueOf(identifier.getHost()));
    if (!"http".equals(identifier.getScheme()) || !local || identifier.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "expected an http URL of this machine, such as http://localhost:9000, but was: "
              + identifier);
    }
    return new Issuer(identifier, new Recorder());
  }

  /**
   * Returns who it is.
   *
   * @return the issuer identifier
   */
  public String identifier() {
    return identifier;
  }

  /**
   * Returns the key that most tokens are signed with.
   *
   * @return a published key for RS256
   */
  public SigningKey rsa() {
    return rsa;
  }

  /**
   * Returns another key.
   *
   * @return a published key for ES256
   */
  public SigningKey ec() {
    return ec;
  }

  /**
   * Returns a key of somebody else.
   *
   * @return a key for RS256 that is not published; it has the id of the one that is
   */
  public SigningKey foreign() {
    return foreign;
  }

  @Override
  public void close() {
    listener.close();
  }

  private void serve(AcceptedConnection connection) {
    try {
      Optional<IncomingRequest> request = connection.read();
      while (request.isPresent()) {
        answer(connection, request.get());
        request = connection.read();
      }
    } catch (IOException e) {
      // Whoever asked has gone, which is their right.
    }
  }

  private void answer(AcceptedConnection connection, IncomingRequest request) throws IOException {
    String asked = request.path();
    boolean metadata =
        asked.equals(WELL_KNOWN + "oauth-authorization-server" + path)
            || asked.equals(WELL_KNOWN + "openid-configuration" + path)
            || asked.equals(path + WELL_KNOWN + "openid-configuration");
    if (!request.verb().equals("GET")) {
      connection.respond(405, List.of(new Header("Allow", "GET")), Bytes.NONE);
    } else if (metadata) {
      respond(connection, metadata());
    } else if (asked.equals(path + "/jwks")) {
      ObjectNode keys = Json.object();
      keys.set("keys", Json.array(List.of(rsa.jwk(), ec.jwk())));
      respond(connection, keys);
    } else {
      connection.respond(404, List.of(), Bytes.NONE);
    }
  }

  private static void respond(AcceptedConnection connection, ObjectNode json) throws IOException {
    connection.respond(
        200, List.of(new Header("Content-Type", "application/json")), Bytes.utf8(Json.write(json)));
  }

  private ObjectNode metadata() {
    ObjectNode metadata =
        Json.object(
            """
            {"response_types_supported":["code"],"subject_types_supported":["public"],
             "grant_types_supported":["authorization_code"],
             "id_token_signing_alg_values_supported":["RS256"],
             "code_challenge_methods_supported":["S256"],
             "token_endpoint_auth_methods_supported":["none"]}
            """);
    return metadata
        .put("issuer", identifier)
        .put("authorization_endpoint", identifier + "/authorize")
        .put("token_endpoint", identifier + "/token")
        .put("jwks_uri", identifier + "/jwks");
  }
}
