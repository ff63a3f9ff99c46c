/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The restricted schemas of form elicitation: a flat object of strings, numbers, booleans and
 * choices.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation#requested-schema">Requested
 *     schema</a>
 */
public final class FormSchemas {

  private FormSchemas() {}

  /**
   * The form that asks for a record. Its components may be strings, numbers, booleans, {@code
   * LocalDate}, {@code Instant}, {@code OffsetDateTime}, {@code ZonedDateTime}, {@code URI}, enums
   * (one choice), arrays or collections of enums (several choices), and optionals of these. The
   * labels of an enum's constants come from {@link Title}. {@link Description}, {@link Default},
   * {@link Range}, {@link Size} and {@link Format} apply; the formats of a form are email, uri,
   * date and date-time.
   *
   * <p>An answer that satisfies the schema, compiled by {@link JsonSchemas#compileGenerated}, can
   * be read as the record.
   *
   * @param types how the record is bound
   * @param form the class of the record
   * @return a new schema, with its members in a fixed order
   * @throws IllegalArgumentException if the class is no record, or a component cannot be asked for
   *     in a form
   */
  public static ObjectNode of(UserTypes types, Class<?> form) {
    JsonMapper mapper = types.mapper();
    return new FormBuilder(new InputView(mapper), mapper.constructType(form)).build();
  }

  /**
   * Checks that a schema is the schema of a form. Keywords that a form does not know are let pass
   * as long as they leave it flat.
   *
   * @param schema the schema, such as the {@code requestedSchema} of a request
   * @throws InvalidSchemaException if the schema is anything else; it names the place
   */
  public static void check(JsonNode schema) {
    FormCheck.check(schema);
  }

  /**
   * Fills the defaults of a form into an answer.
   *
   * @param schema the schema of the form
   * @param content the answer; not changed
   * @return a new object: the answer, and after it the default of every property that is absent in
   *     it and has one
   */
  public static ObjectNode withDefaults(JsonNode schema, ObjectNode content) {
    ObjectNode filled = content.deepCopy();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode value = property.getValue().get("default");
      if (value != null && !filled.has(property.getKey())) {
        filled.set(property.getKey(), value.deepCopy());
      }
    }
    return filled;
  }
}
