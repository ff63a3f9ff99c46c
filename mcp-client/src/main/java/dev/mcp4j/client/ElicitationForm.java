/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.elicitation.ElicitRequestFormParams;
import dev.mcp4j.api.elicitation.ElicitResult;
import dev.mcp4j.api.elicitation.FormSchema;
import dev.mcp4j.schema.UserTypes;

/** A form a server wants filled in. Immutable. */
public final class ElicitationForm {
  private final ElicitRequestFormParams params;
  private final UserTypes types;

  ElicitationForm(ElicitRequestFormParams params, UserTypes types) {
    this.params = params;
    this.types = types;
  }

  /**
   * Returns what is asked and why.
   *
   * @return a text for the user
   */
  public String message() {
    return params.message();
  }

  /**
   * Returns the fields.
   *
   * @return the schema of the form
   */
  public FormSchema schema() {
    return params.requestedSchema();
  }

  /**
   * Makes the answer of a user who filled in the form.
   *
   * @param content the fields: a record, a {@link JsonObject}, or another value that is an object
   *     in JSON. A field that is left out gets its default
   * @return the answer
   * @throws IllegalArgumentException if the value is no object in JSON
   */
  public ElicitResult accept(Object content) {
    return ElicitResult.accept(Inputs.object(content, types));
  }

  /**
   * Makes the answer of a user who left every field at its default.
   *
   * @return the answer
   */
  public ElicitResult accept() {
    return ElicitResult.accept(JsonObject.EMPTY);
  }

  /**
   * Makes the answer of a user who said no.
   *
   * @return the answer
   */
  public ElicitResult decline() {
    return ElicitResult.DECLINED;
  }

  /**
   * Makes the answer of a user who did not decide.
   *
   * @return the answer
   */
  public ElicitResult cancel() {
    return ElicitResult.CANCELLED;
  }
}
