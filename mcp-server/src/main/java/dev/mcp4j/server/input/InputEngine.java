/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestFormParams;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.sampling.CreateMessageRequest;
import dev.mcp4j.schema.UserTypes;
import dev.mcp4j.server.InputLimits;
import dev.mcp4j.server.KeyRing;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Question;
import dev.mcp4j.server.extension.CallMemory;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Lets a handler ask in the middle of its work although nothing of it stays on the server: the
 * handler runs again for every round of answers, and what it must remember travels through the
 * client, sealed. Safe for use by several threads.
 *
 * <p>Specification 2026-07-28: basic/patterns/mrtr.
 */
public final class InputEngine {
  private static final Logger log = LoggerFactory.getLogger(InputEngine.class);
  private static final int CHAIN_ID_BYTES = 16;

  private final Questions questions;
  private final UserTypes types;
  private final StateSeal seal;
  private final InputLimits limits;
  private final Clock clock;
  private final SecureRandom random;
  private final AtomicBoolean warnAboutKeys;

  /**
   * Makes an engine.
   *
   * @param keys what seals; null for a key that only this process has
   */
  public InputEngine(
      @Nullable KeyRing keys,
      InputLimits limits,
      UserTypes types,
      Clock clock,
      SecureRandom random) {
    this.questions = new Questions(new Forms(types));
    this.types = types;
    this.seal = new StateSeal(keys == null ? KeyRing.random(random) : keys, random);
    this.limits = limits;
    this.clock = clock;
    this.random = random;
    this.warnAboutKeys = new AtomicBoolean(keys == null);
  }

  /**
   * A handler, ready to run.
   *
   * @param <R> the type of its result
   */
  @FunctionalInterface
  public interface Attempt<R extends Result> {
    /**
     * Runs the handler once.
     *
     * @throws Exception whatever the handler throws
     */
    Reply<R> run(Chain chain) throws Exception;
  }

  /**
   * Runs a handler for one round.
   *
   * @param request the request
   * @param name what it names: a tool, a prompt, a resource
   * @param arguments its arguments; for the next round they must be the same JSON value
   * @return what the handler returns, or its questions
   * @throws McpException if the state of the request is not one this request was given, if the
   *     questions break a rule, or if the handler throws it
   * @throws Exception whatever else the handler throws
   */
  public <R extends Result> Reply<R> run(
      McpRequest<? extends InputResponseRequestParams> request,
      String name,
      JsonNode arguments,
      Attempt<R> attempt)
      throws Exception {
    RequestOrigin origin = new RequestOrigin(request, name, arguments);
    Chain chain = chain(request, origin);
    Reply<R> reply;
    try {
      reply = attempt.run(chain);
    } catch (Throwable thrown) {
      if (Unwinding.leaves(chain, thrown)) {
        return ask(request, chain, origin, chain.pendingRequests(), null, ResultMeta.EMPTY);
      }
      requireNothingSwallowed(chain, origin);
      throw thrown;
    }
    requireNothingSwallowed(chain, origin);
    if (reply instanceof Reply.InputRequired<R> own) {
      RequiredCapabilities.check(own.requests().values(), chain.client());
      return ask(request, chain, origin, own.requests(), own.state(), own.meta());
    }
    return reply;
  }

  private Chain chain(
      McpRequest<? extends InputResponseRequestParams> request, RequestOrigin origin) {
    InputResponseRequestParams params = request.params();
    SealedState before = params.requestState() == null ? null : open(params.requestState(), origin);
    ClientCapabilities client = request.meta().clientCapabilities();
    Map<String, JsonNode> responses = params.inputResponses();
    Map<String, JsonNode> earlier = before == null ? Map.of() : before.once();
    return new Chain(
        questions,
        client == null ? ClientCapabilities.NONE : client,
        responses == null ? Map.of() : responses,
        before,
        () -> new OnceLedger(types, earlier, OnceKeeper.NONE),
        this::newChainId);
  }

  /**
   * Runs a handler for one round, when somebody else than the client keeps what is known.
   *
   * @param request the request; its state means nothing
   * @param name what it names, for messages
   * @param memory what is known
   * @return what the handler returns, or its questions; their state is what is to be known next
   * @throws McpException if the questions break a rule, or the handler throws it
   * @throws Exception whatever else the handler throws
   */
  public <R extends Result> Reply<R> resume(
      McpRequest<? extends InputResponseRequestParams> request,
      String name,
      CallMemory memory,
      Attempt<R> attempt)
      throws Exception {
    Map<String, JsonNode> responses = request.params().inputResponses();
    JsonObject recorded = memory.recorded();
    Map<String, JsonNode> outcomes = memory.outcomes();
    Chain chain =
        new Chain(
            questions,
            request.client().capabilities(),
            responses == null ? Map.of() : responses,
            recorded.isEmpty() ? null : StateFormat.read(recorded.node()),
            () -> new OnceLedger(types, outcomes, keeper(memory)),
            this::newChainId);
    RequestOrigin origin = new RequestOrigin(request, name, JsonNodeFactory.instance.objectNode());
    Reply<R> reply;
    try {
      reply = attempt.run(chain);
    } catch (Throwable thrown) {
      if (Unwinding.leaves(chain, thrown)) {
        return recorded(chain, origin, chain.pendingRequests(), null);
      }
      requireNothingSwallowed(chain, origin);
      throw thrown;
    }
    requireNothingSwallowed(chain, origin);
    if (reply instanceof Reply.InputRequired<R> own) {
      RequiredCapabilities.check(own.requests().values(), chain.client());
      return recorded(chain, origin, own.requests(), own.state());
    }
    return reply;
  }

