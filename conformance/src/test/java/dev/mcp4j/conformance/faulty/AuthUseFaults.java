/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.conformance.wire.HttpConnection;
import dev.mcp4j.conformance.wire.HttpRequest;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Faults of what a client asks for as whom, and of what it does with its tokens. */
final class AuthUseFaults {
  private static final String EVERY = "AuthToken.everyRequest";
  private static final String ELSEWHERE = "https://other.example/mcp";
  private static final String DOCUMENT = "https://client.example/metadata.json";
  private static final String DOCUMENTS = "client_id_metadata_document_supported";
  private static final Pattern SCOPE = Pattern.compile("(?i)scope=\"?([^\",]*)");

  private AuthUseFaults() {}

  static List<ClientFault> all() {
    List<Fault> faults =
        List.of(
            Fault.request(
                    "authorization requests name no resource",
                    "auth.resource.both-requests",
                    AuthSpoilers.query(parameters -> parameters.remove("resource")))
                .in(EVERY),
            Fault.request(
                    "token requests name no resource",
                    "auth.resource.always-sent",
                    AuthSpoilers.form(parameters -> parameters.remove("resource")))
                .in(EVERY),
            resource("auth.resource.identifies-server", "another resource is named", ELSEWHERE),
            changedResource("auth.resource.canonical", "the resource has a fragment", "#part"),
            changedResource("auth.resource.no-trailing-slash", "the resource has a slash", "/"),
            Fault.request(
                    "the resource is the origin",
                    "auth.resource.most-specific",
                    AuthSpoilers.both(
                        parameters ->
                            parameters.computeIfPresent(
                                "resource", (key, url) -> URI.create(url).resolve("/").toString())))
                .in(EVERY),
            Fault.reply(
                    "the scopes of the challenge are not looked at",
                    "auth.scope.challenge-authoritative",
                    AuthSpoilers.challenges(c -> c.replaceAll("(?i)scope=", "x=")))
                .in("AuthScope.scopesOfTheChallenge"),
            Fault.request(
                    "only usual scopes are asked for",
                    "auth.scope.no-set-relation",
                    AuthSpoilers.query(parameters -> parameters.replace("scope", "read")))
                .in("AuthScope.scopesOfTheChallenge"),
            Fault.request(
                    "everything is asked for",
                    "auth.scope.least-privilege",
                    AuthSpoilers.query(
                        parameters -> parameters.merge("scope", " all", String::concat)))
                .in("AuthScope.scopesOfTheChallenge"),
            Fault.request(
                    "no scopes are asked for",
                    "auth.scope.selection-order",
                    AuthSpoilers.query(parameters -> parameters.remove("scope")))
                .in("AuthScope.withoutScopes"),
            onlyTheNewScopes(),
            Fault.reply(
                    "a lack of scope is final",
                    "auth.step-up.for-user",
                    (request, reply) -> {
                      if (reply.status == 403) {
                        AuthSpoilers.withoutChallenges(reply);
                      }
                    })
                .in("AuthScope.moreScope"),
            Fault.request(
                "the client does not go as the one that is registered",
                "auth.preregistered.supported",
                AuthSpoilers.query(parameters -> parameters.put("client_id", "a guess"))),
            Fault.request(
                    "the document comes before the registration",
                    "auth.client-id.order",
                    AuthSpoilers.query(parameters -> parameters.put("client_id", DOCUMENT)))
                .in("AuthClientId.credentials"),
            Fault.request(
                    "there is no client id",
                    "auth.client-id.obtained",
                    AuthSpoilers.query(parameters -> parameters.remove("client_id")))
                .in(EVERY),
            Fault.reply(
                "documents are not used",
                "auth.cimd.supported",
                AuthSpoilers.metadata((issuer, members) -> members.remove(DOCUMENTS))),
            Fault.reply(
                "documents are used everywhere",
                "auth.cimd.support-checked",
                AuthSpoilers.metadata((issuer, members) -> members.put(DOCUMENTS, true))),
            Fault.request(
                "registrations name no type of application",
                "auth.dcr.application-type",
                AuthSpoilers.registration(members -> members.remove("application_type"))),
            Fault.request(
                "all applications are web applications",
                "auth.dcr.native",
                AuthSpoilers.registration(members -> members.put("application_type", "web"))),
            Fault.request(
                "refresh tokens are used and not asked for",
                "auth.refresh.grant-type",
                AuthSpoilers.registration(
                    members -> members.putArray("grant_types").add("authorization_code"))),
            Fault.reply(
                "a refused registration is no matter",
                "auth.dcr.refusal-handled",
                (request, reply) -> {
                  if (AuthSpoilers.isRegistration(request)) {
                    reply.status = 201;
                    reply.message(
                        Json.object()
                            .put("client_id", "me")
                            .put("token_endpoint_auth_method", "none"));
                  }
                }),
            redirect("auth.redirect.registered", "http://localhost:3000/elsewhere"),
            redirect("auth.redirect.local-or-https", "http://client.example/callback").in(EVERY),
            olderClientId(),
            registeredOnce(),
            Fault.request(
                "tokens are in the query as well",
                "auth.token.not-in-query",
                AuthSpoilers.when(
                    request ->
                        request.hasHeader("Authorization") && AuthSpoilers.isMessage(request),
                    request ->
                        request.path +=
                            "?access_token=" + request.header("Authorization").substring(7))),
            Fault.request(
                "tokens are in a header of their own",
                "auth.token.header",
                AuthSpoilers.when(
                    request ->
                        request.hasHeader("Authorization") && AuthSpoilers.isMessage(request),
                    request -> {
                      request.setHeader("X-Token", request.header("Authorization").substring(7));
                      request.removeHeader("Authorization");
                    })),
            Fault.request(
                "lists are asked for without a token",
                "auth.token.every-request",
                AuthSpoilers.when(
                    request -> request.method().equals("tools/list"),
                    request -> request.removeHeader("Authorization"))),
            Fault.reply(
                    "tokens follow redirects",
                    "auth.token.foreign-not-sent",
                    (request, reply) -> {
                      if (reply.status == 307) {
                        follow(request, Header.find(reply.headers, "Location").orElseThrow());
                      }
                    })
                .in("AuthToken.tokenDoesNotFollow"),
            refreshTokenForEverybody(),
            signsInOnce());
    return Stream.concat(faults.stream().map(ClientFault::of), Stream.of(anyDocument())).toList();
  }

