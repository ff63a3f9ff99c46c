/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.contract;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.server.Answer;
import dev.mcp4j.server.Answers;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.Question;
import dev.mcp4j.server.ToolError;
import dev.mcp4j.server.task.OtherClients;
import dev.mcp4j.server.task.TaskPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tools of the fixture contract whose calls become tasks. */
final class ContractTaskTools {
  private static final TaskPolicy POLICY =
      TaskPolicy.DEFAULT
          .withRunBudget(Duration.ofMinutes(2))
          .withRetention(Duration.ofMinutes(2))
          .withPollInterval(Duration.ofMillis(100));
  private static final String WORK_INPUT =
      """
      {"type":"object","properties":{
        "text":{"type":"string"},"millis":{"type":"integer","minimum":0,"maximum":60000}}}
      """;
  private static final String TEXT_INPUT =
      """
      {"type":"object","properties":{"text":{"type":"string"}}}
      """;
  private static final String QUESTIONS_INPUT =
      """
      {"type":"object","properties":{
        "questions":{"type":"integer","minimum":1,"maximum":3},
        "rounds":{"type":"integer","minimum":1,"maximum":3}}}
      """;
  private static final int STEPS = 5;
  private static final int PAUSE_MILLIS = 100;

  /** What is answered. */
  record Said(String answer) {}

  private ContractTaskTools() {}

  static void addTo(McpServer server) {
    server.addTool(
        "conformance_task",
        tool ->
            tool.description("Works for a while and returns its text")
                .inputSchema(WORK_INPUT)
                .asTask(POLICY)
                .handle((input, call) -> work(input.node(), call)));
    server.addTool(
        "conformance_task_error",
        tool ->
            tool.description("Returns a result that says it is an error")
                .inputSchema(TEXT_INPUT)
                .asTask(POLICY)
                .handle(
                    (input, call) -> {
                      throw new ToolError("no: " + input.node().path("text").stringValue(""));
                    }));
    server.addTool(
        "conformance_task_failure",
        tool ->
            tool.description("Ends with an error of the protocol")
                .asTask(POLICY)
                .handle(
                    (input, call) -> {
                      throw new McpException(ErrorCode.INTERNAL_ERROR, "The work broke down");
                    }));
    server.addTool(
        "conformance_task_questions",
        tool ->
            tool.description("Asks questions, and returns the answers")
                .inputSchema(QUESTIONS_INPUT)
                .asTask(POLICY)
                .handle((input, call) -> ask(input.node(), call)));
    server.addTool(
        "conformance_task_required",
        tool ->
            tool.description("Needs a task")
                .asTask(POLICY.withOtherClients(OtherClients.REFUSE))
                .handle((input, call) -> "done"));
  }

  private static String work(JsonNode input, Call call) throws InterruptedException {
    int millis = input.path("millis").intValue(0);
    for (int step = 0; step < STEPS; step++) {
      call.progress(step);
      call.log(LoggingLevel.INFO, "step " + step);
      TimeUnit.MILLISECONDS.sleep(millis / STEPS);
    }
    return input.path("text").stringValue("");
  }

  private static ObjectNode ask(JsonNode input, Call call) throws InterruptedException {
    ObjectNode answers = JsonNodeFactory.instance.objectNode();
    for (int round = 0; round < input.path("rounds").intValue(1); round++) {
      if (round > 0) {
        // Long enough to be seen at work between two rounds.
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      List<Question<Answer<Said>>> questions = new ArrayList<>();
      for (int i = 0; i < input.path("questions").intValue(1); i++) {
        String key = "q" + round + "-" + i;
        questions.add(Question.form(key, "What do you say to " + key + "?", Said.class));
      }
      Answers said = call.ask(questions.toArray(Question[]::new));
      for (int i = 0; i < questions.size(); i++) {
        answers.put("q" + round + "-" + i, said.get(questions.get(i)).orCancel().answer());
      }
    }
    return answers;
  }
}
