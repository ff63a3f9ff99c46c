/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.peer.Transport;
import dev.mcp4j.conformance.token.Tokens;

/** Something that a server may have or not. */
public enum Feature {
  /** It is reached over HTTP. */
  HTTP("the server is not reached over HTTP"),
  /** It is reached over HTTP on this machine. */
  LOOPBACK("the server is not reached over HTTP on this machine"),
  /** It is reached over standard streams. */
  STDIO("the server is not reached over stdio"),
  /** It has no legacy revisions. */
  MODERN_ONLY("the server has legacy revisions, too"),
  /** It declares tools. */
  TOOLS("the server has no tools"),
  /** It has a tool that may be called. */
  CALLABLE_TOOL("no tool may be called (see --call)"),
  /** It has a tool without parameters, which may be called. */
  PLAIN_TOOL("no tool without required parameters may be called (see --call)"),
  /** It has a tool with parameters mirrored into headers, which may be called. */
  MIRRORING_TOOL("no tool that mirrors parameters into headers may be called (see --call)"),
  /** It declares prompts. */
  PROMPTS("the server has no prompts"),
  /** It lists a prompt without required arguments. */
  PLAIN_PROMPT("no prompt can be had without arguments"),
  /** It lists a prompt with a required argument. */
  REQUIRING_PROMPT("no prompt requires an argument"),
  /** It declares resources. */
  RESOURCES("the server has no resources"),
  /** It lists a resource. */
  SOME_RESOURCE("the server lists no resources"),
  /** It declares completions. */
  COMPLETIONS("the server has no completions"),
  /** It says that at least one of its lists may change, or that resources may be watched. */
  SUBSCRIPTIONS("the server announces no changes"),
  /** It demands a token, and there is one for it. */
  PROTECTED("the server is not protected, or there is no token for it (see --authorization)"),
  /** The suite issues its tokens. */
  OWN_TOKENS("somebody else issues the tokens for the server (see --authorization)"),
  /** There is a token for another server. */
  FOREIGN_TOKEN("there is no token for another server (see --foreign-token)"),
  /** There is a token that has expired. */
  EXPIRED_TOKEN("there is no token that has expired (see --expired-token)"),
  /** There is a token that allows too little. */
  NARROW_TOKEN("there is no token that allows too little (see --narrow-token)"),
  /** It declares the Tasks extension. */
  TASKS("the server has no tasks"),
  /** One of its tools answers with a task. */
  TASK_TOOL("no tool that may be called answers with a task (see --call)");

  private final String otherwise;

  Feature(String otherwise) {
    this.otherwise = otherwise;
  }

  boolean isIn(Profile profile) {
    return switch (this) {
      case HTTP -> profile.transport() == Transport.HTTP;
      case LOOPBACK -> profile.isLoopback();
      case STDIO -> profile.transport() == Transport.STDIO;
      case MODERN_ONLY -> !profile.hasLegacy();
      case TOOLS -> profile.declares("tools");
      case CALLABLE_TOOL -> !profile.callableTools().isEmpty();
      case PLAIN_TOOL -> profile.plainTool().isPresent();
      case MIRRORING_TOOL -> !profile.mirroringTools().isEmpty();
      case PROMPTS -> profile.declares("prompts");
      case PLAIN_PROMPT -> profile.plainPrompt().isPresent();
      case REQUIRING_PROMPT -> profile.requiringPrompt().isPresent();
      case RESOURCES -> profile.declares("resources");
      case SOME_RESOURCE -> !profile.resources().isEmpty();
      case COMPLETIONS -> profile.declares("completions");
      case SUBSCRIPTIONS -> profile.hasSubscriptions();
      case PROTECTED -> profile.protection().isPresent();
      case OWN_TOKENS -> profile.tokens().flatMap(Tokens::mint).isPresent();
      case FOREIGN_TOKEN -> has(profile, Tokens.Kind.FOREIGN);
      case EXPIRED_TOKEN -> has(profile, Tokens.Kind.EXPIRED);
      case NARROW_TOKEN -> has(profile, Tokens.Kind.NARROW);
      case TASKS -> profile.hasExtension(Profile.TASKS);
      case TASK_TOOL -> !profile.taskCalls().isEmpty();
    };
  }

  private static boolean has(Profile profile, Tokens.Kind kind) {
    return profile.tokens().flatMap(tokens -> tokens.of(kind)).isPresent();
  }

  /** What to say about a server that does not have it. */
  String otherwise() {
    return otherwise;
  }
}
