/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.wire.Header;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Knows what a client sends when it signs in, and spoils parts of it. */
final class AuthSpoilers {
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  private AuthSpoilers() {}

  static boolean isAuthorization(ProxyRequest request) {
    return request.path.contains("/authorize?");
  }

  static boolean isToken(ProxyRequest request) {
    return request.verb.equals("POST") && request.path.endsWith("/token");
  }

  static boolean isRegistration(ProxyRequest request) {
    return request.verb.equals("POST") && request.path.endsWith("/register");
  }

  static boolean isServerMetadata(ProxyRequest request) {
    return request.path.contains(OAUTH) || request.path.contains(OPENID);
  }

  static boolean isMessage(ProxyRequest request) {
    return request.verb.equals("POST") && !request.method().isEmpty();
  }

  /** The issuer that a request for metadata, or an authorization request, goes by. */
  static String issuer(ProxyRequest request) {
    return request.path.replaceFirst("/authorize\\?.*", "").replace(OAUTH, "").replace(OPENID, "");
  }

  /** Changes requests of a kind. */
  static Fault.RequestSpoiler when(Predicate<ProxyRequest> kind, Consumer<ProxyRequest> change) {
    return request -> {
      if (kind.test(request)) {
        change.accept(request);
      }
      return Optional.empty();
    };
  }

  /** Answers requests of a kind in the server's stead. */
  static Fault.RequestSpoiler instead(Predicate<ProxyRequest> kind, int status) {
    return request -> kind.test(request) ? Optional.of(ProxyReply.empty(status)) : Optional.empty();
  }

  /** Changes the parameters of authorization requests. */
  static Fault.RequestSpoiler query(Consumer<Map<String, String>> change) {
    return when(AuthSpoilers::isAuthorization, request -> query(request, change));
  }

  static void query(ProxyRequest request, Consumer<Map<String, String>> change) {
    request.path = changed(request.path, change);
  }

  /** Changes the parameters of token requests. */
  static Fault.RequestSpoiler form(Consumer<Map<String, String>> change) {
    return when(
        AuthSpoilers::isToken,
        request -> {
          Map<String, String> parameters = read(request.body().text());
          change.accept(parameters);
          request.body(write(parameters));
        });
  }

  /** Changes the parameters of authorization requests and of token requests. */
  static Fault.RequestSpoiler both(Consumer<Map<String, String>> change) {
    return request -> {
      query(change).spoil(request);
      return form(change).spoil(request);
    };
  }

  /** Changes what a client registers. */
  static Fault.RequestSpoiler registration(Consumer<ObjectNode> change) {
    return when(
        AuthSpoilers::isRegistration,
        request -> {
          ObjectNode members = request.message();
          change.accept(members);
          request.message(members);
        });
  }

  /** Changes the metadata of authorization servers that a client gets to see. */
  static Fault.ReplySpoiler metadata(MetadataSpoiler change) {
    return (request, reply) -> {
      if (isServerMetadata(request) && reply.status == 200) {
        ObjectNode members = reply.message();
        change.spoil(issuer(request), members);
        reply.message(members);
      }
    };
  }

  /** Changes metadata. */
  interface MetadataSpoiler {
    /** Changes it; the issuer is the one that the client went by. */
    void spoil(String issuer, ObjectNode members);
  }

  /** Changes the parameters of authorization responses that a client gets to see. */
  static Fault.ReplySpoiler response(ResponseSpoiler change) {
    return (request, reply) -> {
      String location = Header.find(reply.headers, "Location").orElse("");
      if (isAuthorization(request) && !location.isEmpty()) {
        reply.setHeader(
            "Location", changed(location, parameters -> change.spoil(request, parameters)));
      }
    };
  }

  /** Changes authorization responses. */
  interface ResponseSpoiler {
    /** Changes the parameters. */
    void spoil(ProxyRequest request, Map<String, String> parameters);
  }

  /** Changes the challenges that a client gets to see. */
  static Fault.ReplySpoiler challenges(UnaryOperator<String> change) {
    return (request, reply) ->
        Header.find(reply.headers, CHALLENGE)
            .ifPresent(challenge -> reply.setHeader(CHALLENGE, change.apply(challenge)));
  }

  static void withoutChallenges(ProxyReply reply) {
    reply.headers.removeIf(header -> header.name().equalsIgnoreCase(CHALLENGE));
  }

  static Map<String, String> parameters(String url) {
    return read(Optional.ofNullable(URI.create(url).getRawQuery()).orElse(""));
  }

  private static String changed(String url, Consumer<Map<String, String>> change) {
    Map<String, String> parameters = parameters(url);
    change.accept(parameters);
    return url.substring(0, url.indexOf('?') + 1) + write(parameters);
  }

  private static Map<String, String> read(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Stream.of(text.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> parameters.put(decoded(pair[0]), decoded(pair[1])));
    return parameters;
  }

  private static String write(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
