/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class JsonSchemasTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'integer'}|'x'|expected integer, was a string",
        "{'type':'integer'}|1.5|expected integer, was 1.5",
        "{'type':['string','null','array']}|{}|expected string, null or array, was an object",
        "{'required':['a','b']}|{'a':1}|missing required property \"b\"",
        "{'properties':{'a/b~c':{'type':'string'}}}|{'a/b~c':null}|/a~1b~0c: expected string, was"
            + " null",
        "{'items':{'minimum':1}}|[1,0]|/1: expected at least 1, was 0",
        "{'maximum':1.5}|2|expected at most 1.5, was 2",
        "{'exclusiveMinimum':0}|0|expected more than 0, was 0",
        "{'exclusiveMaximum':0}|0|expected less than 0, was 0",
        "{'multipleOf':0.1}|0.15|expected a multiple of 0.1, was 0.15",
        "{'minLength':1}|''|expected at least 1 character, was 0",
        "{'maxLength':2}|'abc'|expected at most 2 characters, was 3",
        "{'pattern':'^a+$'}|'ab'|expected a match of \"^a+$\", was \"ab\"",
        "{'enum':['a',1,null]}|2|expected one of \"a\", 1, null, was 2",
        "{'enum':['a']}|'b'|expected \"a\", was \"b\"",
        "{'const':{'a':1}}|1|expected an object, was 1",
        "{'minItems':2}|[1]|expected at least 2 elements, was 1",
        "{'maxItems':1}|[1,2]|expected at most 1 element, was 2",
        "{'uniqueItems':true}|[1,1.0]|expected distinct elements",
        "{'minProperties':1}|{}|expected at least 1 property, was 0",
        "{'maxProperties':0}|{'a':1}|expected at most 0 properties, was 1",
        "{'additionalProperties':false}|{'a':1}|unknown property \"a\"",
        "{'unevaluatedProperties':false}|{'a':1}|unknown property \"a\"",
        "{'propertyNames':{'pattern':'^a'}}|{'b':1}|property name \"b\" is not allowed",
        "{'dependentRequired':{'a':['b']}}|{'a':1}|missing property that \"a\" requires",
        "{'prefixItems':[true],'items':false}|[1,2]|more elements than allowed",
        "{'unevaluatedItems':false}|[1]|more elements than allowed",
        "{'contains':{'const':1}}|[2]|too few elements of the required kind",
        "{'contains':true,'maxContains':1}|[2,3]|too many elements of the required kind",
        "{'not':{'type':'string'}}|'x'|matches what is ruled out",
        "{'oneOf':[{'type':'integer'},{'minimum':2}]}|3|matches several alternatives where exactly"
            + " one is allowed",
        "false|1|no value is allowed here",
      })
  void violationsSayWhereAndWhatWasExpectedAndFound(String schema, String value, String text) {
    assertThat(validate(schema, value)).extracting(Violation::toString).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'kind':'a'}|/s: missing required property \"x\"",
        "{'kind':'b','y':1}|/s/y: expected string, was 1",
        "{'kind':'c'}|/s/kind: expected one of \"a\", \"b\", was \"c\"",
        "{}|/s: matches none of the 2 alternatives",
        "1|/s: expected object, was 1",
      })
  void ofATaggedUnionTheBranchThatWasMeantIsTold(String value, String text) {
    String branch =
        "{'type':'object','properties':{'kind':{'const':'%s'},'%s':{'type':'%s'}},"
            + "'required':['kind','%2$s']}";
    String union =
        "{'anyOf':["
            + branch.formatted("a", "x", "integer")
            + ","
            + branch.formatted("b", "y", "string")
            + "]}";

    assertThat(validate("{'properties':{'s':" + union + "}}", "{'s':" + value + "}"))
        .extracting(Violation::toString)
        .containsExactly(text);
  }

  @Test
  void ofANullableObjectTheFaultsOfTheObjectAreTold() {
    String schema = "{'items':{'anyOf':[{'type':'object','required':['a']},{'type':'null'}]}}";

    assertThat(validate(schema, "[{},null,'x']"))
        .extracting(Violation::toString)
        .containsExactly(
            "/0: missing required property \"a\"", "/2: expected object or null, was a string");
  }

  @Test
  void validValueHasNoViolations() {
    assertThat(validate("{'type':'object','required':['a']}", "{'a':1}")).isEmpty();
    assertThat(validate("true", "1")).isEmpty();
  }

  @Test
  void wholeNumbersAreIntegersHoweverWritten() {
    assertThat(validate("{'type':'integer'}", "1.0")).isEmpty();
    assertThat(validate("{'type':'integer'}", "1e2")).isEmpty();
  }

  @Test
  void lengthsCountCodePoints() {
    assertThat(validate("{'maxLength':1}", "'\uD83D\uDE00'")).isEmpty();
  }

  @Test
  void violationsAreBounded() {
    JsonNode value = array(1000);

    assertThat(JsonSchemas.compile(Json.of("{'items':{'minimum':5000}}")).validate(value))
        .hasSize(20);
  }

  @Test
  void longAndUnprintableValuesAreShownShort() {
    String text =
        validate("{'type':'string','maxLength':1,'pattern':'x'}", "'" + "\\u0007y".repeat(99) + "'")
            .get(1)
            .message();

    assertThat(text).hasSizeLessThan(120).contains("\uFFFDy").endsWith("…\"");
  }

  @Test
  void longAndUnprintablePathsAreShownShort() {
    String schema = "{'additionalProperties':{'type':'string'}}";

    assertThat(validate(schema, "{'größe 😀 \\n\\u2028\\u202e':1}"))
        .hasToString("[/größe 😀 ���: expected string, was 1]");
    assertThat(validate(schema, "{'" + "x".repeat(1000) + "':1}"))
        .hasToString("[/" + "x".repeat(99) + "…" + "x".repeat(100) + ": expected string, was 1]");
    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> compile("{'properties':{'a\\n':5}}"))
        .withMessageStartingWith("/properties/a�: ");
  }

  @Test
  void messagesDoNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(validate("{'minimum':1000.5}", "0.5"))
          .extracting(Violation::message)
          .containsExactly("expected at least 1000.5, was 0.5");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void schemasNeverMeet() {
    CompiledSchema loose = JsonSchemas.compile(Json.of("{'$id':'https://x.example/s'}"));
    CompiledSchema strict =
        JsonSchemas.compile(Json.of("{'$id':'https://x.example/s','required':['a']}"));
    CompiledSchema hash1 = JsonSchemas.compile(Json.of("{'required':['Aa']}"));
    CompiledSchema hash2 = JsonSchemas.compile(Json.of("{'required':['BB']}"));

    assertThat(loose.validate(Json.of("{}"))).isEmpty();
    assertThat(strict.validate(Json.of("{}"))).hasSize(1);
    assertThat(hash1.validate(Json.of("{'Aa':1}"))).isEmpty();
    assertThat(hash2.validate(Json.of("{'Aa':1}"))).hasSize(1);
    assertThat(hash2.validate(Json.of("{'BB':1}"))).isEmpty();
  }

  @Test
  void formatsOfForeignSchemasOnlyAnnotate() {
    JsonNode schema = Json.of("{'format':'date'}");

    assertThat(JsonSchemas.compile(schema).validate(Json.of("'x'"))).isEmpty();
    assertThat(JsonSchemas.compileGenerated(schema).validate(Json.of("'x'")))
        .extracting(Violation::toString)
        .containsExactly("expected the format date, was \"x\"");
  }

  @Test
  void draft07IsSupportedWhenNamed() {
    String schema =
        "{'$schema':'http://json-schema.org/draft-07/schema#','items':[{'type':'string'}],"
            + "'additionalItems':false,'definitions':{'a':true},'dependencies':{'b':['c']}}";

    assertThat(validate(schema, "['a']")).isEmpty();
    assertThat(validate(schema, "[1]")).hasSize(1);
    assertThat(validate(schema.replace("schema#", "schema"), "[1]")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://json-schema.org/draft/2019-09/schema",
        "http://json-schema.org/draft-04/schema#",
        "https://x.example/dialect"
      })
  void otherDialectsAreRefusedByName(String dialect) {
    assertThatExceptionOfType(UnsupportedDialectException.class)
        .isThrownBy(() -> compile("{'$schema':'" + dialect + "'}"))
        .withMessage(
            "/$schema: the dialect \"%s\" is not supported, only"
                + " https://json-schema.org/draft/2020-12/schema and"
                + " http://json-schema.org/draft-07/schema#",
            dialect)
        .satisfies(e -> assertThat(e.dialect()).isEqualTo(dialect));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x.example/schema.json",
        "https://json-schema.org/draft/2019-09/schema",
        "file:///etc/passwd",
        "classpath:draft/2020-12/schema",
        "other.json",
        "http://169.254.169.254/latest#/a"
      })
  void nothingIsFetched(String reference) {
    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> compile("{'properties':{'a':{'allOf':[{'$ref':'" + reference + "'}]}}}"))
        .withMessage(
            "/properties/a/allOf/0/$ref: \"%s\" leads outside the schema, and nothing is fetched",
            reference);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$dynamicRef':'classpath:draft/2020-12/schema'}",
        "{'$id':'classpath:draft/2020-12/','$ref':'schema'}",
        "{'$id':'http://localhost:1/','$ref':'schema'}",
        "{'properties':{'a':{'$id':'b','$schema':'classpath:draft/2020-12/schema'}}}",
        "{'$schema':'http://json-schema.org/draft-07/schema#','items':{'$ref':'https://x.example/'}}"
      })
  void nothingIsFetchedByWhateverKeyword(String schema) {
    assertThatExceptionOfType(InvalidSchemaException.class).isThrownBy(() -> compile(schema));
  }

  @Test
  void faultThatOnlyTheValidatorSeesSurfacesAtTheFirstValidation() {
    CompiledSchema compiled =
        JsonSchemas.compile(
            Json.of("{'$ref':'https://json-schema.org/draft/2020-12/schema#/nowhere'}"));

    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> compiled.validate(Json.of("1")))
        .withMessage("at the root: the validator cannot use the schema");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$ref':'#/$defs/a','$defs':{'a':{'type':'string'}}}",
        "{'$ref':'#/$defs/a b','$defs':{'a b':{'type':'string'}}}",
        "{'$ref':'#/$defs/a%20b','$defs':{'a b':{'type':'string'}}}",
        "{'$ref':'#/$defs/L<T>','$defs':{'L<T>':{'type':'string'}}}",
        "{'$ref':'#/$defs/a~1b','$defs':{'a/b':{'type':'string'}}}",
        "{'$ref':'#/x-own/a','x-own':{'a':{'type':'string'}}}",
        "{'$ref':'#n','$defs':{'a':{'$anchor':'n','type':'string'}}}",
        "{'$ref':'sub','$defs':{'a':{'$id':'sub','type':'string'}}}",
        "{'$id':'https://x.example/r','$ref':'sub#/$defs/b','$defs':{'a':{'$id':'sub','$defs':{'b':{'type':'string'}}}}}",
        "{'$dynamicRef':'#n','$defs':{'a':{'$dynamicAnchor':'n','type':'string'}}}",
      })
  void referencesWithinTheSchemaAreFollowed(String schema) {
    assertThat(validate(schema, "'x'")).isEmpty();
    assertThat(validate(schema, "1")).hasSize(1);
  }

  @Test
  void metaSchemaIsBuiltIn() {
    String schema = "{'$ref':'https://json-schema.org/draft/2020-12/schema'}";

    assertThat(validate(schema, "{'type':'object'}")).isEmpty();
    assertThat(validate(schema, "{'type':'wat'}")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5|at the root: expected a schema (an object or a boolean), was 5",
        "[]|at the root: expected a schema (an object or a boolean), was an array",
        "{'type':'wat'}|/type: expected the name of a JSON type, or an array of at least one, was"
            + " \"wat\"",
        "{'type':[]}|/type: expected the name of a JSON type, or an array of at least one, was an"
            + " array",
        "{'required':'a'}|/required: expected an array of distinct strings, was \"a\"",
        "{'required':['a','a']}|/required: expected an array of distinct strings, was an array",
        "{'properties':[]}|/properties: expected an object, was an array",
        "{'properties':{'a/b':5}}|/properties/a~1b: expected a schema (an object or a boolean), was"
            + " 5",
        "{'items':[true]}|/items: expected a schema (an object or a boolean), was an array",
        "{'minimum':'1'}|/minimum: expected a number, was \"1\"",
        "{'multipleOf':0}|/multipleOf: expected a number greater than 0, was 0",
        "{'minLength':-1}|/minLength: expected an integer of at least 0, was -1",
        "{'minLength':1.5}|/minLength: expected an integer of at least 0, was 1.5",
        "{'allOf':[]}|/allOf: expected an array of at least one schema, was an array",
        "{'pattern':'('}|/pattern: \"(\" is no regular expression understood here",
        "{'patternProperties':{'[':true}}|/patternProperties/[: \"[\" is no regular expression"
            + " understood here",
        "{'$anchor':'1 x'}|/$anchor: expected a name of ASCII letters, digits, '-', '.' and '_',"
            + " was \"1 x\"",
        "{'$schema':1}|/$schema: expected a string, was 1",
        "{'$ref':'#/$defs/nope'}|/$ref: \"#/$defs/nope\" leads nowhere",
        "{'$ref':'#nope'}|/$ref: \"#nope\" leads nowhere",
        "{'$ref':'#/x','x':7}|/x: expected a schema (an object or a boolean), was 7",
        "{'$ref':'http://[','type':1}|/type: expected the name of a JSON type, or an array of at"
            + " least one, was 1",
        "{'$ref':'http://['}|/$ref: \"http://[\" is no URI reference",
        "{'$id':'#a'}|/$id: a $id has no fragment",
        "{'$defs':{'a':{'$anchor':'n'},'b':{'$anchor':'n','type':'null'}}}|/$defs/b/$anchor: this"
            + " name is in use already",
        "{'$defs':{'a':{'$id':'n'},'b':{'$id':'n','type':'null'}}}|/$defs/b/$id: this $id is in use"
            + " already",
        "{'$ref':'#'}|at the root: the schema refers back to itself for the same value, without"
            + " end",
        "{'$ref':'#/$defs/a','$defs':{'a':{'allOf':[{'$ref':'#/$defs/b'}]},'b':{'not':{'$ref':'#/$defs/a'}}}}|/$defs/a:"
            + " the schema refers back to itself for the same value, without end",
      })
  void faultySchemasAreReportedWithPlaceAndReason(String schema, String message) {
    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> compile(schema))
        .withMessage(message);
  }

  @Test
  void recursionThatConsumesTheValueIsFine() {
    String schema =
        "{'$ref':'#/$defs/t','$defs':{'t':{'type':'object','properties':{'c':{'$ref':'#/$defs/t'}}}}}";

    assertThat(validate(schema, "{'c':{'c':{}}}")).isEmpty();
    assertThat(validate(schema, "{'c':{'c':1}}")).hasSize(1);
  }

  @Test
  void numbersBeyond64BitsAreComparedWithWholeBounds() {
    assertThat(validate("{'type':'integer','maximum':0}", "1e300"))
        .containsExactly(new Violation("", "maximum", "expected at most 0, was 1E+300"));
    assertThat(validate("{'type':'integer','minimum':0}", "1e300")).isEmpty();
    assertThat(validate("{'type':'integer','exclusiveMinimum':0}", "-1e300")).hasSize(1);
    assertThat(validate("{'type':'integer','exclusiveMaximum':0}", "-1e300")).isEmpty();
  }

  @Test
  void fractionsAreComparedWithBoundsBeyond32Bits() {
    assertThat(validate("{'type':'number','maximum':3000000000}", "3000000000.5")).hasSize(1);
    assertThat(validate("{'type':'number','minimum':-3000000000}", "-3000000000.5")).hasSize(1);
    assertThat(validate("{'type':'number','maximum':3000000000}", "3000000000.0")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$ref':'#/$defs/bounded','$defs':{'bounded':%s}}",
        "{'allOf':[true,%s]}",
        "{'not':{'not':%s}}",
        "{'if':true,'then':%s}",
        "{'dependentSchemas':{'minimum':%s}}",
        "{'items':%s}",
        "{'prefixItems':[%s]}",
        "{'properties':{'minimum':%s}}",
        "{'patternProperties':{'m':%s}}",
        "{'additionalProperties':%s}"
      })
  void boundsAreExactWhereverASchemaIs(String schema) {
    String within = schema.formatted("{'type':['integer','array','object'],'minimum':0}");

    for (String value : List.of("%s", "[%s]", "{'minimum':%s}")) {
      assertThat(validate(within, value.formatted("1e300"))).isEmpty();
    }
  }

  @Test
  void boundsThatAreDataStayAsTheyAre() {
    assertThat(validate("{'const':{'minimum':1}}", "{'minimum':1}")).isEmpty();
    assertThat(validate("{'enum':[{'properties':{'maximum':1}}]}", "{'properties':{'maximum':1}}"))
        .isEmpty();
  }

  @Test
  void sizeOfASchemaIsLimited() {
    SchemaLimits limits = new SchemaLimits(4, 10, 5, 1, 100, 100);

    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(
            () -> JsonSchemas.compile(Json.of("{'not':{'not':{'not':{'not':{}}}}}"), limits))
        .withMessage("/not/not/not/not: the schema is nested deeper than 4 levels");
    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> JsonSchemas.compile(Json.of("{'enum':[1,2,3,4,5,6,7,8,9,10]}"), limits))
        .withMessage("/enum/8: the schema has more than 10 nodes");
    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> JsonSchemas.compile(Json.of("{'pattern':'abcdef'}"), limits))
        .withMessage("/pattern: the pattern is longer than 5 characters");
  }

  @Test
  void limitsAreAtLeastOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SchemaLimits(1, 1, 1, 1, 0, 1));
  }

  @Test
  void validationThatExplodesIsGivenUp() {
    StringBuilder schema = new StringBuilder("{'$ref':'#/$defs/d30','$defs':{'d0':true");
    for (int i = 1; i <= 30; i++) {
      schema.append(
          ",'d%d':{'allOf':[{'$ref':'#/$defs/d%d'},{'$ref':'#/$defs/d%2$d'}]}".formatted(i, i - 1));
    }
    SchemaLimits limits = new SchemaLimits(100, 20_000, 2_000, 20, 10_000, 1_000);

    assertThat(JsonSchemas.compile(Json.of(schema + "}}"), limits).validate(Json.of("1")))
        .containsExactly(
            new Violation("", "limit", "validation was given up, it exceeds the limits"));
  }

  @Test
  void patternThatBacktracksWithoutEndIsGivenUp() {
    SchemaLimits limits = new SchemaLimits(100, 20_000, 2_000, 20, 10_000, 100_000);
    CompiledSchema schema = JsonSchemas.compile(Json.of("{'pattern':'a*a*a*a*a*b'}"), limits);

    assertThat(schema.validate(Json.of("'" + "a".repeat(300) + "'")))
        .extracting(Violation::keyword)
        .containsExactly("limit");
    assertThat(schema.validate(Json.of("'aab'"))).isEmpty();
  }

  @Test
  void patternThatOverflowsTheStackIsGivenUp() {
    assertThat(validate("{'pattern':'^(?:a|b|cd)*$'}", "'" + "ab".repeat(100_000) + "'"))
        .extracting(Violation::keyword)
        .containsExactly("limit");
  }

  @Test
  void valueAsDeepAsParsersAllowIsValidated() {
    String schema =
        "{'$ref':'#/$defs/t','$defs':{'t':{'anyOf':[{'type':'null'},{'type':'object',"
            + "'properties':{'c':{'$ref':'#/$defs/t'}}}]}}}";
    String deep = "{'c':".repeat(125) + "null" + "}".repeat(125);

    assertThat(validate(schema, deep)).isEmpty();
    assertThat(validate(schema, deep.replace("null", "1"))).hasSize(1);
  }

  @Test
  void valueNestedDeeperIsGivenUp() {
    JsonNode value = Json.of("1");
    for (int i = 0; i < 600; i++) {
      value = JsonNodeFactory.instance.arrayNode().add(value);
    }

    assertThat(JsonSchemas.compile(Json.of("{'type':'array'}")).validate(value))
        .extracting(Violation::message)
        .containsExactly("the value is nested deeper than 500 levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e309", "-1e309", "1e999999999", "1e-999999999"})
  void numbersThatNoDoubleApproachesAreRefused(String number) {
    assertThat(validate("{'multipleOf':3}", "{'a':[" + number + "]}"))
        .containsExactly(
            new Violation(
                "/a/0", "limit", "the number is beyond the range or precision of a double"));
  }

  @Test
  void bigArrayOfSmallNumbersIsWithinTheLimits() {
    assertThat(
            JsonSchemas.compile(Json.of("{'items':{'type':'integer','minimum':0}}"))
                .validate(array(200_000)))
        .isEmpty();
  }

  @Test
  void compiledSchemaGivesTheSchemaBack() {
    JsonNode schema = Json.of("{'type':'object'}");

    assertThat(JsonSchemas.compile(schema).schema()).isSameAs(schema);
  }

  @Test
  void schemaOfTheOfficialSuiteCompiles() {
    String schema =
        """
        {'$schema':'https://json-schema.org/draft/2020-12/schema','type':'object',
         '$defs':{'place':{'$anchor':'placeDef','type':'object','properties':{'town':{'type':'string'}}}},
         'properties':{'name':{'type':'string'},'place':{'$ref':'#/$defs/place'},
           'by':{'type':'string','enum':['phone','mail']},'phone':{'type':'string'},'mail':{'type':'string'}},
         'allOf':[{'anyOf':[{'required':['phone']},{'required':['mail']}]}],
         'if':{'properties':{'by':{'const':'phone'}},'required':['by']},
         'then':{'required':['phone']},'else':{'required':['mail']},'additionalProperties':false}\
        """;

    assertThatNoException().isThrownBy(() -> compile(schema));
    assertThat(validate(schema, "{'by':'phone','phone':'1'}")).isEmpty();
    assertThat(validate(schema, "{'by':'phone','mail':'1'}"))
        .extracting(Violation::toString)
        .containsExactly("missing required property \"phone\"");
  }

  private static ArrayNode array(int size) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < size; i++) {
      array.add(i);
    }
    return array;
  }

  private static CompiledSchema compile(String schema) {
    return JsonSchemas.compile(Json.of(schema));
  }

  private static List<Violation> validate(String schema, String value) {
    return compile(schema).validate(Json.of(value));
  }
}