  private static Fault resource(String requirement, String name, String resource) {
    Consumer<Map<String, String>> change = parameters -> parameters.replace("resource", resource);
    return Fault.request(name, requirement, AuthSpoilers.both(change)).in(EVERY);
  }

  private static Fault changedResource(String requirement, String name, String suffix) {
    Consumer<Map<String, String>> change =
        parameters -> parameters.computeIfPresent("resource", (key, url) -> url + suffix);
    return Fault.request(name, requirement, AuthSpoilers.both(change)).in(EVERY);
  }

  private static Fault onlyTheNewScopes() {
    AtomicReference<String> wanted = new AtomicReference<>("");
    return Fault.request(
            "scopes that were there before are forgotten",
            "auth.step-up.union",
            AuthSpoilers.query(parameters -> parameters.replace("scope", wanted.get())))
        .and(
            AuthSpoilers.challenges(
                challenge -> {
                  Matcher scope = SCOPE.matcher(challenge);
                  wanted.set(scope.find() ? scope.group(1) : "");
                  return challenge;
                }))
        .in("AuthScope.moreScope");
  }

  /** Goes by another redirect URI than the client, which does not notice. */
  static Fault redirect(String requirement, String redirectUri) {
    AtomicReference<String> own = new AtomicReference<>("");
    return Fault.request(
            "the redirect URI is " + redirectUri,
            requirement,
            request -> {
              if (AuthSpoilers.isAuthorization(request)) {
                own.set(AuthSpoilers.parameters(request.path).get("redirect_uri"));
              }
              return AuthSpoilers.query(parameters -> parameters.put("redirect_uri", redirectUri))
                  .spoil(request);
            })
        .and(
            (request, reply) ->
                Header.find(reply.headers, "Location")
                    .ifPresent(
                        location ->
                            reply.setHeader("Location", location.replace(redirectUri, own.get()))));
  }

