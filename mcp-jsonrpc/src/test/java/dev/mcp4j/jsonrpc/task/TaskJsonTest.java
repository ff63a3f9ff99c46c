/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.task.DetailedTask;
import dev.mcp4j.api.task.Task;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskJsonTest {
  private static final String SEED =
      "{'taskId':'t','status':'%s','statusMessage':'m','createdAt':'2025-11-25T10:30:00Z',"
          + "'lastUpdatedAt':'2025-11-25T10:40:00Z','ttlMs':60000,'pollIntervalMs':5000%s}";

  private static JsonObject json(String text) {
    return McpJson.read(JsonObject.class, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static Task task(TaskStatus status, @Nullable Long ttl) {
    return new Task(
        "t",
        status,
        null,
        Instant.parse("2025-11-25T10:30:00Z"),
        Instant.parse("2025-11-25T10:40:00.125Z"),
        ttl,
        null);
  }

  static Stream<DetailedTask> everyStatus() {
    Map<String, InputRequest> asked = Map.of("q", ListRootsRequest.INSTANCE);
    return Stream.of(
        new DetailedTask(task(TaskStatus.WORKING, 1L), Map.of(), null, null),
        new DetailedTask(task(TaskStatus.INPUT_REQUIRED, null), asked, null, null),
        new DetailedTask(task(TaskStatus.CANCELLED, 0L), Map.of(), null, null),
        new DetailedTask(task(TaskStatus.COMPLETED, 1L), Map.of(), json("{'a':[1]}"), null),
        new DetailedTask(
            task(TaskStatus.FAILED, 1L), Map.of(), null, JsonRpcError.of(-32603, "no")));
  }

  @ParameterizedTest
  @MethodSource("everyStatus")
  void whatIsWrittenIsReadBack(DetailedTask task) {
    assertThat(TaskJson.read(TaskJson.write(task))).isEqualTo(task);
  }

  @Test
  void taskStandsFlatAndWithoutEndKeepsItsTtl() {
    assertThat(TaskJson.write(task(TaskStatus.WORKING, null)))
        .isEqualTo(
            json(
                "{'taskId':'t','status':'working','createdAt':'2025-11-25T10:30:00Z',"
                    + "'lastUpdatedAt':'2025-11-25T10:40:00.125Z','ttlMs':null}"));
  }

  @Test
  void taskOfACreationIsRead() {
    Task task = TaskJson.readTask(json(SEED.formatted("working", ",'_meta':{},'x':1")));

    assertThat(task.statusMessage()).isEqualTo("m");
    assertThat(task.ttlMs()).isEqualTo(60_000);
    assertThat(task.pollIntervalMs()).isEqualTo(5_000);
  }

  @Test
  void momentMayHaveAnOffset() {
    JsonObject json = json(SEED.formatted("working", "").replace("10:30:00Z", "11:30:00+01:00"));

    assertThat(TaskJson.readTask(json).createdAt()).isEqualTo("2025-11-25T10:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'taskId':7}",
        "{'taskId':'t','status':'sleeping','createdAt':'2025-11-25T10:30:00Z'}",
        "{'taskId':'t','status':'working','createdAt':'yesterday'}"
      })
  void otherObjectIsNoTask(String text) {
    assertThatThrownBy(() -> TaskJson.readTask(json(text))).isInstanceOf(JsonShapeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "failed", "input_required"})
  void statusBringsItsMemberAlong(String status) {
    assertThatThrownBy(() -> TaskJson.read(json(SEED.formatted(status, ""))))
        .isInstanceOf(JsonShapeException.class)
        .hasMessageContaining("found nothing");
  }

  @Test
  void faultSaysWhereItIs() {
    JsonObject json = json(SEED.formatted("failed", ",'error':{'code':'x','message':'m'}"));

    assertThatThrownBy(() -> TaskJson.read(json)).hasMessageContaining("/error/code");
  }
}
