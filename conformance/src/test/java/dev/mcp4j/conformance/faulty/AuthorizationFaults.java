/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Header;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What protected servers do wrong. */
final class AuthorizationFaults {
  private static final String HEADER = "Authorization";
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String METADATA = "/.well-known/oauth-protected-resource";

  /** A good token for the server, which faults put in the place of others. */
  private final Supplier<String> good;

  private AuthorizationFaults(Supplier<String> good) {
    this.good = good;
  }

  static List<Fault> all(Supplier<String> good) {
    AuthorizationFaults faults = new AuthorizationFaults(good);
    return Stream.of(faults.entrance(), faults.tokens(), answers(), metadata(), faults.scopes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Fault> entrance() {
    return List.of(
        admitted("nobody needs a token", "auth.token.before-processing", r -> bare(r)),
        admitted(
            "discovery needs no token",
            "auth.token.before-processing",
            r -> bare(r) && r.method().equals("server/discover")),
        admitted(
            "lists need no token",
            "auth.token.before-processing",
            r -> bare(r) && r.method().endsWith("/list")),
        admitted(
                "subscriptions need no token",
                "auth.token.before-processing",
                r -> bare(r) && r.method().equals("subscriptions/listen"))
            .in("Authorization.everything"),
        admitted(
                "reading needs no token",
                "resource.access-control",
                r -> bare(r) && r.method().equals("resources/read"))
            .in("Authorization.everything"),
        Fault.reply(
                "a public list is not for everybody",
                "cache.public-is-shared",
                (request, reply) -> {
                  ObjectNode message = reply.message();
                  if (message.path("result").path("tools") instanceof ArrayNode tools) {
                    ((ObjectNode) message.path("result")).put("cacheScope", "public");
                    if (claims(request).path("sub").stringValue("").equals("somebody-else")) {
                      tools.remove(0);
                    }
                    reply.message(message);
                  }
                })
            .in("User."),
        admitted(
                "questions are answered by another user",
                "elicit.bound-to-user",
                r -> claims(r).path("sub").stringValue("").equals("somebody-else"))
            .in("Input.stateOfAnotherUser"),
        admitted(
                "calls of tools need no token",
                "tool.access-control",
                r -> bare(r) && r.method().equals("tools/call"))
            .in("Authorization.everything"),
        Fault.request(
                "streams need no token",
                "auth.token.before-processing",
                r ->
                    r.verb.equals("GET") && bare(r) && r.path.equals("/mcp")
                        ? Optional.of(ProxyReply.empty(200))
                        : Optional.empty())
            .in("Authorization.everything"),
        Fault.request(
                "a token in the query is taken",
                "auth.token.before-processing",
                r ->
                    bare(r) && r.path.contains("access_token=")
                        ? Optional.of(ProxyReply.result(r, "{}"))
                        : Optional.empty())
            .in("Authorization.tokenInTheQuery"),
        admitted(
                "the scheme is not looked at",
                "auth.token.validated",
                r -> r.header(HEADER).endsWith(" " + good.get()))
            .in("Authorization.otherSchemes"),
        admitted(
                "tasks need no token",
                "task.auth-binding",
                r -> bare(r) && r.method().startsWith("tasks/"))
            .in("Task.taskIsOut"),
        admitted(
                "state of another user is taken",
                "mrtr.state-principal",
                r -> claims(r).path("sub").stringValue("").equals("somebody-else"))
            .in("Input.stateOfAnotherUser"),
        admitted(
                "any text is taken as a token",
                "auth.token.validated",
                r -> r.hasHeader(HEADER) && claims(r).isMissingNode())
            .in("Authorization.textThat"));
  }

  private List<Fault> tokens() {
    return List.of(
        taken(
            "tokens do not expire",
            "auth.token.validated",
            (header, claims) -> claims.path("exp").longValue(0) < now()),
        taken(
            "tokens are taken before their time",
            "auth.token.validated",
            (header, claims) -> claims.path("nbf").longValue(0) > now()),
        taken(
            "unsigned tokens are taken",
            "auth.token.validated",
            (header, claims) ->
                header.path("alg").stringValue("").toLowerCase(Locale.ROOT).equals("none")),
        taken(
            "the public key is taken as a secret",
            "auth.token.validated",
            (header, claims) -> header.path("alg").stringValue("").equals("HS256")),
        taken(
            "a key in the header is believed",
            "auth.token.validated",
            (header, claims) -> header.has("jwk")),
        taken(
            "signatures are not checked",
            "auth.token.validated",
            (header, claims) -> claims.path("sub").stringValue("").equals("somebody-else")),
        taken(
            "tokens for others are taken",
            "auth.token.own-only",
            (header, claims) -> !audience(claims).isEmpty()),
        taken(
            "an audience only has to begin as the server does",
            "auth.token.own-only",
            (header, claims) -> audience(claims).endsWith("/mcp-other")),
        taken(
            "an audience is only looked for within the text",
            "auth.token.own-only",
            (header, claims) -> audience(claims).contains("?resource=")),
        taken(
            "tokens for the client itself are taken",
            "auth.token.own-only",
            (header, claims) -> audience(claims).equals("mcp4j-conformance")),
        taken(
            "tokens need no audience",
            "auth.token.audience",
            (header, claims) -> audience(claims).isEmpty()),
        taken(
            "every issuer is trusted",
            "auth.token.foreign-refused",
            (header, claims) ->
                claims.path("iss").stringValue("").equals("https://other.example")));
  }

  private static List<Fault> answers() {
    return List.of(
        status("no token is answered with 403", "auth.status.unauthorized-401", 401, 403),
        refusal(
            "a bad token is answered with 400",
            "auth.token.invalid-401",
            401,
            reply -> {
              if (challenge(reply).contains("invalid_token")) {
                reply.status = 400;
              }
            }),
        refusal(
            "no challenge comes",
            "auth.token.error-response",
            401,
            reply -> reply.headers.removeIf(h -> h.name().equalsIgnoreCase(CHALLENGE))),
        refusal(
            "the challenge is of another scheme",
            "auth.token.error-response",
            401,
            reply -> reply.setHeader(CHALLENGE, challenge(reply).replaceFirst("Bearer", "Basic"))),
        status("what is malformed is an internal error", "auth.status.malformed-400", 400, 500),
        refusal(
            "the challenge names no scopes",
            "auth.challenge.scope",
            401,
            reply -> without(reply, "scope")),
        refusal(
            "the challenges name different scopes",
            "auth.scope.consistent",
            401,
            reply -> {
              if (challenge(reply).contains("invalid_token")) {
                with(reply, "scope", scope -> "conformance.other");
              }
            }),
        refusal(
                "a refresh token is asked for",
                "auth.refresh.no-offline-access",
                401,
                reply -> with(reply, "scope", scope -> scope + " offline_access"))
            .in("Authorization.request"),
        Fault.reply(
                "the token is shown in the result",
                "auth.token.stored-securely",
                (request, reply) -> {
                  ObjectNode message = reply.message();
                  if (message.path("result") instanceof ObjectNode result) {
                    result.put("debug", request.header(HEADER));
                    reply.message(message);
                  }
                })
            .in("Version.discovery"));
  }

  private static List<Fault> metadata() {
    return List.of(
        Fault.reply(
            "there is no metadata",
            "auth.prm.discoverable",
            (request, reply) -> {
              if (request.path.startsWith(METADATA)) {
                reply.status = 404;
              }
            }),
        Fault.reply(
            "nothing leads to the metadata",
            "auth.prm.discoverable",
            (request, reply) -> {
              without(reply, "resource_metadata");
              if (request.path.startsWith(METADATA)) {
                reply.status = 404;
              }
            }),
        refusal(
            "the challenge leads nowhere",
            "auth.prm.discoverable",
            401,
            reply -> with(reply, "resource_metadata", url -> url.replace("/mcp", "/none"))),
        refusal(
            "the challenge leads to a path",
            "auth.prm.discoverable",
            401,
            reply -> with(reply, "resource_metadata", url -> METADATA)),
        document(
            "the metadata is that of another server",
            "auth.prm.implemented",
            metadata -> metadata.put("resource", "https://other.example/mcp")),
        document(
            "the metadata is that of another path",
            "auth.prm.implemented",
            metadata ->
                metadata.put(
                    "resource",
                    metadata.path("resource").stringValue("").replace("/mcp", "/mcp-other"))),
        document(
            "the metadata does not say whose it is",
            "auth.prm.implemented",
            metadata -> metadata.remove("resource")),
        document(
            "no authorization server is named",
            "auth.prm.names-servers",
            metadata -> metadata.remove("authorization_servers")),
        document(
            "the list of authorization servers is empty",
            "auth.prm.names-servers",
            metadata -> metadata.set("authorization_servers", Json.array(List.of()))),
        document(
            "the authorization server is no URL",
            "auth.prm.names-servers",
            metadata ->
                metadata.set(
                    "authorization_servers", Json.array(List.of(Json.string("id.example.com"))))),
        document(
            "the authorization server is reached without TLS",
            "auth.prm.names-servers",
            metadata ->
                metadata.set(
                    "authorization_servers",
                    Json.array(List.of(Json.string("http://id.example.com"))))),
        document(
                "refresh tokens are named among the scopes",
                "auth.refresh.no-offline-access",
                metadata -> ((ArrayNode) metadata.path("scopes_supported")).add("offline_access"))
            .in("ResourceMetadata"),
        document(
            "the resource has a slash at its end",
            "auth.resource.no-trailing-slash",
            metadata -> metadata.put("resource", metadata.path("resource").stringValue("") + "/")));
  }

  private List<Fault> scopes() {
    return List.of(
        status("a lack of scope is answered with 401", "auth.status.forbidden-403", 403, 401),
        refusal(
            "a lack of scope is not called that",
            "auth.scope-error.form",
            403,
            reply -> without(reply, "error")),
        refusal(
            "a lack of scope does not lead to the metadata",
            "auth.scope-error.form",
            403,
            reply -> without(reply, "resource_metadata")),
        refusal(
            "the scopes that lack are not named",
            "auth.scope-error.names-scopes",
            403,
            reply -> without(reply, "scope")),
        refusal(
            "the scopes that lack are named one by one",
            "auth.scope-error.all-at-once",
            403,
            reply -> with(reply, "scope", scope -> scope.split(" ", 2)[0])),
        admitted(
                "scopes of tools are not demanded",
                "auth.token.validated",
                r -> r.isCallOf("conformance_scoped"))
            .in("Scope.scopesOfTools"),
        admitted(
                "one scope of two is enough",
                "auth.token.validated",
                r ->
                    r.isCallOf("conformance_scoped")
                        && claims(r).path("scope").stringValue("").contains("conformance.read"))
            .in("Scope.scopesOfTools"),
        Fault.request(
            "a broad scope is not enough",
            "auth.scope.hierarchy",
            r ->
                r.isCallOf("conformance_scoped")
                        && claims(r).path("scope").stringValue("").contains("conformance.admin")
                    ? Optional.of(ProxyReply.empty(403))
                    : Optional.empty()));
  }

  /** Lets in what the server would refuse. */
  private Fault admitted(String name, String requirement, Predicate<ProxyRequest> when) {
    return Fault.request(
        name,
        requirement,
        request -> {
          if (when.test(request)) {
            request.setHeader(HEADER, "Bearer " + good.get());
          }
          return Optional.empty();
        });
  }

  /** Takes tokens that the server would not take. */
  private Fault taken(String name, String requirement, BiPredicate<JsonNode, JsonNode> when) {
    return admitted(
            name,
            requirement,
            r -> !claims(r).isMissingNode() && when.test(part(r, 0), claims(r)) && !isGood(r))
        .in("Token.");
  }

  private boolean isGood(ProxyRequest request) {
    return request.header(HEADER).equals("Bearer " + good.get());
  }

  private static boolean bare(ProxyRequest request) {
    return !request.hasHeader(HEADER);
  }

  private static Fault status(String name, String requirement, int right, int wrong) {
    return refusal(name, requirement, right, reply -> reply.status = wrong);
  }

  private static Fault refusal(
      String name, String requirement, int status, Consumer<ProxyReply> spoiler) {
    return Fault.reply(
        name,
        requirement,
        (request, reply) -> {
          if (reply.status == status) {
            spoiler.accept(reply);
          }
        });
  }

  private static Fault document(String name, String requirement, Consumer<ObjectNode> spoiler) {
    return Fault.reply(
        name,
        requirement,
        (request, reply) -> {
          if (request.path.startsWith(METADATA)) {
            ObjectNode metadata = reply.message();
            spoiler.accept(metadata);
            reply.message(metadata);
          }
        });
  }

  private static String challenge(ProxyReply reply) {
    return Header.find(reply.headers, CHALLENGE).orElse("");
  }

  private static void without(ProxyReply reply, String param) {
    if (challenge(reply).isEmpty()) {
      return;
    }
    String changed = challenge(reply).replaceFirst("(, )?\\b" + param + "=\"[^\"]*\"", "");
    reply.setHeader(CHALLENGE, changed.replaceFirst("^Bearer,", "Bearer"));
  }

  private static void with(ProxyReply reply, String param, UnaryOperator<String> change) {
    String begin = "\\b" + param + "=\"";
    String value = challenge(reply).replaceFirst(".*" + begin, "").replaceFirst("\".*", "");
    reply.setHeader(
        CHALLENGE,
        challenge(reply)
            .replaceFirst(begin + "[^\"]*\"", param + "=\"" + change.apply(value) + "\""));
  }

  private static String audience(JsonNode claims) {
    return claims.path("aud").stringValue("");
  }

  static JsonNode claims(ProxyRequest request) {
    return part(request, 1);
  }

  private static JsonNode part(ProxyRequest request, int index) {
    String[] parts = request.header(HEADER).replaceFirst("^Bearer ", "").split("\\.", -1);
    if (parts.length <= index) {
      return Json.NODES.missingNode();
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(parts[index]);
      return Json.read(new String(json, StandardCharsets.UTF_8))
          .filter(JsonNode::isObject)
          .orElse(Json.NODES.missingNode());
    } catch (IllegalArgumentException e) {
      return Json.NODES.missingNode();
    }
  }

  private static long now() {
    return System.currentTimeMillis() / 1000;
  }
}
