/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.elicitation.FormSchema;
import dev.mcp4j.api.roots.Root;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.CreateMessageResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The call a handler is working on: who calls, whether they still wait, and how to ask them
 * something.
 *
 * <h2>Asking</h2>
 *
 * <p>{@code elicit}, {@code sample}, {@code roots} and {@link #ask} return the answer if it is
 * known. If it is not, they leave the handler by throwing, the client gets the question, and when
 * it sends the request again with the answer the handler runs again <em>from its beginning</em>. So
 * a handler must
 *
 * <ul>
 *   <li>ask the same questions in every run, under the same keys and with the same texts, until an
 *       answer leads it elsewhere;
 *   <li>let the throwable pass: what catches {@code Throwable} or {@code Error} must throw it
 *       again;
 *   <li>wrap work that has effects in {@link #once} if a question may follow it.
 * </ul>
 *
 * <p>Safe for use by several threads, also by those a handler starts itself; a question asked on
 * another thread must reach the handler's thread as the exception, or its cause, that thread ended
 * with. Of no use after the handler returned. Not meant to be implemented by applications.
 *
 * <p>Specification 2026-07-28: basic/patterns/mrtr, basic/patterns/progress.
 */
public interface Call {
  /**
   * Returns who calls.
   *
   * @return the caller
   */
  Caller caller();

  /**
   * Returns what the client says about itself.
   *
   * @return the client
   */
  ClientProfile client();

  /**
   * Returns the metadata of the request.
   *
   * @return the metadata
   */
  RequestMeta meta();

  /**
   * Returns the HTTP headers of the request.
   *
   * @return the headers, or null if the transport has none
   */
  @Nullable RequestHeaders headers();

  /**
   * Tells whether the reply is still wanted.
   *
   * @return the cancellation of the request
   */
  Cancellation cancellation();

  /**
   * Reports progress of unknown extent. Does nothing if the client did not ask for progress.
   *
   * @param progress how far the work has come; must grow, a report that does not is left out
   */
  default void progress(double progress) {
    progress(progress, null, null);
  }

  /**
   * Reports progress. Does nothing if the client did not ask for progress.
   *
   * @param progress how far the work has come; must grow, a report that does not is left out
   * @param total how far it will go
   */
  default void progress(double progress, double total) {
    progress(progress, total, null);
  }

  /**
   * Reports progress. Does nothing if the client did not ask for progress.
   *
   * @param progress how far the work has come; must grow, a report that does not is left out
   * @param total how far it will go; null if that is not known
   * @param message what is being done; null for nothing
   * @throws IllegalArgumentException if a number is infinite or not a number
   */
  void progress(double progress, @Nullable Double total, @Nullable String message);

  /**
   * Sends a log message to the client. Does nothing if the client does not want messages as
   * insignificant as this one.
   *
   * @param level how severe it is
   * @param message the message, without secrets and personal data
   * @throws IllegalStateException if the server was built without {@link McpServerBuilder#logging}
   */
  void log(LoggingLevel level, String message);

  /**
   * Sends a log message to the client. Does nothing if the client does not want messages as
   * insignificant as this one.
   *
   * @param level how severe it is
   * @param logger who logs; null for nobody in particular
   * @param data the message, without secrets and personal data
   * @throws IllegalStateException if the server was built without {@link McpServerBuilder#logging}
   */
  void log(LoggingLevel level, @Nullable String logger, JsonNode data);

  /**
   * Says that the rest of the work takes a while, so that the client need not hold a connection for
   * it: the client hangs up, and asks again later for what is still to come. Means something for
   * clients of revision 2025-11-25 over HTTP with sessions; does nothing otherwise. The work goes
   * on either way.
   *
   * @param retryAfter how long the client should wait before it asks again
   * @throws IllegalArgumentException if the time is negative
   */
  void detach(Duration retryAfter);

  /**
   * Asks the user to fill in a form made from a record.
   *
   * @param key tells this question from the others of the call
   * @param message why the user is asked
   * @param type a record of strings, numbers, booleans, enums and sets or lists of enums
   * @param <T> the record
   * @return what the user made of it
   * @throws McpException if the client cannot show forms, or its answer does not fit
   * @throws IllegalArgumentException if a form cannot have a component of the record
   */
  default <T> Answer<T> elicit(String key, String message, Class<T> type) {
    return ask(Question.form(key, message, type));
  }

  /**
   * Asks the user to fill in a form.
   *
   * @param key tells this question from the others of the call
   * @param message why the user is asked
   * @param schema the fields
   * @return what the user made of it; an accepted answer satisfies the schema
   * @throws McpException if the client cannot show forms, or its answer does not fit
   */
  default Answer<JsonObject> elicit(String key, String message, FormSchema schema) {
    return ask(Question.form(key, message, schema));
  }

  /**
   * Asks the user to visit a web page, for what must not pass through the client.
   *
   * @param key tells this question from the others of the call
   * @param message why
   * @param url the page, an absolute URL without secrets and the same in every round
   * @return whether the user agreed to open it, which does not mean that anything happened there
   * @throws McpException if the client cannot open pages, or its answer does not fit
   * @throws IllegalArgumentException if the URL is not absolute
   */
  default Answer<String> elicitUrl(String key, String message, String url) {
    return ask(Question.url(key, message, url));
  }

  /**
   * Asks the client's model.
   *
   * @param key tells this question from the others of the call
   * @param params the conversation and how to continue it
   * @return what the model says
   * @throws McpException if the client has no model to ask, or its answer does not fit
   */
  default CreateMessageResult sample(String key, CreateMessageRequestParams params) {
    return ask(Question.sampling(key, params));
  }

  /**
   * Asks which directories the client works in.
   *
   * @param key tells this question from the others of the call
   * @return the directories
   * @throws McpException if the client has no roots, or its answer does not fit
   */
  default List<Root> roots(String key) {
    return ask(Question.roots(key));
  }

  /**
   * Asks one question.
   *
   * @param question the question
   * @param <T> the type of its answer
   * @return the answer
   * @throws McpException if the client cannot be asked this, or its answer does not fit
   */
  default <T> T ask(Question<T> question) {
    return ask(new Question<?>[] {question}).get(question);
  }

  /**
   * Asks several questions in one round.
   *
   * @param questions the questions, with different keys
   * @return the answers
   * @throws McpException if the client cannot be asked one of them, or an answer does not fit
   * @throws IllegalArgumentException if two questions have the same key
   */
  Answers ask(Question<?>... questions);

  /**
   * Does something that the runs after it must not repeat, and returns its outcome in each of them.
   *
   * <p>The outcome travels with the questions, sealed, through the client; so it is kept as long as
   * the client follows the chain of questions. It is <em>not</em> exactly once: a client that loses
   * a reply and starts over, or sends an old retry again, makes the action run again. Give {@link
   * #chainId} to whatever can tell that, or do such work in a task.
   *
   * @param key tells this outcome from the others of the call
   * @param action what to do; its outcome is null, a string, a boolean, an {@code Integer}, {@code
   *     Long}, {@code Double}, {@code BigInteger}, {@code BigDecimal}, {@code JsonObject} or {@code
   *     JsonNode}
   * @param <T> the type of the outcome
   * @return the outcome
   * @throws IllegalArgumentException if the outcome is of another type; {@link #once(String, Class,
   *     Callable)} takes it
   * @throws Exception if the action throws; nothing is kept then
   */
  <T extends @Nullable Object> T once(String key, Callable<T> action) throws Exception;

  /**
   * Does something that the runs after it must not repeat, and returns its outcome in each of them,
   * exactly as {@link #once(String, Callable)}.
   *
   * @param key tells this outcome from the others of the call
   * @param type the type of the outcome, for example a record
   * @param action what to do
   * @param <T> the type of the outcome
   * @return the outcome
   * @throws Exception if the action throws; nothing is kept then
   */
  <T> T once(String key, Class<T> type, Callable<T> action) throws Exception;

  /**
   * Returns what all the runs of this handler for one request of the user have in common. Good as
   * an idempotency key.
   *
   * @return an unguessable text; another one if the client starts over
   */
  String chainId();

  /**
   * Returns the answers the client sent with this request, unchecked: for handlers that return
   * {@link dev.mcp4j.api.Reply.InputRequired} themselves.
   *
   * @return the answers by key, empty if there are none
   */
  Map<String, JsonNode> inputResponses();

  /**
   * Returns the state a handler put into its own {@link dev.mcp4j.api.Reply.InputRequired}. It
   * travels sealed: nobody can have read or changed it.
   *
   * @return the state, or null if this is not a retry of such a reply
   */
  @Nullable String requestState();
}
