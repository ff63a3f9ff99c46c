/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.ValidationLimitExceededException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The validator behind a compiled schema. */
final class SchemaEngine {

  /**
   * Nested schemas that may be under evaluation at once. JSON as deep as a parser lets through
   * needs several per level, and a thread's default stack holds them.
   */
  private static final int MAX_DEPTH = 1_000;

  /** What relative references within a schema without an {@code $id} of its own resolve against. */
  private static final SchemaLocation BASE = SchemaLocation.of("https://schema.invalid/");

  private final Schema schema;
  private final SchemaLimits limits;
  private final ExecutionConfig config;

  private SchemaEngine(Schema schema, SchemaLimits limits, boolean formats) {
    this.schema = schema;
    this.limits = limits;
    this.config =
        ExecutionConfig.builder()
            .locale(Locale.ENGLISH)
            .formatAssertionsEnabled(formats)
            .annotationCollectionEnabled(false)
            .maxEvaluationSteps(limits.steps())
            .maxEvaluationDepth(MAX_DEPTH)
            .build();
  }

  static SchemaEngine prepare(
      JsonNode schema, Dialect dialect, SchemaLimits limits, boolean formats) {
    try {
      Schema compiled =
          EngineRegistries.of(dialect, formats).getSchema(BASE, ExactBounds.of(schema, dialect));
      compiled.initializeValidators();
      return new SchemaEngine(compiled, limits, formats);
    } catch (SchemaException | IllegalArgumentException e) {
      throw new InvalidSchemaException("", "the validator cannot use the schema");
    } catch (StackOverflowError e) {
      throw new InvalidSchemaException("", "the schema is nested too deeply");
    }
  }

  List<Violation> validate(JsonNode value) {
    List<Violation> unfit = InstanceGuard.check(value);
    if (!unfit.isEmpty()) {
      return unfit;
    }
    BoundedContext context = new BoundedContext(config);
    try {
      MatcherBudget.spend(limits.matcherSteps(), () -> schema.validate(context, value));
    } catch (ValidationLimitExceededException | MatcherBudget.Exhausted e) {
      return givenUp();
    } catch (StackOverflowError e) {
      return givenUp();
    }
    if (context.isEvaluationAborted()) {
      return givenUp();
    }
    return Violations.of(context.getErrors(), limits.violations());
  }

  private static List<Violation> givenUp() {
    return List.of(
        new Violation("", Violation.LIMIT, "validation was given up, it exceeds the limits"));
  }

  /**
   * Keeps memory bounded: beyond enough errors to report, one more changes no verdict, because the
   * list it would join is not empty.
   */
  private static final class BoundedContext extends ExecutionContext {

    private static final int ENOUGH = 500;

    BoundedContext(ExecutionConfig config) {
      super(config);
    }

    @Override
    public void addError(Error error) {
      if (getErrors().size() < ENOUGH) {
        super.addError(error);
      }
    }
  }
}
