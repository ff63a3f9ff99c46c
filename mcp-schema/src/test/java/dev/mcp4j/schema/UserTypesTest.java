/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UserTypesTest {

  private static final UserTypes TYPES = UserTypes.standard();

  record Person(String name, int age, Optional<String> mail, @Nullable String nick) {}

  @Test
  void optionalAndNullableComponentsMayBeAbsentOrNull() {
    Person bare = new Person("Ada", 36, Optional.empty(), null);

    assertThat(read("{'name':'Ada','age':36}", Person.class)).isEqualTo(bare);
    assertThat(read("{'name':'Ada','age':36,'mail':null,'nick':null}", Person.class))
        .isEqualTo(bare);
  }

  @Test
  void absentOptionalsAndNullsAreLeftOut() {
    assertThat(TYPES.write(new Person("Ada", 36, Optional.empty(), null), Person.class))
        .isEqualTo(Json.of("{'name':'Ada','age':36}"));
  }

  @Test
  void unknownMembersAreIgnored() {
    assertThat(read("{'name':'Ada','age':36,'extra':[1]}", Person.class).name()).isEqualTo("Ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'age':36}|/name|/name: missing",
        "{'name':'Ada'}|/age|/age: missing",
        "{'name':null,'age':36}|/name|/name: expected a value, was null",
        "{'name':1,'age':36}|/name|/name: expected a string",
        "{'name':'Ada','age':'36'}|/age|/age: expected an integer",
        "{'name':'Ada','age':1.5}|/age|/age: expected an integer",
        "{'name':'Ada','age':99999999999}|/age|/age: the number is out of range",
        "[]|``|expected an object",
        "null|``|expected a value, was null"
      })
  void whatDoesNotFitIsReportedWithItsPlace(String json, String path, String message) {
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> read(json, Person.class))
        .withMessage(message)
        .satisfies(e -> assertThat(e.path()).isEqualTo(path == null ? "" : path));
  }

  @SuppressWarnings("ArrayRecordComponent") // what users write
  record Integers(byte b, short s, int i, long l, Integer box, OptionalInt optional, int[] array) {}

  @Test
  void wholeNumbersBindHoweverWritten() {
    Integers read =
        read(
            "{'b':1.0,'s':2e0,'i':3.000,'l':1e3,'box':4.0,'optional':5.0,'array':[6.0,7]}",
            Integers.class);

    assertThat(read.b()).isEqualTo((byte) 1);
    assertThat(read.l()).isEqualTo(1000);
    assertThat(read.optional()).hasValue(5);
    assertThat(read.array()).containsExactly(6, 7);
  }

  @ParameterizedTest
  @CsvSource({"b,1.5", "s,1.5", "i,1.5", "l,0.1", "box,1.5", "optional,1.5"})
  void fractionsAreNotCutOff(String name, String number) {
    String json = "{'b':1,'s':1,'i':1,'l':1,'box':1,'optional':1,'array':[],'%s':%s}";

    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(
            () ->
                read(json.formatted(name, number).replace("'" + name + "':1,", ""), Integers.class))
        .withMessageStartingWith("/" + name);
  }

  @Test
  void fractionsInArraysAreNotCutOff() {
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> read("[1, 1.5]", int[].class));
  }

  @Test
  void wholeNumbersMakeValuesOfIntegersHoweverWritten() {
    assertThat(read("7.0", Family.Count.class)).isEqualTo(new Family.Count(7));
    assertThat(read("7e1", Family.Count.class)).isEqualTo(new Family.Count(70));

    for (String json : List.of("1.5", "1e400")) {
      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> read(json, Family.Count.class));
    }
  }

  @Test
  void hugeExponentIsRefusedAtOnce() {
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> read("1e999999999", Family.Count.class));
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> read("1e999999999", BigInteger.class));
  }

  record Anything(Object any, JsonNode json, @Nullable Object maybe) {}

  @Test
  void nullIsAValueWhereAnyJsonMayStand() {
    Anything read = read("{'any':null,'json':null,'maybe':null}", Anything.class);

    assertThat(TYPES.write(read, Anything.class)).isEqualTo(Json.of("{'any':null,'json':null}"));
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> read("{'json':null}", Anything.class))
        .withMessage("/any: missing");
  }

  @Test
  void offsetOfATimeIsKept() {
    OffsetDateTime time = OffsetDateTime.parse("2026-11-22T09:30:00+01:00");

    assertThat(read("'2026-11-22T09:30:00+01:00'", OffsetDateTime.class)).isEqualTo(time);
    assertThat(read("'2026-11-22T09:30:00+01:00'", ZonedDateTime.class).getOffset())
        .isEqualTo(time.getOffset());
  }

  @Test
  void scalarsAreNotCoerced() {
    for (String json : List.of("1", "1.5", "true")) {
      assertThatExceptionOfType(BindingException.class).isThrownBy(() -> read(json, String.class));
    }
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> read("'true'", Boolean.class));
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> read("0", Family.Color.class));
  }

  enum Shout {
    LOUD;

    @Override
    public String toString() {
      return "very loud";
    }
  }

  @Test
  void constantsAreNamedAsInTheSource() {
    assertThat(TYPES.write(Shout.LOUD, Shout.class)).isEqualTo(Json.of("'LOUD'"));
    assertThat(read("'LOUD'", Shout.class)).isEqualTo(Shout.LOUD);
    assertThat(read("'slow-mode'", Family.Speed.class)).isEqualTo(Family.Speed.SLOW);
  }

  @Test
  void numbersStayExact() {
    Family.Numbers numbers =
        read("{'decimal':123456789012345678901234567890.5,'integer':1e3}", Family.Numbers.class);

    assertThat(numbers.decimal()).isEqualTo(new BigDecimal("123456789012345678901234567890.5"));
    assertThat(numbers.integer()).isEqualTo(1000);
  }

  @Test
  void absentComponentsGetTheirDefaults() {
    Family.Defaults defaults = read("{}", Family.Defaults.class);

    assertThat(defaults.limit()).isEqualTo(10);
    assertThat(defaults.text()).isEqualTo("text");
    assertThat(defaults.color()).isEqualTo(Family.Color.GREEN);
    assertThat(defaults.list()).containsExactly(1, 2);
    assertThat(defaults.date()).isEqualTo("2026-11-22");
    assertThat(defaults.leaf()).isEqualTo(new Family.Leaf("x", 1));
    assertThat(defaults.flag()).isTrue();
    assertThat(read("{'limit':3}", Family.Defaults.class).limit()).isEqualTo(3);
  }

  @Test
  void everyBindingGetsAFreshDefault() {
    assertThat(read("{}", Family.Defaults.class).list())
        .isNotSameAs(read("{}", Family.Defaults.class).list());
  }

  @Test
  void sealedRecordsCarryTheirNamesUnderTheDeclaredType() {
    JsonNode circle = Json.of("{'type':'Circle','radius':1.5}");

    assertThat(TYPES.write(new Family.Circle(1.5), Family.Shape.class))
        .hasToString(circle.toString());
    assertThat(read(circle.toString(), Family.Shape.class)).isEqualTo(new Family.Circle(1.5));
    assertThat(TYPES.write(new Family.Circle(1.5), Family.Circle.class))
        .hasToString("{\"radius\":1.5}");
  }

  @Test
  void unknownOrMissingTypeIsReported() {
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> read("{'type':'Blob'}", Family.Shape.class))
        .withMessage("unknown type \"Blob\"");
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> read("{'radius':1}", Family.Shape.class))
        .withMessage("the member that tells the type apart is missing");
  }

  record Positive(int value) {
    Positive {
      if (value <= 0) {
        throw new IllegalArgumentException("the value must be positive");
      }
      if (value > 1000) {
        throw new IllegalStateException("secret of the house");
      }
    }
  }

  record Outer(List<Map<String, Positive>> list) {}

  @Test
  void constructorsSpeakToTheCaller() {
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> read("{'list':[{'a/b':{'value':-1}}]}", Outer.class))
        .withMessage("/list/0/a~1b: the value must be positive");
  }

  @Test
  void otherFailuresOfConstructorsStayInternal() {
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> read("{'value':5000}", Positive.class))
        .withMessage("the value is not accepted");
  }

  @Test
  void messagesHoldNoClassNames() {
    for (String json : List.of("1", "[]", "{'list':1}", "{'list':[1]}", "{'list':[{'a':1}]}")) {
      assertThatExceptionOfType(BindingException.class)
          .isThrownBy(() -> read(json, Outer.class))
          .satisfies(
              e -> assertThat(e.getMessage()).doesNotContain("mcp4j", "java.", "jackson", "Outer"));
    }
  }

  @Test
  void genericTypesAreReadWhole() {
    assertThat(
            TYPES.read(
                Json.of("[{'name':'a','size':1}]"), Family.generic(List.class, Family.Leaf.class)))
        .isEqualTo(List.of(new Family.Leaf("a", 1)));
  }

  @Test
  void primitiveClassesAreRead() {
    assertThat(read("5", int.class)).isEqualTo(5);
  }

  record Relaxed(@JsonProperty(isRequired = OptBoolean.FALSE) String name) {}

  @Test
  void annotationsOfJacksonWin() {
    assertThat(read("{}", Relaxed.class).name()).isNull();
  }

  @Test
  void mapperOfTheApplicationKeepsItsSettingsAndGetsTheRules() {
    JsonMapper own =
        JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
            .build();
    UserTypes types = UserTypes.of(own);

    assertThat(types.write(new Person("Ada", 36, Optional.empty(), null), Person.class))
        .isEqualTo(Json.of("{'name':'Ada','age':36,'mail':null,'nick':null}"));
    assertThat(types.read(Json.of("{}"), Family.Defaults.class).limit()).isEqualTo(10);
    assertThatExceptionOfType(BindingException.class)
        .isThrownBy(() -> types.read(Json.of("{'age':36}"), Person.class));
    assertThat(own.readValue("{\"age\":36}", Person.class).name())
        .as("the application's own mapper is unchanged")
        .isNull();
  }

  @Test
  void mapperIsBuiltOnce() {
    assertThat(UserTypes.standard()).isSameAs(TYPES);
    assertThat(TYPES.mapper()).isSameAs(TYPES.mapper());
    assertThatNullPointerException().isThrownBy(() -> UserTypes.of(null));
  }

  private static <T> T read(String json, Class<T> type) {
    return TYPES.read(Json.of(json), type);
  }
}
