/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Reply;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a reply must be like. Every method throws a {@link Violation} if it is not. */
public final class Expectation {
  private final Trial trial;
  private final String requirement;
  private final Reply reply;

  Expectation(Trial trial, String requirement, Reply reply) {
    this.trial = trial;
    this.requirement = requirement;
    this.reply = reply;
  }

  /**
   * Demands a status, where there is HTTP.
   *
   * @param status the status
   * @return this
   */
  public Expectation status(int status) {
    if (trial.isHttp()) {
      is(reply.status() == status, "status " + status);
    }
    return this;
  }

  /**
   * Demands an error status, where there is HTTP.
   *
   * @return this
   */
  public Expectation errorStatus() {
    if (trial.isHttp()) {
      is(reply.status() >= 400 && reply.status() < 600, "an HTTP error status");
    }
    return this;
  }

  /**
   * Demands a result.
   *
   * @return the result
   */
  public JsonNode result() {
    is(reply.result().isObject(), "a result");
    return reply.result();
  }

  /**
   * Demands a complete result.
   *
   * @return the result
   */
  public JsonNode complete() {
    JsonNode result = result();
    String type = result.path("resultType").stringValue("complete");
    is(type.equals("complete"), "a complete result");
    return result;
  }

  /**
   * Demands a request for input.
   *
   * @return the result
   */
  public JsonNode inputRequired() {
    JsonNode result = result();
    is(result.path("resultType").stringValue("").equals("input_required"), "input_required");
    return result;
  }

  /**
   * Demands any error of JSON-RPC.
   *
   * @return the error
   */
  public JsonNode error() {
    is(reply.error().isObject(), "an error");
    return reply.error();
  }

  /**
   * Demands one of some errors.
   *
   * @param codes the codes that are allowed
   * @return the error
   */
  public JsonNode error(int... codes) {
    List<Integer> allowed = Arrays.stream(codes).boxed().toList();
    String text =
        allowed.size() == 1 ? "the error " + allowed.get(0) : "one of the errors " + allowed;
    is(reply.code().filter(allowed::contains).isPresent(), text);
    return reply.error();
  }

  /**
   * Demands that the request was not accepted: an error of JSON-RPC, or a tool's result that says
   * it is one.
   *
   * @return this
   */
  public Expectation refused() {
    boolean error = reply.error().isObject();
    boolean toolError = reply.result().path("isError").booleanValue(false);
    boolean status = reply.status() >= 400;
    is(error || toolError || status, "a refusal");
    return this;
  }

  /**
   * Demands that the reply is a proper response of any kind.
   *
   * @return this
   */
  public Expectation answered() {
    is(reply.response().isPresent(), "a JSON-RPC response");
    return this;
  }

  /**
   * Demands that a member of the result has a value.
   *
   * @param pointer where it is
   * @param value its value
   * @return this
   */
  public Expectation resultHas(String pointer, JsonNode value) {
    JsonNode there = reply.result().at(pointer);
    is(Json.same(there, value), Json.brief(value) + " at " + pointer + " of the result");
    return this;
  }

  /**
   * Demands anything else.
   *
   * @param holds whether it is so
   * @param expected what should be, for people
   * @return this
   */
  public Expectation is(boolean holds, String expected) {
    trial.expect(requirement, holds, expected, reply.brief());
    return this;
  }
}
