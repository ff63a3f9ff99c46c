/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.schema.InvalidSchemaException;
import dev.mcp4j.schema.JsonSchemas;
import dev.mcp4j.schema.UnsupportedDialectException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** What servers declare and list. */
class DefinitionProperties extends Generators {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]*");
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final String DIALECT_2020 = "https://json-schema.org/draft/2020-12/schema";

  @Property
  @Checks({"tool.capability", "prompt.capability", "resource.capability", "capability.respected"})
  void whatIsOfferedIsDeclared(@ForAll("offers") Offer offer, Trial trial) {
    Reply reply = trial.send(trial.ask(offer.method));
    boolean offered = !reply.result().path(offer.member).isEmpty();
    if (offered && trial.profile().capabilities().isObject()) {
      trial
          .expect(offer.requirement, reply)
          .is(trial.profile().declares(offer.capability), "the capability " + offer.capability);
    }
    if (trial.profile().declares(offer.capability)) {
      trial.expect("capability.respected", reply).result();
    }
  }

  @Property
  @Checks("completion.capability")
  @Needs(Feature.REQUIRING_PROMPT)
  void completionsAreDeclared(@ForAll("starts") String start, Trial trial) {
    JsonNode prompt = trial.profile().requiringPrompt().orElseThrow();
    JsonNode ref = Json.object().put("type", "ref/prompt").set("name", prompt.path("name"));
    JsonNode name = prompt.path("arguments").path(0).path("name");
    JsonNode argument = Json.object().put("value", start).set("name", name);
    Reply reply =
        trial.send(trial.ask("completion/complete").param("ref", ref).param("argument", argument));
    boolean completes = reply.result().has("completion");
    trial
        .expect("completion.capability", reply)
        .is(!completes || trial.profile().declares("completions"), "the capability completions");
  }

  @Provide
  Arbitrary<String> starts() {
    return Arbitraries.of("", "t", "p");
  }

  /** Something that a server may offer. */
  enum Offer {
    TOOLS("tools/list", "tools", "tools", "tool.capability"),
    PROMPTS("prompts/list", "prompts", "prompts", "prompt.capability"),
    RESOURCES("resources/list", "resources", "resources", "resource.capability"),
    TEMPLATES("resources/templates/list", "resourceTemplates", "resources", "resource.capability");

    private final String method;
    private final String member;
    private final String capability;
    private final String requirement;

    Offer(String method, String member, String capability, String requirement) {
      this.method = method;
      this.member = member;
      this.capability = capability;
      this.requirement = requirement;
    }
  }

  @Provide
  Arbitrary<Offer> offers() {
    return Arbitraries.of(Offer.values());
  }

  @Property
  @Checks({"tool.name-length", "tool.name-characters", "tool.name-no-specials", "tool.name-unique"})
  @Needs(Feature.TOOLS)
  void namesOfToolsAreSound(Trial trial) {
    Set<String> names = new HashSet<>();
    for (JsonNode tool : list(trial)) {
      String name = tool.path("name").stringValue("");
      String shown = Json.brief(tool);
      trial.expect(
          "tool.name-length",
          !name.isEmpty() && name.length() <= 128,
          "1 to 128 characters",
          shown);
      boolean sound = NAME.matcher(name).matches();
      trial.expect("tool.name-characters", sound, "letters, digits, _, - and .", shown);
      trial.expect("tool.name-no-specials", sound, "no special characters", shown);
      trial.expect("tool.name-unique", names.add(name), "different names", shown);
    }
  }

  @Property
  @Checks({"tool.input-schema", "json-schema.valid", "json-schema.prefer-2020-12"})
  @Needs(Feature.TOOLS)
  void schemasOfToolsAreValid(Trial trial) {
    for (JsonNode tool : list(trial)) {
      JsonNode input = tool.path("inputSchema");
      trial.expect("tool.input-schema", input.isObject(), "a schema", Json.brief(tool));
      schema("tool.input-schema", input, tool, trial);
      schema("json-schema.valid", input, tool, trial);
      if (tool.has("outputSchema")) {
        schema("json-schema.valid", tool.path("outputSchema"), tool, trial);
      }
      String dialect = input.path("$schema").stringValue(DIALECT_2020);
      trial.expect(
          "json-schema.prefer-2020-12",
          dialect.replaceAll("#$", "").equals(DIALECT_2020),
          "JSON Schema 2020-12",
          dialect);
    }
  }

  private static void schema(String requirement, JsonNode schema, JsonNode tool, Trial trial) {
    String problem = "";
    try {
      JsonSchemas.compile(schema);
    } catch (UnsupportedDialectException e) {
      problem = "";
    } catch (InvalidSchemaException e) {
      problem = String.valueOf(e.getMessage());
    }
    String name = tool.path("name").stringValue("");
    trial.expect(
        requirement, problem.isEmpty(), "a valid schema", "in the tool " + name + ": " + problem);
  }

  @Property
  @Checks({
    "http.param.name-not-empty",
    "http.param.name-token",
    "http.param.name-no-controls",
    "http.param.name-unique",
    "http.param.primitive",
    "http.param.reachable",
    "http.param.reachable-not-through"
  })
  @Needs(Feature.TOOLS)
  void annotationsForHeadersAreSound(Trial trial) {
    for (JsonNode tool : list(trial)) {
      Set<String> names = new HashSet<>();
      annotations(tool.path("inputSchema"), true, "", tool, names, trial);
    }
  }

  /** Walks through a schema; reachable tells whether only properties led here. */
  private static void annotations(
      JsonNode schema,
      boolean reachable,
      String path,
      JsonNode tool,
      Set<String> names,
      Trial trial) {
    if (schema.has("x-mcp-header")) {
      annotation(schema, reachable && !path.isEmpty(), path, tool, names, trial);
    }
    schema
        .properties()
        .forEach(
            member -> {
              String at = path + "/" + member.getKey();
              boolean properties = member.getKey().equals("properties");
              if (properties) {
                member
                    .getValue()
                    .properties()
                    .forEach(
                        p ->
                            annotations(
                                p.getValue(),
                                reachable,
                                at + "/" + p.getKey(),
                                tool,
                                names,
                                trial));
              } else if (member.getValue().isObject()) {
                annotations(member.getValue(), false, at, tool, names, trial);
              } else if (member.getValue().isArray()) {
                member.getValue().forEach(e -> annotations(e, false, at, tool, names, trial));
              }
            });
  }

  private static void annotation(
      JsonNode schema,
      boolean reachable,
      String path,
      JsonNode tool,
      Set<String> names,
      Trial trial) {
    String name = schema.path("x-mcp-header").stringValue("");
    String shown = "\"" + name + "\" at " + path + " of " + tool.path("name").stringValue("");
    trial.expect("http.param.name-not-empty", !name.isEmpty(), "a name", shown);
    boolean controls = name.chars().anyMatch(c -> c < ' ' || c == 127);
    trial.expect("http.param.name-no-controls", !controls, "no control characters", shown);
    trial.expect("http.param.name-token", TOKEN.matcher(name).matches(), "a token", shown);
    trial.expect(
        "http.param.name-unique",
        names.add(name.toLowerCase(java.util.Locale.ROOT)),
        "names that differ",
        shown);
    boolean primitive =
        List.of("integer", "string", "boolean").contains(schema.path("type").stringValue(""));
    trial.expect("http.param.primitive", primitive, "integer, string or boolean", shown);
    trial.expect("http.param.reachable", reachable, "a chain of properties", shown);
    trial.expect(
        "http.param.reachable-not-through", reachable, "no other keyword on the way", shown);
  }

  private static List<JsonNode> list(Trial trial) {
    Reply reply = trial.send(trial.ask("tools/list"));
    return reply.result().path("tools").valueStream().toList();
  }
}
