/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.completion.CompleteRequestParams;
import dev.mcp4j.api.completion.CompleteResult;
import dev.mcp4j.api.completion.Completion;
import dev.mcp4j.api.completion.PromptReference;
import dev.mcp4j.api.completion.ResourceTemplateReference;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.prompt.PromptArgument;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Completer;
import dev.mcp4j.server.CompletionQuery;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.Route;
import dev.mcp4j.server.core.Faults;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Suggests values of arguments. What a caller cannot see has no suggestions either.
 *
 * @param prompts all prompts
 * @param resources all resources and templates
 */
record CompleteRoute(Registry<Prompt, PromptEntry<?>> prompts, ResourceCatalog resources)
    implements Route<CompleteRequestParams, CompleteResult> {

  @Override
  public Reply<CompleteResult> handle(McpRequest<CompleteRequestParams> request, Notifier notifier)
      throws Exception {
    CompleteRequestParams params = request.params();
    Completer completer = completer(params, request.caller());
    if (completer == null) {
      requireCompleters();
      return complete(new Completion(List.of(), null, null));
    }
    CompletionQuery query =
        new CompletionQuery(params.argument().value(), params.contextArguments(), request.caller());
    return complete(completion(completer.complete(query)));
  }

  /** Whether there is anything to suggest at all. */
  boolean hasCompleters() {
    return prompts.all().stream().anyMatch(prompt -> !prompt.completers().isEmpty())
        || resources.templates().all().stream()
            .anyMatch(template -> !template.completers().isEmpty());
  }

  private void requireCompleters() {
    if (!hasCompleters()) {
      throw new McpException(
          ErrorCode.METHOD_NOT_FOUND, "Nothing on this server can be completed now");
    }
  }

  private @Nullable Completer completer(CompleteRequestParams params, Caller caller) {
    String argument = params.argument().name();
    if (params.ref() instanceof PromptReference reference) {
      PromptEntry<?> prompt = prompts.find(reference.name(), caller);
      if (prompt == null) {
        throw invalid("Unknown prompt: " + Faults.shown(reference.name()));
      }
      List<String> names =
          prompt.descriptor().arguments().stream().map(PromptArgument::name).toList();
      return completer(prompt.completers(), names, argument);
    } else if (params.ref() instanceof ResourceTemplateReference reference) {
      TemplateEntry template = resources.templates().find(reference.uri(), caller);
      if (template != null) {
        return completer(template.completers(), template.template().variables(), argument);
      }
      if (resources.resources().find(reference.uri(), caller) == null) {
        throw invalid("Unknown resource template: " + Faults.shown(reference.uri()));
      }
      return null;
    }
    throw invalid("Unknown kind of reference: only ref/prompt and ref/resource are supported");
  }

  private static @Nullable Completer completer(
      Map<String, Completer> completers, List<String> names, String argument) {
    if (!names.contains(argument)) {
      throw invalid("Unknown argument: " + Faults.shown(argument));
    }
    return completers.get(argument);
  }

  private static Completion completion(List<String> values) {
    if (values.size() <= Completion.MAX_VALUES) {
      return new Completion(values, null, null);
    }
    return new Completion(values.subList(0, Completion.MAX_VALUES), values.size(), true);
  }

  private static Reply<CompleteResult> complete(Completion completion) {
    return new Reply.Complete<>(new CompleteResult(completion, ResultMeta.EMPTY));
  }

  private static McpException invalid(String message) {
    return new McpException(ErrorCode.INVALID_PARAMS, message);
  }
}