  private static Fault olderClientId() {
    AtomicReference<String> last = new AtomicReference<>("");
    AtomicReference<String> before = new AtomicReference<>("");
    return Fault.request(
            "the registration before is used",
            "auth.binding.not-reused",
            AuthSpoilers.query(parameters -> parameters.put("client_id", before.get())))
        .and(
            (request, reply) -> {
              if (AuthSpoilers.isRegistration(request)) {
                before.set(last.get());
                last.set(reply.message().path("client_id").stringValue(""));
              }
            })
        .in("AuthClientId.clientRegistersAnew");
  }

  private static Fault registeredOnce() {
    AtomicReference<String> first = new AtomicReference<>("");
    return Fault.request(
            "one registration does for all servers",
            "auth.binding.registers-anew",
            request ->
                AuthSpoilers.isRegistration(request) && !first.get().isEmpty()
                    ? Optional.of(ProxyReply.json(201, Json.object(first.get())))
                    : Optional.empty())
        .and(
            (request, reply) -> {
              if (AuthSpoilers.isRegistration(request)) {
                first.set(reply.body.text());
              }
            });
  }

  /** Cannot go on once a token has ended that came without a refresh token. */
  private static Fault signsInOnce() {
    Set<String> issuers = ConcurrentHashMap.newKeySet();
    return Fault.request(
        "nobody signs in twice",
        "auth.refresh.not-assumed",
        request ->
            AuthSpoilers.isAuthorization(request) && !issuers.add(AuthSpoilers.issuer(request))
                ? Optional.of(ProxyReply.empty(403))
                : Optional.empty());
  }

  private static Fault refreshTokenForEverybody() {
    AtomicReference<String> token = new AtomicReference<>("");
    return Fault.request(
            "refresh tokens go to the server as well",
            "auth.refresh.confidential",
            AuthSpoilers.when(
                request -> AuthSpoilers.isMessage(request) && !token.get().isEmpty(),
                request -> request.setHeader("X-Refresh", token.get())))
        .and(
            (request, reply) -> {
              if (AuthSpoilers.isToken(request)) {
                token.set(reply.message().path("refresh_token").stringValue(""));
              }
            });
  }

  /** Has the client use a good document, and puts the bad one that it was given in its place. */
  private static ClientFault anyDocument() {
    AtomicReference<String> given = new AtomicReference<>("");
    Fault fault =
        Fault.request(
            "any URL is a client id",
            "auth.cimd.url-form",
            AuthSpoilers.query(parameters -> parameters.put("client_id", given.get())));
    return ClientFault.of(fault)
        .with(
            command -> {
              if (command.path("authorization") instanceof ObjectNode authorization
                  && authorization.has("document")) {
                given.set(authorization.path("document").stringValue(""));
                authorization.put("document", DOCUMENT);
              }
            });
  }

  private static void follow(ProxyRequest request, String location) {
    URI target = URI.create(location);
    Duration patience = Duration.ofSeconds(10);
    try (HttpConnection connection = HttpConnection.open(target, patience, new Recorder())) {
      connection.within(patience);
      List<Header> headers =
          List.of(
              new Header("Host", target.getAuthority()),
              new Header("Authorization", request.header("Authorization")),
              new Header("Content-Length", "0"));
      String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
      connection.send(new HttpRequest("POST", path, headers, Bytes.NONE));
      connection.readHead();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
