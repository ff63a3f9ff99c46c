/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.report;

import dev.mcp4j.conformance.catalogue.Requirement;
import dev.mcp4j.conformance.catalogue.Revision;
import java.util.Locale;

/** Where requirements are on the web. */
final class SpecificationLinks {
  private static final String SITE = "https://modelcontextprotocol.io/";
  private static final String BASE = SITE + "specification/";

  private SpecificationLinks() {}

  static String to(Requirement requirement, Revision revision) {
    String page = requirement.page();
    if (page.equals("schema.json")) {
      String definition = requirement.places().get(0).where().replaceAll("\\..*", "");
      return BASE + revision + "/schema#" + definition.toLowerCase(Locale.ROOT);
    }
    if (page.startsWith("extensions/")) {
      return SITE + page.substring(0, page.indexOf('/', "extensions/".length())) + "/overview";
    }
    String path = page.replaceAll("(/?index)?\\.mdx$", "");
    String section = requirement.section().toLowerCase(Locale.ROOT);
    String anchor = section.replaceAll("[^a-z0-9 _-]", "").strip().replaceAll(" +", "-");
    return BASE
        + revision
        + (path.isEmpty() ? "" : "/" + path)
        + (anchor.isEmpty() ? "" : "#" + anchor);
  }
}
