/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.task.DetailedTask;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.TaskHandle;
import dev.mcp4j.client.TaskReply;
import dev.mcp4j.jdbc.JdbcSchema;
import dev.mcp4j.jdbc.JdbcTaskStore;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.task.InMemoryTaskStore;
import dev.mcp4j.server.task.OtherClients;
import dev.mcp4j.server.task.TaskOptions;
import dev.mcp4j.server.task.TaskPolicy;
import dev.mcp4j.server.task.TaskRetry;
import dev.mcp4j.server.task.TaskStore;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/** A tool that takes its time, a client that waits for it, and one that does not. */
public final class Tasks {
  record Export(String table) {}

  record Confirm(boolean sure) {}

  // @start region="handler"
  static String export(Export export, Call call) throws Exception {
    if (!call.elicit("sure", "Export " + export.table() + "?", Confirm.class).orCancel().sure()) {
      return "Nothing was exported.";
    }
    String file = call.once("file", () -> "/exports/" + export.table() + ".csv");
    call.progress(1, 2.0, "half of the rows");
    return "Wrote " + file;
  }

  // @end region="handler"

  // @start region="server"
  static McpServer server(TaskStore store) {
    TaskPolicy policy =
        TaskPolicy.DEFAULT
            .withRunBudget(Duration.ofHours(2))
            .withRetention(Duration.ofDays(1))
            .withPollInterval(Duration.ofMillis(100))
            .withRetry(TaskRetry.upTo(3, Duration.ofSeconds(5)));
    return McpServer.named("exporter", "1.0.0")
        .tasks(TaskOptions.of(store))
        .tool("export", tool -> tool.input(Export.class).asTask(policy).handle(Tasks::export))
        .build();
  }

  // @end region="server"

  // @start region="database"
  static TaskStore inDatabase(DataSource pool) {
    JdbcSchema.install(pool);
    return new JdbcTaskStore(pool);
  }

  // @end region="database"

  // @start region="decision"
  static final TaskPolicy LARGE_ONLY =
      TaskPolicy.DEFAULT
          .withAnswerWithin(Duration.ofMillis(500))
          .withOtherClients(OtherClients.REFUSE)
          .when((arguments, call) -> arguments.node().path("table").asString().startsWith("all_"));

  // @end region="decision"

  // @start region="transparent"
  static String waitFor(McpClient client) {
    return client.call("export", new Export("orders")).as(String.class);
  }

  // @end region="transparent"

  // @start region="detached"
  static String begin(McpClient client, String key) {
    TaskReply reply =
        client.call("export", new Export("customers")).idempotencyKey(key).sendDetached();
    return reply instanceof TaskReply.Running running ? running.task().id() : "done already";
  }

  // @end region="detached"

  // @start region="later"
  static void goOn(McpClient client, String storedId) {
    TaskHandle task = client.task(storedId);
    System.out.println(task.result(Duration.ofMinutes(1)).content());
    DetailedTask ended = task.get();
    System.out.println(ended.task().status());
  }

  // @end region="later"

  public static void main(String[] args) {
    try (McpServer server = server(new InMemoryTaskStore());
        HttpServerHandle http = server.serveHttp(0)) {
      String id;
      try (McpClient client = client(http)) {
        System.out.println(waitFor(client));
        id = begin(client, UUID.randomUUID().toString());
      }
      try (McpClient client = client(http)) {
        goOn(client, id);
      }
    }
  }

  // @start region="client"
  static McpClient client(HttpServerHandle http) {
    return McpClient.builder()
        .http(http.uri())
        .tasks()
        .onElicitation(form -> form.accept(new Confirm(true)))
        .build();
  }
  // @end region="client"
}
