/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The restricted schemas of client/elicitation, "Requested Schema". */
class FormSchemasTest {

  enum Plain {
    RED,
    GREEN
  }

  enum Titled {
    @Title("Red as wine")
    RED,
    GREEN
  }

  record Everything(
      @Title("Name") @Description("your name") @Size(min = 1, max = 50) String name,
      @Format("email") @Default("a@b.example") String mail,
      @Range(min = 0, max = 150) int age,
      OptionalDouble score,
      @Default("true") boolean sure,
      LocalDate day,
      Optional<Instant> at,
      URI site,
      @Default("RED") Plain plain,
      Titled titled,
      @Size(min = 1, max = 2) @Default("[\"RED\"]") List<Plain> several,
      Set<Titled> severalTitled) {}

  @Test
  void everyKindOfFieldIsDescribed() {
    assertThat(form(Everything.class).toString())
        .isEqualTo(
            Json.of(
                    """
                    {'type':'object','properties':{
                      'name':{'type':'string','minLength':1,'maxLength':50,'title':'Name','description':'your name'},
                      'mail':{'type':'string','format':'email','default':'a@b.example'},
                      'age':{'type':'integer','minimum':0,'maximum':150},
                      'score':{'type':'number'},
                      'sure':{'type':'boolean','default':true},
                      'day':{'type':'string','format':'date'},
                      'at':{'type':'string','format':'date-time'},
                      'site':{'type':'string','format':'uri'},
                      'plain':{'type':'string','enum':['RED','GREEN'],'default':'RED'},
                      'titled':{'type':'string','oneOf':[
                        {'const':'RED','title':'Red as wine'},{'const':'GREEN','title':'GREEN'}]},
                      'several':{'type':'array','items':{'type':'string','enum':['RED','GREEN']},
                        'minItems':1,'maxItems':2,'default':['RED']},
                      'severalTitled':{'type':'array','items':{'anyOf':[
                        {'const':'RED','title':'Red as wine'},{'const':'GREEN','title':'GREEN'}]}}},
                     'required':['name','age','day','site','titled','severalTitled']}""")
                .toString());
  }

  @Test
  void validAnswerBinds() {
    ObjectNode answer =
        Json.object(
            """
            {'name':'Ada','age':36,'day':'2026-11-22','site':'https://x.example','titled':'GREEN',
             'severalTitled':['RED']}""");

    assertThat(JsonSchemas.compileGenerated(form(Everything.class)).validate(answer)).isEmpty();
    Everything read = UserTypes.standard().read(answer, Everything.class);

    assertThat(read.mail()).isEqualTo("a@b.example");
    assertThat(read.several()).containsExactly(Plain.RED);
    assertThat(read.severalTitled()).containsExactly(Titled.RED);
    assertThat(read.at()).isEmpty();
  }

  @Test
  void relativeUriIsNoAnswerToAUri() {
    ObjectNode schema = Json.object("{'type':'string','format':'uri'}");

    assertThat(JsonSchemas.compileGenerated(schema).validate(Json.of("'a/b'"))).hasSize(1);
    assertThat(JsonSchemas.compileGenerated(schema).validate(Json.of("'a:b'"))).isEmpty();
  }

  record Nested(Family.Leaf leaf) {}

  record Texts(List<String> texts) {}

  record Id(UUID id) {}

  @SuppressWarnings("ArrayRecordComponent") // what users write
  record Bytes(byte[] bytes) {}

  @SuppressWarnings("ArrayRecordComponent") // what users write
  record Chars(char[] chars) {}

  record Letter(char letter) {}

  record Any(Object any) {}

  record Local(java.time.LocalDateTime time) {}

