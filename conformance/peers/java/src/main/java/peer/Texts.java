package peer;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The resources and prompts of the fixture contract. */
final class Texts {
  static final ResourceTemplate TEMPLATE =
      ResourceTemplate.builder("test://template/{id}/data", "Data by id")
          .description("Data of any id")
          .mimeType("application/json")
          .build();

  private Texts() {}

  static Map<Resource, ResourceContents> resources() {
    Map<Resource, ResourceContents> resources = new LinkedHashMap<>();
    text(resources, "test://static-text", "Static text", "This is the content.");
    text(resources, "test://watched-resource", "Watched text", "Watch me.");
    resources.put(
        Resource.builder("test://static-binary", "Static picture").mimeType("image/png").build(),
        new BlobResourceContents("test://static-binary", "image/png", Tools.PNG));
    return resources;
  }

  private static void text(
      Map<Resource, ResourceContents> resources, String uri, String name, String text) {
    resources.put(
        Resource.builder(uri, name).mimeType("text/plain").build(),
        new TextResourceContents(uri, "text/plain", text));
  }

  static ReadResourceResult read(ResourceContents contents) {
    return new ReadResourceResult(List.of(contents));
  }

  static ReadResourceResult readTemplate(String uri) {
    String id = uri.replaceFirst("^test://template/", "").replaceFirst("/data$", "");
    return read(
        new TextResourceContents(
            uri, "application/json", "{\"id\":\"%s\",\"templateTest\":true}".formatted(id)));
  }

  static Map<Prompt, Function<GetPromptRequest, GetPromptResult>> prompts() {
    Map<Prompt, Function<GetPromptRequest, GetPromptResult>> prompts = new LinkedHashMap<>();
    prompts.put(prompt("test_simple_prompt"), request -> says(new TextContent("Simple.")));
    prompts.put(
        prompt("test_prompt_with_arguments", "arg1", "arg2"),
        request ->
            says(
                new TextContent(
                    "arg1='%s', arg2='%s'"
                        .formatted(argument(request, "arg1"), argument(request, "arg2")))));
    prompts.put(
        prompt("test_prompt_with_embedded_resource", "resourceUri"),
        request ->
            says(
                EmbeddedResource.builder(
                        new TextResourceContents(
                            argument(request, "resourceUri"),
                            "text/plain",
                            "Embedded."))
                    .build()));
    prompts.put(
        prompt("test_prompt_with_image"),
        request -> says(ImageContent.builder(Tools.PNG, "image/png").build()));
    return prompts;
  }

  /** The SDK leaves it to handlers to look at their arguments. */
  private static String argument(GetPromptRequest request, String name) {
    Object value = request.arguments() == null ? null : request.arguments().get(name);
    if (value instanceof String text) {
      return text;
    }
    throw McpError.builder(ErrorCodes.INVALID_PARAMS).message("No text for " + name).build();
  }

  private static Prompt prompt(String name, String... arguments) {
    return Prompt.builder(name)
        .description("A prompt of the fixture")
        .arguments(
            Stream.of(arguments)
                .map(argument -> PromptArgument.builder(argument).required(true).build())
                .toList())
        .build();
  }

  private static GetPromptResult says(Content content) {
    return new GetPromptResult(null, List.of(new PromptMessage(Role.USER, content)));
  }

  static CompleteResult complete(String begin) {
    List<String> values =
        Stream.of("test", "testing", "paris", "party").filter(v -> v.startsWith(begin)).toList();
    return new CompleteResult(
        new CompleteResult.CompleteCompletion(values, values.size(), false));
  }
}
