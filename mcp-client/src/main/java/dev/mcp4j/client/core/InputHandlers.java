/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.SamplingCapability;
import dev.mcp4j.api.elicitation.ElicitAction;
import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestFormParams;
import dev.mcp4j.api.elicitation.ElicitRequestParams;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;
import dev.mcp4j.api.elicitation.ElicitResult;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.input.UnrecognizedInputRequest;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.roots.ListRootsResult;
import dev.mcp4j.api.roots.Root;
import dev.mcp4j.api.sampling.CreateMessageRequest;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.CreateMessageResult;
import dev.mcp4j.client.InputRequestException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the application has registered to answer a server's questions with. What is not registered
 * is not declared as a capability and not answered.
 *
 * @param form fills in forms; null if nobody does
 * @param url opens links; null if nobody does
 * @param sampling asks a model; null if nobody does
 * @param samplingCapability what sampling is declared as
 * @param roots names folders; null if nobody does
 */
public record InputHandlers(
    @Nullable Handler<ElicitRequestFormParams, ElicitResult> form,
    @Nullable Handler<ElicitRequestURLParams, ElicitAction> url,
    @Nullable Handler<CreateMessageRequestParams, CreateMessageResult> sampling,
    SamplingCapability samplingCapability,
    @Nullable Callable<List<Root>> roots) {

  /**
   * Answers one kind of question.
   *
   * @param <Q> the question
   * @param <A> the answer
   */
  @FunctionalInterface
  public interface Handler<Q, A> {
    /**
     * Answers.
     *
     * @param question the question
     * @return the answer
     * @throws Exception if there is none
     */
    A answer(Q question) throws Exception;
  }

  /**
   * Returns what to declare.
   *
   * @param extensions settings of the extensions the application supports
   * @return the capabilities behind which there is a handler
   */
  public ClientCapabilities capabilities(Map<String, JsonObject> extensions) {
    ClientCapabilities.Builder capabilities = ClientCapabilities.builder().extensions(extensions);
    if (form != null || url != null) {
      capabilities.elicitation(elicitation());
    }
    if (sampling != null) {
      capabilities.sampling(samplingCapability);
    }
    if (roots != null) {
      capabilities.roots(JsonObject.EMPTY);
    }
    return capabilities.build();
  }

  /**
   * Answers a question that belongs to no call. Blocks as long as the handler does.
   *
   * @param key names the question in exceptions
   * @param question the question
   * @return the answer
   * @throws dev.mcp4j.client.InputRequestException if there is none
   * @throws dev.mcp4j.client.CallCancelledException if the thread is interrupted
   */
  public JsonNode answer(String key, InputRequest question) {
    CallSettings untimed = CallDefaults.plain(Duration.ofDays(1));
    return answer(key, question, new CallControl(new CallClock(untimed, System::nanoTime)));
  }

  JsonNode answer(String key, InputRequest question, CallControl control) {
    if (question instanceof ElicitRequest elicit) {
      return elicited(key, elicit.params(), control);
    }
    if (question instanceof CreateMessageRequest create) {
      return sampled(key, create.params(), control);
    }
    if (question instanceof ListRootsRequest) {
      return listed(key, control);
    }
    throw unanswered(key, ((UnrecognizedInputRequest) question).method(), "it is not known");
  }

  private ElicitationCapability elicitation() {
    if (url == null) {
      return ElicitationCapability.FORM;
    }
    return form == null
        ? new ElicitationCapability(null, JsonObject.EMPTY, JsonObject.EMPTY)
        : ElicitationCapability.FORM_AND_URL;
  }

  private JsonNode elicited(String key, ElicitRequestParams params, CallControl control) {
    String method = "elicitation/create";
    if (params instanceof ElicitRequestURLParams link) {
      if (url == null) {
        throw unanswered(key, method, "no handler for links is registered");
      }
      ElicitAction action = ask(key, method, control, () -> url.answer(link));
      return McpJson.toTree(new ElicitResult(action, null));
    }
    if (form == null) {
      throw unanswered(key, method, "no handler for forms is registered");
    }
    ElicitRequestFormParams asked = (ElicitRequestFormParams) params;
    ElicitResult result = ask(key, method, control, () -> form.answer(asked));
    return McpJson.toTree(FormAnswers.complete(key, asked.requestedSchema(), result));
  }

  private JsonNode sampled(String key, CreateMessageRequestParams params, CallControl control) {
    String method = "sampling/createMessage";
    if (sampling == null) {
      throw unanswered(key, method, "no handler for sampling is registered");
    }
    boolean usesTools = !params.tools().isEmpty() || params.toolChoice() != null;
    if (usesTools && samplingCapability.tools() == null) {
      throw unanswered(key, method, "it uses tools, which the client has not declared");
    }
    return McpJson.toTree(ask(key, method, control, () -> sampling.answer(params)));
  }

  private JsonNode listed(String key, CallControl control) {
    String method = "roots/list";
    if (roots == null) {
      throw unanswered(key, method, "no roots are registered");
    }
    return McpJson.toTree(new ListRootsResult(ask(key, method, control, roots)));
  }

  private static <A> A ask(String key, String method, CallControl control, Callable<A> handler) {
    try {
      A answer = control.whileStopped(handler);
      return Objects.requireNonNull(answer, "the handler returned null");
    } catch (InterruptedException e) {
      control.throwIfCancelled();
      Thread.currentThread().interrupt();
      throw CallControl.interrupted(e);
    } catch (Exception e) {
      control.throwIfCancelled();
      throw new InputRequestException(
          key, "the handler of %s failed on question %s".formatted(method, key), e);
    }
  }

  private static InputRequestException unanswered(String key, String method, String reason) {
    return new InputRequestException(
        key, "cannot answer question %s, %s: %s".formatted(key, method, reason), null);
  }
}
