/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.content.AudioContent;
import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.content.ResourceLink;
import dev.mcp4j.api.content.SamplingMessageContentBlock;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.legacy.LegacyRevision;
import java.util.List;

/**
 * Replaces content that a revision does not have by text.
 *
 * @param revision the revision
 */
record ContentLowering(LegacyRevision revision) {

  List<ContentBlock> lower(List<ContentBlock> contents) {
    return revision.isAtLeast(LegacyRevision.V2025_11_25)
        ? contents
        : contents.stream().map(this::lower).toList();
  }

  ContentBlock lower(ContentBlock content) {
    if (content instanceof ResourceLink link) {
      return revision.isAtLeast(LegacyRevision.V2025_06_18)
          ? link.toBuilder().icons(List.of()).build()
          : TextContent.of((link.title() == null ? link.name() : link.title()) + ": " + link.uri());
    }
    return content instanceof AudioContent audio && hasNoAudio() ? substitute(audio) : content;
  }

  SamplingMessageContentBlock lower(SamplingMessageContentBlock content) {
    return content instanceof AudioContent audio && hasNoAudio() ? substitute(audio) : content;
  }

  private boolean hasNoAudio() {
    return !revision.isAtLeast(LegacyRevision.V2025_03_26);
  }

  private TextContent substitute(AudioContent audio) {
    return TextContent.of(
        "[" + audio.mimeType() + ", which revision " + revision.wireName() + " cannot carry]");
  }
}
