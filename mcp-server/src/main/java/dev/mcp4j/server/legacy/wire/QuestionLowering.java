/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestFormParams;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;
import dev.mcp4j.api.elicitation.EnumOption;
import dev.mcp4j.api.elicitation.FormSchema;
import dev.mcp4j.api.elicitation.LegacyTitledEnumSchema;
import dev.mcp4j.api.elicitation.NumberSchema;
import dev.mcp4j.api.elicitation.PrimitiveSchemaDefinition;
import dev.mcp4j.api.elicitation.StringSchema;
import dev.mcp4j.api.elicitation.TitledMultiSelectEnumSchema;
import dev.mcp4j.api.elicitation.TitledSingleSelectEnumSchema;
import dev.mcp4j.api.elicitation.UntitledMultiSelectEnumSchema;
import dev.mcp4j.api.elicitation.UntitledSingleSelectEnumSchema;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.input.UnrecognizedInputRequest;
import dev.mcp4j.api.legacy.LegacyMethods;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.api.legacy.ServerRequest;
import dev.mcp4j.api.sampling.CreateMessageRequest;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.SamplingMessage;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a question into a request as a revision writes it.
 *
 * <p>Specification 2025-06-18 and 2025-11-25: client/elicitation; 2024-11-05: client/sampling.
 *
 * @param revision the revision
 * @param elicitationIds makes ids of elicitations
 */
record QuestionLowering(LegacyRevision revision, Supplier<String> elicitationIds) {

  ServerRequest lower(InputRequest question) throws UnansweredException {
    if (question instanceof ElicitRequest elicit) {
      return lower(elicit);
    } else if (question instanceof CreateMessageRequest sample
        && !revision.isAtLeast(LegacyRevision.V2025_11_25)) {
      return ServerRequest.of(new CreateMessageRequest(lower(sample.params())));
    }
    return ServerRequest.of(question);
  }

  private ServerRequest lower(ElicitRequest elicit) throws UnansweredException {
    if (elicit.params() instanceof ElicitRequestURLParams) {
      return new ServerRequest(elicit, elicitationIds.get(), RequestMeta.EMPTY);
    } else if (elicit.params() instanceof ElicitRequestFormParams form
        && !revision.isAtLeast(LegacyRevision.V2025_11_25)) {
      return ServerRequest.of(withoutMode(form));
    }
    return ServerRequest.of(elicit);
  }

  /** There was one mode only, without a name. */
  private static InputRequest withoutMode(ElicitRequestFormParams form) throws UnansweredException {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    params.put("message", form.message());
    params.set("requestedSchema", McpJson.toTree(lower(form.requestedSchema())));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("method", LegacyMethods.CREATE_ELICITATION);
    json.set("params", params);
    return new UnrecognizedInputRequest(LegacyMethods.CREATE_ELICITATION, new JsonObject(json));
  }

  private static FormSchema lower(FormSchema form) throws UnansweredException {
    Map<String, PrimitiveSchemaDefinition> fields = new LinkedHashMap<>();
    for (Map.Entry<String, PrimitiveSchemaDefinition> field : form.properties().entrySet()) {
      fields.put(field.getKey(), lower(field.getKey(), field.getValue()));
    }
    JsonNode schema = form.other().get("$schema");
    return new FormSchema(
        fields, form.required(), schema == null ? form.other() : without(form.other(), "$schema"));
  }

  private static JsonObject without(JsonObject object, String member) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    copy.setAll(object.node());
    copy.remove(member);
    return new JsonObject(copy);
  }

  private static PrimitiveSchemaDefinition lower(String name, PrimitiveSchemaDefinition field)
      throws UnansweredException {
    if (field instanceof TitledSingleSelectEnumSchema choice) {
      return new LegacyTitledEnumSchema(
          choice.title(),
          choice.description(),
          choice.options().stream().map(EnumOption::value).toList(),
          choice.options().stream().map(EnumOption::title).toList(),
          null);
    } else if (field instanceof UntitledSingleSelectEnumSchema choice) {
      return new UntitledSingleSelectEnumSchema(
          choice.title(), choice.description(), choice.values(), null);
    } else if (field instanceof StringSchema text) {
      return new StringSchema(
          text.title(),
          text.description(),
          text.minLength(),
          text.maxLength(),
          text.format(),
          null);
    } else if (field instanceof NumberSchema number) {
      return new NumberSchema(
          number.integer(),
          number.title(),
          number.description(),
          number.minimum(),
          number.maximum(),
          null);
    } else if (field instanceof UntitledMultiSelectEnumSchema
        || field instanceof TitledMultiSelectEnumSchema) {
      throw new UnansweredException(
          "forms of its revision cannot offer several choices at once, as the field "
              + name
              + " does");
    }
    return field;
  }

  /** A message had one piece of content; the model sees no difference. */
  private CreateMessageRequestParams lower(CreateMessageRequestParams params) {
    return params.toBuilder()
        .messages(params.messages().stream().flatMap(this::split).toList())
        .build();
  }

  private Stream<SamplingMessage> split(SamplingMessage message) {
    ContentLowering contents = new ContentLowering(revision);
    return message.content().stream()
        .map(
            content ->
                new SamplingMessage(
                    message.role(), List.of(contents.lower(content)), message.meta()));
  }
}
