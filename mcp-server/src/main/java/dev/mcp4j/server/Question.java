/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.elicitation.FormSchema;
import dev.mcp4j.api.roots.Root;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.CreateMessageResult;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Something a handler wants to know from the client or its user, to be asked with {@link Call#ask}.
 *
 * <p>A handler runs again from its beginning for every round of answers. The key tells which answer
 * belongs to which question, so it must be the same every time, and so must everything the client
 * gets to see.
 *
 * <p>Specification 2026-07-28: basic/patterns/mrtr.
 *
 * @param <T> the type of the answer
 */
public sealed interface Question<T> {
  /**
   * Returns the key.
   *
   * @return the key, unique within one request
   */
  String key();

  /**
   * Asks the user to fill in a form made from a record.
   *
   * @param key the key
   * @param message why the user is asked
   * @param type a record of strings, numbers, booleans, enums and sets or lists of enums
   * @param <T> the record
   * @return the question
   */
  static <T> Question<Answer<T>> form(String key, String message, Class<T> type) {
    return new Form<>(key, message, type);
  }

  /**
   * Asks the user to fill in a form.
   *
   * @param key the key
   * @param message why the user is asked
   * @param schema the fields
   * @return the question
   */
  static Question<Answer<JsonObject>> form(String key, String message, FormSchema schema) {
    return new FreeForm(key, message, schema);
  }

  /**
   * Asks the user to visit a web page.
   *
   * @param key the key
   * @param message why
   * @param url the page, an absolute URL without secrets and the same in every round
   * @return the question; an accepted answer holds the URL, and says that the user agreed to open
   *     it, not what happened there
   * @throws IllegalArgumentException if the URL is not absolute
   */
  static Question<Answer<String>> url(String key, String message, String url) {
    return new Url(key, message, url);
  }

  /**
   * Asks the client's model.
   *
   * @param key the key
   * @param params the conversation and how to continue it
   * @return the question
   */
  static Question<CreateMessageResult> sampling(String key, CreateMessageRequestParams params) {
    return new Sampling(key, params);
  }

  /**
   * Asks which directories the client works in.
   *
   * @param key the key
   * @return the question
   */
  static Question<List<Root>> roots(String key) {
    return new Roots(key);
  }

  /**
   * A form made from a record.
   *
   * @param key the key
   * @param message why the user is asked
   * @param type the record
   * @param <T> the record
   */
  record Form<T>(String key, String message, Class<T> type) implements Question<Answer<T>> {
    /**
     * Checks the components.
     *
     * @param key not empty
     * @param message not null
     * @param type not null
     * @throws IllegalArgumentException if the key is empty
     */
    public Form {
      requireKey(key);
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(type, "type");
    }
  }

  /**
   * A form.
   *
   * @param key the key
   * @param message why the user is asked
   * @param schema the fields
   */
  record FreeForm(String key, String message, FormSchema schema)
      implements Question<Answer<JsonObject>> {
    /**
     * Checks the components.
     *
     * @param key not empty
     * @param message not null
     * @param schema not null
     * @throws IllegalArgumentException if the key is empty
     */
    public FreeForm {
      requireKey(key);
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(schema, "schema");
    }
  }

  /**
   * A web page to visit.
   *
   * @param key the key
   * @param message why
   * @param url the page
   */
  record Url(String key, String message, String url) implements Question<Answer<String>> {
    /**
     * Checks the components.
     *
     * @param key not empty
     * @param message not null
     * @param url an absolute URL
     * @throws IllegalArgumentException if the key is empty or the URL is not absolute
     */
    public Url {
      requireKey(key);
      Objects.requireNonNull(message, "message");
      if (!URI.create(url).isAbsolute()) {
        throw new IllegalArgumentException("the URL to visit must be absolute, was " + url);
      }
    }
  }

  /**
   * A conversation for the client's model to continue.
   *
   * @param key the key
   * @param params the conversation and how to continue it
   */
  record Sampling(String key, CreateMessageRequestParams params)
      implements Question<CreateMessageResult> {
    /**
     * Checks the components.
     *
     * @param key not empty
     * @param params not null
     * @throws IllegalArgumentException if the key is empty
     */
    public Sampling {
      requireKey(key);
      Objects.requireNonNull(params, "params");
    }
  }

  /**
   * The directories the client works in.
   *
   * @param key the key
   */
  record Roots(String key) implements Question<List<Root>> {
    /**
     * Checks the component.
     *
     * @param key not empty
     * @throws IllegalArgumentException if the key is empty
     */
    public Roots {
      requireKey(key);
    }
  }

  private static void requireKey(String key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("the key of a question must not be empty");
    }
  }
}
