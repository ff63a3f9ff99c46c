/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import java.util.List;
import java.util.Optional;

/**
 * One broken rule. A fault sees requests before the server does, and replies before the client
 * does; what it does not touch stays as it is.
 *
 * @param name what is wrong, for people
 * @param requirement the requirement that must be named
 * @param properties which properties show it, by the beginning of their names; empty for those that
 *     check the requirement
 * @param request spoils a request, or answers it in the server's stead
 * @param reply spoils a complete reply
 * @param event spoils one message of a stream, or brings forth others
 * @param end adds messages after the last one of a stream
 * @param block spoils whole events of a stream, with their ids and times
 */
record Fault(
    String name,
    String requirement,
    List<String> properties,
    RequestSpoiler request,
    ReplySpoiler reply,
    EventSpoiler event,
    EventSpoiler end,
    BlockSpoiler block) {
  /** Spoils requests. */
  interface RequestSpoiler {
    /** Changes the request, or gives an answer. */
    Optional<ProxyReply> spoil(ProxyRequest request);
  }

  /** Spoils replies. */
  interface ReplySpoiler {
    /** Changes the reply. */
    void spoil(ProxyRequest request, ProxyReply reply);
  }

  /** Spoils messages of streams. */
  interface EventSpoiler {
    /** Gives what is sent instead. */
    List<String> spoil(ProxyRequest request, String event);
  }

  /** Spoils events of streams. */
  interface BlockSpoiler {
    /** Gives what is sent instead. */
    List<ProxyEvent> spoil(ProxyRequest request, ProxyEvent event);
  }

  private static final RequestSpoiler AS_IT_IS = request -> Optional.empty();
  private static final ReplySpoiler SAME = (request, reply) -> {};
  private static final EventSpoiler KEEP = (request, event) -> List.of(event);
  private static final EventSpoiler NOTHING = (request, event) -> List.of();

  private static final BlockSpoiler WHOLE = (request, event) -> List.of(event);

  /** No fault at all. */
  static Fault none() {
    return new Fault("nothing", "", List.of(), AS_IT_IS, SAME, KEEP, NOTHING, WHOLE);
  }

  static Fault request(String name, String requirement, RequestSpoiler spoiler) {
    return new Fault(name, requirement, List.of(), spoiler, SAME, KEEP, NOTHING, WHOLE);
  }

  static Fault reply(String name, String requirement, ReplySpoiler spoiler) {
    return new Fault(name, requirement, List.of(), AS_IT_IS, spoiler, KEEP, NOTHING, WHOLE);
  }

  static Fault event(String name, String requirement, EventSpoiler spoiler) {
    return new Fault(name, requirement, List.of(), AS_IT_IS, SAME, spoiler, NOTHING, WHOLE);
  }

  static Fault end(String name, String requirement, EventSpoiler spoiler) {
    return new Fault(name, requirement, List.of(), AS_IT_IS, SAME, KEEP, spoiler, WHOLE);
  }

  static Fault block(String name, String requirement, BlockSpoiler spoiler) {
    return new Fault(name, requirement, List.of(), AS_IT_IS, SAME, KEEP, NOTHING, spoiler);
  }

  /** The same fault, which also spoils requests. */
  Fault from(RequestSpoiler spoiler) {
    return new Fault(name, requirement, properties, spoiler, reply, event, end, block);
  }

  /** The same fault, which also spoils replies. */
  Fault and(ReplySpoiler spoiler) {
    return new Fault(name, requirement, properties, request, spoiler, event, end, block);
  }

  /** The same under another name, for a fault that is made elsewhere. */
  Fault named(String name, String requirement) {
    return new Fault(name, requirement, properties, request, reply, event, end, block);
  }

  /** The same fault, shown by certain properties. */
  Fault in(String... names) {
    return new Fault(name, requirement, List.of(names), request, reply, event, end, block);
  }

  @Override
  public String toString() {
    return requirement + ": " + name;
  }
}
