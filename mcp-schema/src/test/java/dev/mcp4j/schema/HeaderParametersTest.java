/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations in input schemas, server/tools, "x-mcp-header". */
class HeaderParametersTest {

  @Test
  void annotatedPropertiesAreFoundInOrder() {
    List<HeaderParameter> found =
        HeaderParameters.of(
            Json.of(
                """
                {'type':'object','properties':{
                  'region':{'type':'string','x-mcp-header':'Region'},
                  'query':{'type':'string'},
                  'place':{'type':'object','properties':{
                    'zone':{'type':'integer','x-mcp-header':'zone'}}},
                  'dry':{'type':['null','boolean'],'x-mcp-header':'Dry!'}}}"""));

    assertThat(found)
        .containsExactly(
            new HeaderParameter("Region", List.of("region"), HeaderParameter.Type.STRING),
            new HeaderParameter("zone", List.of("place", "zone"), HeaderParameter.Type.INTEGER),
            new HeaderParameter("Dry!", List.of("dry"), HeaderParameter.Type.BOOLEAN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "true", "{'type':'object'}", "{'properties':{'a':true}}"})
  void schemasWithoutAnnotationsHaveNoHeaders(String schema) {
    assertThat(HeaderParameters.of(Json.of(schema))).isEmpty();
  }

  @Test
  void propertiesAndDataMayHaveTheNameOfTheAnnotation() {
    assertThat(
            HeaderParameters.of(
                Json.of(
                    """
                    {'properties':{'x-mcp-header':{'type':'string'}},
                     'required':['x-mcp-header'],
                     'default':{'x-mcp-header':1},
                     'examples':[{'x-mcp-header':1}],
                     '$defs':{'x-mcp-header':{'properties':{'x-mcp-header':{}}}}}""")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|the header name is empty",
        "'My Region'|the header name \"My Region\" is no HTTP token",
        "'Region:'|the header name \"Region:\" is no HTTP token",
        "'Région'|the header name \"Région\" is no HTTP token",
        "'Region\\u0001'|the header name \"Region\uFFFD\" is no HTTP token",
        "'Region\\r\\nX: y'|the header name \"Region\uFFFD\uFFFDX: y\" is no HTTP token",
        "1|expected a string, was 1",
        "null|expected a string, was null"
      },
      quoteCharacter = '`')
  void faultyNamesAreRefused(String name, String reason) {
    String schema = "{'properties':{'a':{'type':'string','x-mcp-header':" + name + "}}}";

    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> HeaderParameters.of(Json.of(schema)))
        .satisfies(
            e -> {
              assertThat(e.path()).isEqualTo("/properties/a/x-mcp-header");
              assertThat(e.reason()).isEqualTo(reason);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'object'",
        "'array'",
        "'null'",
        "'number'",
        "['string','integer']",
        "['null']",
        "[]",
        "['string','null','integer']"
      })
  void onlySinglePrimitiveTypesCanBeMirrored(String type) {
    String schema = "{'properties':{'a':{'type':" + type + ",'x-mcp-header':'A'}}}";

    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> HeaderParameters.of(Json.of(schema)))
        .withMessageStartingWith(
            "/properties/a/x-mcp-header: only a string, an integer or a boolean can be mirrored");
  }

  @Test
  void untypedParameterCannotBeMirrored() {
    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> HeaderParameters.of(Json.of("{'properties':{'a':{'x-mcp-header':'A'}}}")))
        .withMessageEndingWith("can be mirrored, not a parameter without a type");
  }

  @ParameterizedTest
  @CsvSource({"Region,Region", "Region,REGION"})
  void namesAreUniqueInAnyCase(String first, String second) {
    String schema =
        "{'properties':{'a':{'type':'string','x-mcp-header':'%s'},"
            + "'b':{'properties':{'c':{'type':'string','x-mcp-header':'%s'}}}}}";

    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> HeaderParameters.of(Json.of(schema.formatted(first, second))))
        .withMessage(
            "/properties/b/properties/c/x-mcp-header: the header name \"%s\" is used twice",
            second);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'properties':{'a':{'type':'array','items':@}}}",
        "{'properties':{'a':{'prefixItems':[@]}}}",
        "{'properties':{'a':{'contains':@}}}",
        "{'properties':{'a':{'additionalProperties':@}}}",
        "{'properties':{'a':{'anyOf':[@]}}}",
        "{'oneOf':[{'properties':{'a':@}}]}",
        "{'allOf':[{'properties':{'a':@}}]}",
        "{'not':{'properties':{'a':@}}}",
        "{'if':{'properties':{'a':@}}}",
        "{'then':{'properties':{'a':@}}}",
        "{'else':{'properties':{'a':@}}}",
        "{'$defs':{'a':@},'properties':{'a':{'$ref':'#/$defs/a'}}}",
        "{'definitions':{'a':{'properties':{'b':@}}}}",
        "{'patternProperties':{'a':@}}",
        "{'dependentSchemas':{'a':@}}",
        "{'x-vendor':{'nested':[@]}}"
      })
  void annotationsThatPropertiesAloneDoNotLeadToAreRefused(String schema) {
    String annotated = schema.replace("@", "{'type':'string','x-mcp-header':'A'}");

    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> HeaderParameters.of(Json.of(annotated)))
        .withMessageEndingWith("only what 'properties' alone lead to can be mirrored");
  }

  @Test
  void rootItselfCannotBeMirrored() {
    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> HeaderParameters.of(Json.of("{'type':'string','x-mcp-header':'A'}")))
        .withMessage("at the root: only a property can be mirrored");
  }
}