  record Numbered(Family.Level level) {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        Nested.class,
        Texts.class,
        Id.class,
        Bytes.class,
        Chars.class,
        Letter.class,
        Any.class,
        Local.class
      })
  void whatAFormCannotAskForIsRefused(Class<?> form) {
    String component = form.getRecordComponents()[0].getName();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> form(form))
        .withMessage(
            "no JSON Schema for %s at %s.%s: a form asks for strings, numbers, booleans, dates,"
                + " URIs and enums only",
            form.getName(), form.getSimpleName(), component);
  }

  record Patterned(@Pattern("a") String text) {}

  record Hostname(@Format("hostname") String text) {}

  @Test
  void constraintsThatFormsDoNotHaveAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form(Patterned.class))
        .withMessageEndingWith("Patterned.text: a form has no patterns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form(Hostname.class))
        .withMessageEndingWith("expected email, uri, date or date-time, was \"hostname\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form(Numbered.class))
        .withMessageEndingWith("Numbered.level: its constants are not written as strings");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form(String.class))
        .withMessageEndingWith("a form is described by a record");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'object','properties':{}}",
        "{'$schema':'https://json-schema.org/draft/2020-12/schema','type':'object','properties':{}}",
        "{'type':'object','properties':{'a':{'type':'string'}},'required':['a'],'additionalProperties':false}",
        "{'type':'object','properties':{'a':{'type':'string','minLength':3,'maxLength':50,'format':'email','default':'u@x.example'}}}",
        "{'type':'object','properties':{'a':{'type':'number','minimum':0,'maximum':1.5,'default':0.5}}}",
        "{'type':'object','properties':{'a':{'type':'integer','default':30}}}",
        "{'type':'object','properties':{'a':{'type':'boolean','default':false}}}",
        "{'type':'object','properties':{'a':{'type':'string','enum':['x','y'],'default':'x'}}}",
        "{'type':'object','properties':{'a':{'type':'string','enum':['x'],'enumNames':['X']}}}",
        "{'type':'object','properties':{'a':{'type':'string','oneOf':[{'const':'x','title':'X'}],'default':'x'}}}",
        "{'type':'object','properties':{'a':{'type':'array','minItems':1,'maxItems':2,'items':{'type':'string','enum':['x']},'default':['x']}}}",
        "{'type':'object','properties':{'a':{'type':'array','items':{'anyOf':[{'const':'x','title':'X'}]}}}}",
      })
  void formsOfTheSpecificationAreLegal(String schema) {
    assertThatNoException().isThrownBy(() -> FormSchemas.check(Json.of(schema)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|at the root: expected an object, was an array",
        "{'properties':{}}|/type: a form has the type object",
        "{'type':'object'}|/properties: a form has an object of properties",
        "{'type':'object','properties':{},'allOf':[]}|/allOf: a form is flat",
        "{'type':'object','properties':{},'required':['a']}|/required: \"a\" is no property of the form",
      })
  void otherSchemasAreNoForms(String schema, String message) {
    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(() -> FormSchemas.check(Json.of(schema)))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "true|: expected an object, was true",
        "{}|/type: expected string, number, integer, boolean or array, was none",
        "{'type':'object'}|/type: expected string, number, integer, boolean or array, was \"object\"",
        "{'type':['string','null']}|/type: expected string, number, integer, boolean or array, was an array",
        "{'type':'string','title':1}|/title: expected a string",
        "{'type':'string','format':'uuid'}|/format: expected email, uri, date or date-time, was \"uuid\"",
        "{'type':'string','minLength':-1}|/minLength: expected an integer of at least 0",
        "{'type':'string','default':1}|/default: expected a string of the field, was 1",
        "{'type':'string','enum':['x'],'default':'y'}|/default: expected a string of the field, was \"y\"",
        "{'type':'string','enum':[1]}|/enum: expected strings",
        "{'type':'string','enum':['x'],'enumNames':[]}|/enumNames: expected a name for each choice",
        "{'type':'string','oneOf':[{'const':'x'}]}|/oneOf: expected choices with a const and a title each",
        "{'type':'string','anyOf':[]}|/anyOf: a form is flat",
        "{'type':'string','$ref':'#'}|/$ref: a form is flat",
        "{'type':'integer','default':1.5}|/default: expected an integer, was 1.5",
        "{'type':'number','minimum':'0'}|/minimum: expected a number",
        "{'type':'boolean','default':'true'}|/default: expected a boolean, was \"true\"",
        "{'type':'array','items':{'type':'string'}}|/items: expected an enum of strings, or an anyOf of titled choices",
        "{'type':'array','items':{'type':'object'}}|/items: expected an enum of strings, or an anyOf of titled choices",
        "{'type':'array','items':{'enum':['x']}}|/items: the choices have the type string",
        "{'type':'array'}|/items: expected the choices",
        "{'type':'array','items':{'type':'string','enum':['x']},'default':['y']}|/default: expected an array of choices, was an array",
      })
  void fieldsOfOtherKindsAreRefused(String field, String message) {
    assertThatExceptionOfType(InvalidSchemaException.class)
        .isThrownBy(
            () -> FormSchemas.check(Json.of("{'type':'object','properties':{'a':" + field + "}}")))
        .withMessage("/properties/a" + message);
  }

  @Test
  void defaultsAreFilledIntoAnAnswer() {
    ObjectNode schema =
        Json.object(
            """
            {'type':'object','properties':{
              'name':{'type':'string','default':'John Doe'},
              'age':{'type':'integer','default':30},
              'score':{'type':'number','default':95.5},
              'status':{'type':'string','enum':['active'],'default':'active'},
              'verified':{'type':'boolean','default':true},
              'other':{'type':'string'}}}""");
    ObjectNode given = Json.object("{'age':7,'verified':null}");

    assertThat(FormSchemas.withDefaults(schema, given))
        .isEqualTo(
            Json.of("{'age':7,'verified':null,'name':'John Doe','score':95.5,'status':'active'}"));
    assertThat(given).as("the answer given").isEqualTo(Json.of("{'age':7,'verified':null}"));
  }

  private static ObjectNode form(Class<?> form) {
    return FormSchemas.of(UserTypes.standard(), form);
  }
}
