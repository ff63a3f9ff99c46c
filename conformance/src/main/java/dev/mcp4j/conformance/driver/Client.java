/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.driver;

import dev.mcp4j.conformance.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A client that its driver has set up for one server. */
public final class Client {
  private final Driver driver;
  private final String name;

  private Client(Driver driver, String name) {
    this.driver = driver;
    this.name = name;
  }

  /**
   * Has a client set up.
   *
   * @param driver its driver
   * @param name what to call it, new for each client
   * @param setup how
   * @param target the server, as a scripted server tells it
   * @return how it went
   */
  public static Done connect(Driver driver, String name, Setup setup, ObjectNode target) {
    return driver.send(setup.command(name, target)).await();
  }

  /**
   * Names a client that was set up.
   *
   * @param driver its driver
   * @param name what it is called
   * @return the client
   */
  public static Client of(Driver driver, String name) {
    return new Client(driver, name);
  }

  /**
   * Has the client ask what the server is.
   *
   * @return what waits for the end
   */
  public Pending discover() {
    return send(command("discover"));
  }

  /**
   * Has the client list everything of a kind, all pages.
   *
   * @param kind {@code tools}, {@code resources}, {@code templates} or {@code prompts}
   * @return what waits for the end
   */
  public Pending list(String kind) {
    return send(command("list").put("of", kind));
  }

  /**
   * Has the client call a tool.
   *
   * @param tool its name
   * @param arguments the arguments
   * @return what waits for the end
   */
  public Pending call(String tool, ObjectNode arguments) {
    return send(callOf(tool, arguments));
  }

  /**
   * Has the client call a tool, and ask for progress.
   *
   * @param tool its name
   * @param arguments the arguments
   * @return what waits for the end
   */
  public Pending callWithProgress(String tool, ObjectNode arguments) {
    return send(callOf(tool, arguments).put("progress", true));
  }

  /**
   * Has the client call a tool without arguments.
   *
   * @param tool its name
   * @return what waits for the end
   */
  public Pending call(String tool) {
    return call(tool, Json.object());
  }

  /**
   * Has the client read a resource.
   *
   * @param uri its URI
   * @return what waits for the end
   */
  public Pending read(String uri) {
    return send(command("read").put("uri", uri));
  }

  /**
   * Has the client get a prompt.
   *
   * @param prompt its name
   * @param arguments strings by name
   * @return what waits for the end
   */
  public Pending prompt(String prompt, ObjectNode arguments) {
    ObjectNode command = command("prompt").put("name", prompt);
    command.set("arguments", arguments);
    return send(command);
  }

  /**
   * Has the client complete an argument of a prompt.
   *
   * @param prompt its name
   * @param argument the argument
   * @param value what was typed
   * @return what waits for the end
   */
  public Pending complete(String prompt, String argument, String value) {
    return send(
        command("complete").put("prompt", prompt).put("argument", argument).put("value", value));
  }

  /**
   * Has the client listen for changes; the command ends when the server has acknowledged it.
   *
   * @param subscription what to call it
   * @param filter what to listen for
   * @return what waits for the acknowledgement
   */
  public Pending listen(String subscription, JsonNode filter) {
    ObjectNode command = command("listen").put("subscription", subscription);
    command.set("filter", filter);
    return send(command);
  }

  /**
   * Has the client stop listening.
   *
   * @param subscription what it was called
   * @return what waits for the end
   */
  public Pending unlisten(String subscription) {
    return send(command("unlisten").put("subscription", subscription));
  }

  /**
   * Has the client give a command up.
   *
   * @param command the command
   * @return what waits for the end of this
   */
  public Pending cancel(Pending command) {
    return send(command("cancel").put("command", command.id()));
  }

  /**
   * Has a tool called without waiting for the end of the task that it may become.
   *
   * @param tool its name
   * @param arguments the arguments
   * @return what waits for the id of the task, or the result
   */
  public Pending begin(String tool, ObjectNode arguments) {
    ObjectNode command = command("begin").put("tool", tool);
    command.set("arguments", arguments);
    return send(command);
  }

  /**
   * Has the client do something about a task.
   *
   * @param what {@code task-get}, {@code task-result} or {@code task-cancel}
   * @param task the id of the task
   * @return what waits for it
   */
  public Pending task(String what, String task) {
    return send(command(what).put("task", task));
  }

  /**
   * Has the client closed.
   *
   * @return what waits for the end
   */
  public Pending close() {
    return send(command("close"));
  }

  private ObjectNode callOf(String tool, ObjectNode arguments) {
    ObjectNode command = command("call").put("tool", tool);
    command.set("arguments", arguments);
    return command;
  }

  private ObjectNode command(String what) {
    return Json.object().put("do", what).put("as", name);
  }

  private Pending send(ObjectNode command) {
    return driver.send(command);
  }
}
