/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.server.Feature;
import java.util.List;

/**
 * What the features of a server can do, all together.
 *
 * @param features the features, in the order they describe themselves
 */
public record Capabilities(List<Feature> features) {
  /** Copies the list. */
  public Capabilities {
    features = List.copyOf(features);
  }

  /** Returns what the server tells a client that sends this metadata. */
  ServerCapabilities of(RequestMeta meta) {
    ServerCapabilities.Builder capabilities = ServerCapabilities.builder();
    features.forEach(feature -> feature.describe(capabilities, meta));
    return capabilities.build();
  }
}
