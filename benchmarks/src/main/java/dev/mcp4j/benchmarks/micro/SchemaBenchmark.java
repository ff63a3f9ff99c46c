/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.micro;

import dev.mcp4j.benchmarks.serve.EchoServers;
import dev.mcp4j.schema.CompiledSchema;
import dev.mcp4j.schema.JsonSchemas;
import dev.mcp4j.schema.SchemaGenerator;
import dev.mcp4j.schema.UserTypes;
import dev.mcp4j.schema.Violation;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Validating the arguments of a call, and binding them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class SchemaBenchmark {
  private final UserTypes types = UserTypes.standard();
  private final CompiledSchema schema =
      JsonSchemas.compileGenerated(SchemaGenerator.of(types).inputSchema(EchoServers.Echo.class));
  private final JsonNode arguments = JsonNodeFactory.instance.objectNode().put("text", "hello");
  private final JsonSchemaValidator official = new DefaultJsonSchemaValidator();
  private final Map<String, Object> officialArguments = Map.of("text", "hello");

  /**
   * Ours.
   *
   * @return nothing wrong
   */
  @Benchmark
  public List<Violation> validate() {
    return schema.validate(arguments);
  }

  /**
   * The limit: what this one schema says, written by hand.
   *
   * @return true
   */
  @Benchmark
  public boolean validateLimit() {
    JsonNode text = arguments.get("text");
    return arguments.isObject() && text != null && text.isString();
  }

  /**
   * The official SDK's.
   *
   * @return nothing wrong
   */
  @Benchmark
  public Object validateOfficial() {
    return official.validate(Official.SCHEMA, officialArguments);
  }

  /**
   * Ours.
   *
   * @return the record
   */
  @Benchmark
  public EchoServers.Echo bind() {
    return types.read(arguments, EchoServers.Echo.class);
  }

  /**
   * The limit: the record made by hand.
   *
   * @return the record
   */
  @Benchmark
  public EchoServers.Echo bindLimit() {
    return new EchoServers.Echo(arguments.get("text").stringValue());
  }

  /**
   * The official SDK's, from the map that its tools are given.
   *
   * @return the record
   */
  @Benchmark
  public EchoServers.Echo bindOfficial() {
    return Official.JSON.convertValue(officialArguments, EchoServers.Echo.class);
  }
}
