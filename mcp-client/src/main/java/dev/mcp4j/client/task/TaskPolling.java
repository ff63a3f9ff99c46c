/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.task;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.extension.ExtensionParams;
import dev.mcp4j.api.extension.ExtensionResult;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.task.DetailedTask;
import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.ExtensionCall;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.TaskSettings;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.task.TaskJson;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks for a task until it has ended, and answers each of its questions once. For one thread.
 *
 * <p>Specification of the Tasks extension: Task Polling.
 */
public final class TaskPolling {
  /** How much later than due to ask at most, as a share of the interval. */
  private static final double JITTER = 0.2;

  private final TaskSettings settings;
  private final ExtensionCall call;
  private final String id;
  private final Set<String> answered = new HashSet<>();
  private int failures;

  /**
   * Makes the polling of one task.
   *
   * @param settings how often to ask
   * @param call what it is done for
   * @param id names the task
   */
  public TaskPolling(TaskSettings settings, ExtensionCall call, String id) {
    this.settings = settings;
    this.call = call;
    this.id = id;
  }

  /**
   * Returns the parameters of a method that takes a task.
   *
   * @param id names the task
   * @return the parameters
   */
  public static ExtensionParams params(String id) {
    return ExtensionParams.of(
        new JsonObject(JsonNodeFactory.instance.objectNode().put(TaskMethods.TASK_ID, id)));
  }

  /**
   * Returns the parameters of answers.
   *
   * @param id names the task
   * @param answers the answers by key
   * @return the parameters
   */
  public static ExtensionParams answers(String id, Map<String, JsonNode> answers) {
    ObjectNode members = JsonNodeFactory.instance.objectNode().put(TaskMethods.TASK_ID, id);
    ObjectNode responses = members.putObject("inputResponses");
    answers.forEach(responses::set);
    return ExtensionParams.of(new JsonObject(members));
  }

  /**
   * Asks for a task once.
   *
   * @param call what it is done for
   * @param id names the task
   * @return the task
   */
  public static DetailedTask get(ExtensionCall call, String id) {
    try {
      return TaskJson.read(call.request(TaskMethods.GET, params(id)).members());
    } catch (JsonShapeException e) {
      throw new ProtocolException("the task cannot be read: " + e.getMessage(), null);
    }
  }

  /**
   * Waits for the result, of a task that may have ended already.
   *
   * @return the members of the result
   */
  public JsonObject result() {
    DetailedTask task = tried();
    return task == null ? resultAfter(null) : settled(task);
  }

  /**
   * Waits for the result of a task that has just begun.
   *
   * @param interval how often to ask, in milliseconds; null if the server does not say
   * @return the members of the result
   */
  public JsonObject resultAfter(@Nullable Long interval) {
    call.pause(delay(interval));
    DetailedTask task = tried();
    return task == null ? resultAfter(interval) : settled(task);
  }

  private JsonObject settled(DetailedTask first) {
    DetailedTask task = first;
    while (true) {
      switch (task.task().status()) {
        case COMPLETED -> {
          return Objects.requireNonNull(task.result());
        }
        case FAILED ->
            throw new RequestFailedException("tools/call", Objects.requireNonNull(task.error()));
        case CANCELLED -> throw new CallCancelledException("the task was cancelled", null);
        case INPUT_REQUIRED -> answer(task.inputRequests());
        case WORKING -> {}
      }
      DetailedTask next;
      do {
        call.pause(delay(task.task().pollIntervalMs()));
        next = tried();
      } while (next == null);
      task = next;
    }
  }

  /** Asks for the task; null if the server was out of reach and may be back soon. */
  private @Nullable DetailedTask tried() {
    try {
      DetailedTask task = get(call, id);
      failures = 0;
      return task;
    } catch (TransportException e) {
      failures++;
      if (failures > settings.maxFailures()) {
        throw e;
      }
      return null;
    }
  }

  private void answer(Map<String, InputRequest> questions) {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    questions.forEach(
        (key, question) -> {
          if (answered.add(key)) {
            answers.put(key, call.answer(key, question));
          }
        });
    if (!answers.isEmpty()) {
      ExtensionResult unused = call.request(TaskMethods.UPDATE, answers(id, answers));
    }
  }

  private Duration delay(@Nullable Long interval) {
    long wanted = interval == null ? settings.usualInterval().toMillis() : interval;
    long least = settings.minInterval().toMillis();
    long within = Math.min(Math.max(wanted, least), settings.maxInterval().toMillis());
    double share = 1 + JITTER * ThreadLocalRandom.current().nextDouble();
    return Duration.ofNanos((long) (Duration.ofMillis(within).toNanos() * share));
  }
}
