/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.node.ObjectNode;

/** Faults of a client on its way to an authorization server, and of what it takes from there. */
final class AuthFlowFaults {
  private static final String PKCE = "code_challenge_methods_supported";
  private static final String EVERY = "AuthToken.everyRequest";

  private AuthFlowFaults() {}

  static List<ClientFault> all() {
    return List.of(
            reply(
                    "a refusal is final",
                    "auth.challenge.answered",
                    (request, reply) -> {
                      if (reply.status == 401) {
                        reply.status = 403;
                        AuthSpoilers.withoutChallenges(reply);
                      }
                    })
                .in("AuthDiscovery.refusalLeads"),
            reply(
                "only plain challenges are understood",
                "auth.challenge.parsed",
                (request, reply) -> {
                  AuthSpoilers.challenges(
                          challenge ->
                              challenge.startsWith("Bearer resource_") ? challenge : "Other")
                      .spoil(request, reply);
                }),
            reply(
                    "where the metadata is, is not taken from the challenge",
                    "auth.prm.from-challenge",
                    AuthSpoilers.challenges(
                        challenge -> challenge.replaceAll("(?i)resource_metadata=", "x=")))
                .in("AuthDiscovery.refusalLeads"),
            request(
                "the well-known place for the path is passed over",
                "auth.prm.well-known",
                AuthSpoilers.instead(
                    request -> request.path.contains("/.well-known/oauth-protected-resource/"),
                    404)),
            reply(
                "resources are compared letter by letter",
                "auth.resource.upper-case-accepted",
                (request, reply) -> {
                  if (reply.message().path("resource").stringValue("").startsWith("HTTP:")) {
                    reply.status = 404;
                  }
                }),
            request(
                "only metadata of OAuth is known",
                "auth.as-metadata.both-kinds",
                AuthSpoilers.instead(
                    request -> request.path.contains("openid-configuration"), 404)),
            request(
                    "metadata of OpenID Connect is looked for first, with a path",
                    "auth.as-metadata.path-order",
                    AuthSpoilers.instead(
                        request -> request.path.contains("oauth-authorization-server"), 404))
                .in("AuthDiscovery.metadataOfBothKinds"),
            request(
                    "metadata of OpenID Connect is looked for first, without a path",
                    "auth.as-metadata.root-order",
                    AuthSpoilers.instead(
                        request -> request.path.contains("oauth-authorization-server"), 404))
                .in("AuthDiscovery.metadataOfBothKinds"),
            reply(
                "the issuer in the metadata is not looked at",
                "auth.as-metadata.mismatch-unused",
                AuthSpoilers.metadata((issuer, members) -> members.put("issuer", issuer))),
            reply(
                "metadata of another server is used",
                "auth.as-metadata.foreign-rejected",
                AuthSpoilers.metadata(
                    (issuer, members) -> {
                      if (issuerIn(members).contains("honest")) {
                        members.put("issuer", issuer);
                      }
                    })),
            reply(
                "issuers in the metadata are normalized",
                "auth.as-metadata.issuer-identical",
                AuthSpoilers.metadata(
                    (issuer, members) -> {
                      if (isNearly(issuerIn(members), issuer)) {
                        members.put("issuer", issuer);
                      }
                    })),
            reply(
                "PKCE is taken for granted",
                "auth.pkce.absent-refused",
                AuthSpoilers.metadata((issuer, members) -> members.putArray(PKCE).add("S256"))),
            reply(
                "PKCE is taken for granted with OpenID Connect",
                "auth.pkce.openid-absent-refused",
                AuthSpoilers.metadata(
                    (issuer, members) -> {
                      if (members.has("jwks_uri")) {
                        members.putArray(PKCE).add("S256");
                      }
                    })),
            request(
                    "there is no PKCE",
                    "auth.pkce.used",
                    AuthSpoilers.query(
                        parameters -> {
                          parameters.remove("code_challenge");
                          parameters.remove("code_challenge_method");
                        }))
                .in(EVERY),
            request(
                    "the method of PKCE is plain",
                    "auth.pkce.s256",
                    AuthSpoilers.query(
                        parameters -> parameters.put("code_challenge_method", "plain")))
                .in(EVERY),
            request(
                    "the verifier is another one",
                    "auth.pkce.s256",
                    AuthSpoilers.form(
                        parameters -> parameters.put("code_verifier", "x".repeat(43))))
                .in(EVERY),
            state("the state is not looked at", "auth.state.mismatch-discarded", false),
            state("there is no state", "auth.state.used", true).in(EVERY),
            reply(
                "iss is not looked at",
                "auth.response.iss-compared",
                AuthSpoilers.response(
                    (request, parameters) -> parameters.put("iss", AuthSpoilers.issuer(request)))),
            reply(
                "iss is normalized",
                "auth.response.iss-not-normalized",
                AuthSpoilers.response(
                    (request, parameters) -> {
                      String issuer = AuthSpoilers.issuer(request);
                      if (isNearly(parameters.getOrDefault("iss", ""), issuer)) {
                        parameters.put("iss", issuer);
                      }
                    })),
            reply(
                "iss may be missing where it was promised",
                "auth.response.iss-required",
                AuthSpoilers.response(
                    (request, parameters) ->
                        parameters.putIfAbsent("iss", AuthSpoilers.issuer(request)))),
            reply(
                "iss may not be missing where it was not promised",
                "auth.response.iss-optional",
                AuthSpoilers.response(
                    (request, parameters) -> {
                      if (!parameters.containsKey("iss")) {
                        parameters.remove("code");
                      }
                    })),
            reply(
                "errors of other issuers are shown",
                "auth.response.error-not-shown",
                AuthSpoilers.response(
                    (request, parameters) -> parameters.put("iss", AuthSpoilers.issuer(request)))))
        .stream()
        .map(ClientFault::of)
        .toList();
  }

  private static Fault state(String name, String requirement, boolean none) {
    AtomicReference<String> sent = new AtomicReference<>("");
    return request(
            name,
            requirement,
            AuthSpoilers.query(
                parameters -> {
                  sent.set(parameters.getOrDefault("state", ""));
                  if (none) {
                    parameters.remove("state");
                  }
                }))
        .and(AuthSpoilers.response((request, parameters) -> parameters.put("state", sent.get())));
  }

  private static boolean isNearly(String named, String issuer) {
    String normal = named.toLowerCase(Locale.ROOT);
    return normal.equals(issuer) || normal.equals(issuer + "/");
  }

  private static String issuerIn(ObjectNode members) {
    return members.path("issuer").stringValue("");
  }

  private static Fault request(String name, String requirement, Fault.RequestSpoiler spoiler) {
    return Fault.request(name, requirement, spoiler);
  }

  private static Fault reply(String name, String requirement, Fault.ReplySpoiler spoiler) {
    return Fault.reply(name, requirement, spoiler);
  }
}
