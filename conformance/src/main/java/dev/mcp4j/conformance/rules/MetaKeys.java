/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.rules;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Keys of _meta and identifiers of extensions are formed as they should be. */
public final class MetaKeys {
  private static final Pattern LABEL = Pattern.compile("[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?");
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?");
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  private MetaKeys() {}

  /**
   * Looks at a message.
   *
   * @param trial where to report
   * @param message the message, or a part of it
   */
  public static void look(Trial trial, JsonNode message) {
    Json.visitObjects(
        message,
        object -> {
          JsonNode meta = object.path("_meta");
          meta.properties().forEach(member -> key(trial, member.getKey(), member.getValue()));
        });
    extensions(trial, message.path("capabilities"));
  }

  /**
   * Looks at capabilities.
   *
   * @param trial where to report
   * @param capabilities the capabilities of either side
   */
  public static void extensions(Trial trial, JsonNode capabilities) {
    capabilities
        .path("extensions")
        .properties()
        .forEach(member -> extension(trial, member.getKey()));
  }

  private static void key(Trial trial, String key, JsonNode value) {
    int slash = key.indexOf('/');
    if (slash >= 0) {
      String prefix = key.substring(0, slash);
      trial.observe(
          "meta.prefix-labels",
          !prefix.isEmpty() && !prefix.startsWith(".") && !prefix.endsWith("."),
          "labels joined by dots before the slash",
          key);
      for (String label : prefix.split("\\.", -1)) {
        trial.observe(
            "meta.label-form",
            LABEL.matcher(label).matches(),
            "labels that start with a letter and end with a letter or digit",
            key);
      }
    }
    trial.observe(
        "meta.name-form",
        NAME.matcher(key.substring(slash + 1)).matches(),
        "a name that begins and ends with a letter or digit",
        key);
    if (key.equals("traceparent")) {
      trial.observe(
          "meta.trace-format",
          TRACEPARENT.matcher(value.stringValue("")).matches(),
          "a traceparent of W3C Trace Context",
          Json.brief(value));
    }
  }

  private static void extension(Trial trial, String id) {
    int slash = id.indexOf('/');
    boolean prefix = slash > 0;
    if (prefix) {
      for (String label : id.substring(0, slash).split("\\.", -1)) {
        prefix &= LABEL.matcher(label).matches();
      }
    }
    trial.observe(
        "extension.id-form",
        prefix && NAME.matcher(id.substring(slash + 1)).matches(),
        "an identifier with a prefix",
        id);
  }
}
