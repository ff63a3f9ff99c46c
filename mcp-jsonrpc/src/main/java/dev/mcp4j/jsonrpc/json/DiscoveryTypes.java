/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.CapabilityTypes.SERVER_CAPABILITIES;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.discovery.DiscoverResult;
import java.util.List;

/** What a server tells about itself. */
final class DiscoveryTypes {
  static final ObjectType<DiscoverResult> DISCOVER_RESULT =
      new ObjectType<>(DiscoverResult.class) {
        @Override
        DiscoverResult readMembers(JsonInput in) {
          List<String> supportedVersions = null;
          ServerCapabilities capabilities = null;
          String instructions = null;
          CacheMembers cache = new CacheMembers();
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "supportedVersions" -> supportedVersions = in.list(STRING);
              case "capabilities" -> capabilities = in.read(SERVER_CAPABILITIES);
              case "instructions" -> instructions = in.optional(STRING);
              default -> cache.read(name, in);
            }
          }
          return new DiscoverResult(
              in.required(supportedVersions, "supportedVersions"),
              in.required(capabilities, "capabilities"),
              instructions,
              cache.cacheHints(),
              cache.meta);
        }

        @Override
        void writeMembers(JsonOutput out, DiscoverResult value) {
          out.list("supportedVersions", STRING, value.supportedVersions());
          out.member("capabilities", SERVER_CAPABILITIES, value.capabilities());
          out.member("instructions", STRING, value.instructions());
          CacheMembers.write(out, value);
        }
      };

  static final List<JsonType<?>> ALL = List.of(DISCOVER_RESULT);

  private DiscoveryTypes() {}
}
