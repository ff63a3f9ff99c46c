/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.MissingRequiredClientCapabilityData;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The client of a request, as it describes itself.
 *
 * @param info name and version, unverified; null if the client does not say
 * @param capabilities what it can do for this request
 */
public record ClientProfile(@Nullable Implementation info, ClientCapabilities capabilities) {
  /**
   * Checks the components.
   *
   * @param info may be null
   * @param capabilities not null
   */
  public ClientProfile {
    Objects.requireNonNull(capabilities, "capabilities");
  }

  /**
   * Tells whether it declares an extension for this request. What it declared with others does not
   * count.
   *
   * @param extension the identifier of the extension
   * @return true if it does
   */
  public boolean supports(String extension) {
    return capabilities.extensions().containsKey(extension);
  }

  /**
   * Refuses a client that does not declare an extension for this request.
   *
   * @param extension the identifier of the extension
   * @throws McpException if it does not
   */
  public void require(String extension) {
    if (!supports(extension)) {
      ClientCapabilities required =
          ClientCapabilities.builder().extension(extension, JsonObject.EMPTY).build();
      throw new McpException(
          ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY,
          "The request needs an extension that the client does not declare: " + extension,
          McpJson.toTree(new MissingRequiredClientCapabilityData(required)));
    }
  }

  /**
   * Tells whether its user can fill in forms.
   *
   * @return true if {@link Call#elicit} may be asked
   */
  public boolean canFillForms() {
    return capabilities.elicitation() != null && capabilities.elicitation().supportsForm();
  }

  /**
   * Tells whether its user can visit web pages.
   *
   * @return true if {@link Call#elicitUrl} may be asked
   */
  public boolean canVisitUrls() {
    return capabilities.elicitation() != null && capabilities.elicitation().supportsUrl();
  }

  /**
   * Tells whether its model can be asked.
   *
   * @return true if {@link Call#sample} may be asked, without tools
   */
  public boolean canSample() {
    return capabilities.sampling() != null;
  }

  /**
   * Tells whether it has roots.
   *
   * @return true if {@link Call#roots} may be asked
   */
  public boolean canListRoots() {
    return capabilities.roots() != null;
  }
}