  private static OnceKeeper keeper(CallMemory memory) {
    return new OnceKeeper() {
      @Override
      public void begin(String key) {
        memory.begin(key);
      }

      @Override
      public void keep(String key, JsonNode outcome) {
        memory.keep(key, outcome);
      }
    };
  }

  private <R extends Result> Reply<R> recorded(
      Chain chain, RequestOrigin origin, Map<String, InputRequest> requests, @Nullable String own) {
    requireRoundLeft(chain, origin);
    return new Reply.InputRequired<>(
        requests, chain.recorded(chain.rounds() + 1, own).toString(), ResultMeta.EMPTY);
  }

  private void requireRoundLeft(Chain chain, RequestOrigin origin) {
    if (chain.rounds() >= limits.rounds()) {
      log.warn("{} asks more than {} times", origin, limits.rounds());
      throw new McpException(
          ErrorCode.INTERNAL_ERROR,
          "The request was given up after " + limits.rounds() + " rounds of questions");
    }
  }

  /**
   * Checks an answer before the handler gets it.
   *
   * @param key names the question
   * @param question the question
   * @param answer the answer
   * @throws McpException if the answer does not fit
   */
  public void requireFit(String key, InputRequest question, JsonNode answer) {
    Question<?> asked = questionOf(key, question);
    if (asked != null) {
      Chain.requireFit(questions.prepare(asked), answer);
    }
  }

  private static @Nullable Question<?> questionOf(String key, InputRequest question) {
    if (question instanceof ElicitRequest elicit) {
      return elicit.params() instanceof ElicitRequestFormParams form
          ? new Question.FreeForm(key, form.message(), form.requestedSchema())
          : Question.url(key, "", ((ElicitRequestURLParams) elicit.params()).url());
    }
    if (question instanceof CreateMessageRequest create) {
      return Question.sampling(key, create.params());
    }
    return question instanceof ListRootsRequest ? Question.roots(key) : null;
  }

  private String newChainId() {
    byte[] id = new byte[CHAIN_ID_BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  private SealedState open(String text, RequestOrigin origin) {
    byte[] content = text.length() > limits.stateLength() ? null : seal.open(text);
    SealedState state = content == null ? null : StateFormat.read(content);
    if (state == null
        || !state.origin().equals(origin.get())
        || !clock.instant().isBefore(state.expiry())) {
      // One answer for all reasons: it must not help to find out which one it is.
      throw new McpException(
          ErrorCode.INVALID_PARAMS,
          "The requestState is not valid for this request; send the request again without it");
    }
    return state;
  }

  private <R extends Result> Reply<R> ask(
      McpRequest<?> request,
      Chain chain,
      RequestOrigin origin,
      Map<String, InputRequest> requests,
      @Nullable String own,
      ResultMeta meta) {
    requireRoundLeft(chain, origin);
    SealedState state =
        new SealedState(
            clock.instant().plus(limits.stateLifetime()),
            origin.get(),
            chain.rounds() + 1,
            chain.pendingDigests(),
            chain.answers(),
            chain.outcomes(),
            chain.chainId(),
            own);
    String sealed = seal.seal(StateFormat.write(state));
    if (sealed.length() > limits.stateLength()) {
      log.error(
          "{} keeps too much between its questions: {} characters when sealed, {} are allowed;"
              + " keep less in once() or raise the limit",
          origin,
          sealed.length(),
          limits.stateLength());
      throw new McpException(
          ErrorCode.INTERNAL_ERROR, "The answers so far are too large to continue");
    }
    if (request.caller().transport().equals("http") && warnAboutKeys.compareAndSet(true, false)) {
      log.warn(
          "Questions are sealed with a key that only this process has. A client that is asked here"
              + " and answers to another instance, or after a restart, is refused; configure"
              + " McpServerBuilder.keys with the same KeyRing for every instance");
    }
    return new Reply.InputRequired<>(requests, sealed, meta);
  }

  private static void requireNothingSwallowed(Chain chain, RequestOrigin origin) {
    if (chain.isPending()) {
      log.error(
          "The handler of {} caught the throwable that carries its question {}; it must let it"
              + " pass",
          origin,
          String.join(", ", chain.pendingRequests().keySet()));
      throw new McpException(ErrorCode.INTERNAL_ERROR, "The question could not be asked");
    }
  }
}
