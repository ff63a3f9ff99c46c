/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.HttpDocument;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.conformance.token.ResourceMetadata;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;

/** A protected server says where its tokens come from. */
@Needs(Feature.PROTECTED)
class ResourceMetadataProperties extends Generators {
  @Property
  @Checks("auth.prm.discoverable")
  void metadataIsFound(Trial trial) {
    Optional<String> named = named(trial);
    if (named.isPresent()) {
      trial.expect(
          "auth.prm.discoverable",
          ResourceMetadata.uri(named.get()).isPresent(),
          "a URL in resource_metadata",
          named.get());
    }
    List<HttpDocument> found = documents(named, trial);
    trial.expect(
        "auth.prm.discoverable",
        found.stream().anyMatch(document -> document.object().isObject()),
        "the metadata where the challenge says or, without that, in a well-known place",
        found.stream().map(HttpDocument::brief).collect(Collectors.joining("; ")));
  }

  @Property
  @Checks("auth.prm.implemented")
  void metadataIsThatOfTheServer(Trial trial) {
    JsonNode metadata = metadata(trial);
    if (metadata.isMissingNode()) {
      return;
    }
    JsonNode resource = metadata.path("resource");
    URI endpoint = trial.http().uri();
    trial.expect(
        "auth.prm.implemented",
        ResourceMetadata.uri(resource.stringValue(""))
            .filter(uri -> ResourceMetadata.covers(uri, endpoint))
            .isPresent(),
        "the member resource with " + endpoint + ", or with what that is part of",
        Json.brief(metadata));
  }

  @Property
  @Checks("auth.prm.names-servers")
  void metadataNamesAuthorizationServers(Trial trial) {
    JsonNode metadata = metadata(trial);
    if (metadata.isMissingNode()) {
      return;
    }
    JsonNode servers = metadata.path("authorization_servers");
    boolean good =
        servers.isArray()
            && !servers.isEmpty()
            && servers
                .valueStream()
                .allMatch(
                    server ->
                        ResourceMetadata.uri(server.stringValue(""))
                            .filter(ResourceMetadata::isSafe)
                            .isPresent());
    trial.expect(
        "auth.prm.names-servers",
        good,
        "authorization_servers with at least one URL of https, or of this machine",
        Json.brief(metadata));
  }

  @Property
  @Checks("auth.resource.no-trailing-slash")
  void resourceHasNoNeedlessSlash(Trial trial) {
    JsonNode metadata = metadata(trial);
    String resource = metadata.path("resource").stringValue("");
    if (!resource.isEmpty()) {
      boolean meant = trial.http().uri().getRawPath().endsWith("/");
      trial.expect(
          "auth.resource.no-trailing-slash",
          meant || !resource.endsWith("/"),
          "a resource without a slash at its end",
          resource);
    }
  }

  @Property
  @Checks("auth.refresh.no-offline-access")
  void metadataLeavesRefreshTokensAlone(Trial trial) {
    JsonNode metadata = metadata(trial);
    trial.expect(
        "auth.refresh.no-offline-access",
        !ResourceMetadata.scopes(metadata).contains("offline_access"),
        "scopes_supported without offline_access",
        Json.brief(metadata));
  }

  private static Optional<String> named(Trial trial) {
    Reply refusal = trial.send(Refusals.withoutToken(trial.askPlain()));
    return refusal.head().flatMap(ResourceMetadata::named);
  }

  private static List<HttpDocument> documents(Optional<String> named, Trial trial) {
    return named
        .flatMap(ResourceMetadata::uri)
        .map(List::of)
        .orElse(ResourceMetadata.wellKnown(trial.http().uri()))
        .stream()
        .map(trial.http()::fetch)
        .toList();
  }

  private static JsonNode metadata(Trial trial) {
    return documents(named(trial), trial).stream()
        .map(HttpDocument::object)
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(Json.NODES.missingNode());
  }
}
