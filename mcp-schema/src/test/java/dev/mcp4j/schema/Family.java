/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Types of every kind that can be described. */
final class Family {

  private Family() {}

  static final List<Type> TYPES =
      List.of(
          Primitives.class,
          Boxes.class,
          Optionals.class,
          Nullables.class,
          Numbers.class,
          Texts.class,
          Times.class,
          Enums.class,
          Containers.class,
          Tree.class,
          Shape.class,
          Drawing.class,
          Animal.class,
          Vehicle.class,
          Renamed.class,
          Wrappers.class,
          page(Leaf.class),
          page(Shape.class),
          Defaults.class,
          Bounded.class,
          Bean.class,
          Open.class,
          Nothing.class,
          int[].class,
          Color.class);

  record Primitives(boolean flag, byte b, short s, int i, long l, float f, double d, char c) {}

  record Boxes(Boolean flag, Byte b, Short s, Integer i, Long l, Float f, Double d, Character c) {}

  record Optionals(
      Optional<String> text,
      OptionalInt i,
      OptionalLong l,
      OptionalDouble d,
      Optional<Leaf> leaf,
      Optional<Color> color,
      Optional<List<Integer>> list) {}

  record Nullables(
      @Nullable String text,
      @Nullable Integer i,
      @Nullable Leaf leaf,
      @Nullable Color color,
      List<@Nullable String> texts,
      Map<String, @Nullable Leaf> leaves,
      @Nullable Shape shape) {}

  record Numbers(BigDecimal decimal, BigInteger integer) {}

  @SuppressWarnings("ArrayRecordComponent") // what users write
  record Texts(String text, UUID uuid, URI uri, byte[] bytes) {}

  record Times(
      Instant instant,
      OffsetDateTime offset,
      ZonedDateTime zoned,
      LocalDateTime local,
      LocalDate date,
      LocalTime time,
      OffsetTime offsetTime,
      Duration duration,
      Period period,
      Year year,
      YearMonth yearMonth,
      MonthDay monthDay,
      ZoneId zone,
      Month month,
      DayOfWeek day) {}

  record Enums(Color color, Speed speed, Level level) {}

  @SuppressWarnings("ArrayRecordComponent") // what users write
  record Containers(
      List<String> list,
      Set<Color> colors,
      Set<BigDecimal> decimals,
      Map<String, Integer> counts,
      Map<Color, List<Long>> byColor,
      Map<UUID, String> byId,
      Map<Speed, Boolean> bySpeed,
      int[] ints,
      String[] texts,
      List<List<Leaf>> leaves) {}

  record Leaf(String name, int size) {}

  record Tree(String name, List<Tree> children, Optional<Tree> twin) {}

  enum Color {
    RED,
    GREEN,
    BLUE
  }

  enum Speed {
    @JsonProperty("slow-mode")
    SLOW,
    FAST {
      @Override
      public String toString() {
        return "very fast";
      }
    }
  }

  enum Level {
    LOW(1),
    HIGH(7);

    private final int code;

    Level(int code) {
      this.code = code;
    }

    @JsonValue
    int code() {
      return code;
    }
  }

  sealed interface Shape permits Circle, Polygon {}

  record Circle(double radius) implements Shape {}

  sealed interface Polygon extends Shape permits Square, Path {}

  record Square(int side) implements Polygon {}

  record Path(List<Shape> parts, @Nullable String name) implements Polygon {}

  record Drawing(Shape main, List<Shape> others, Map<String, Polygon> named, Circle circle) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Cat.class, name = "cat"),
    @JsonSubTypes.Type(value = Dog.class, name = "dog")
  })
  interface Animal {}

  record Cat(int lives) implements Animal {}

  record Dog(String name, Optional<Animal> enemy) implements Animal {}

  @JsonTypeInfo(
      use = JsonTypeInfo.Id.NAME,
      include = JsonTypeInfo.As.EXISTING_PROPERTY,
      property = "wheels",
      visible = true)
  sealed interface Vehicle permits Bike, Car {
    String wheels();
  }

  @JsonTypeName("two")
  record Bike(String wheels, boolean bell) implements Vehicle {}

  @JsonTypeName("four")
  record Car(String wheels, int doors) implements Vehicle {}

  record Renamed(
      @JsonProperty("the-name") String name, @JsonProperty(index = 0) int first, Leaf inner) {

    @JsonIgnore
    public String getIgnored() {
      return "ignored";
    }
  }

  record Email(@Pattern("^[^@]*@[^@]*$") @JsonValue String address) {}

  record Count(@JsonValue int value) {}

  record Names(@JsonValue List<String> values) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Names {}
  }

  record Wrappers(Email email, Count count, Names names, List<Email> more) {}

  record Page<T>(List<T> items, Optional<String> next) {}

  record Defaults(
      @Default("10") int limit,
      @Default("text") String text,
      @Default("GREEN") Color color,
      @Default("[1, 2]") List<Integer> list,
      @Default("2026-11-22") LocalDate date,
      @Default("{\"name\": \"x\", \"size\": 1}") Leaf leaf,
      @Default("true") boolean flag) {}

  record Bounded(
      @Range(min = 1, max = 50) int count,
      @Range(min = -0.5) double share,
      @Range(max = 10) OptionalInt most,
      @Size(min = 1, max = 5) String text,
      @Size(max = 2) List<String> list,
      @Size(min = 1) Map<String, Integer> map,
      @Pattern("^[a-c]*$") String letters,
      @Format("email") String mail) {}

  /** A class as frameworks have them. */
  static final class Bean {
    private @Nullable String name;
    private int size;
    private List<Leaf> leaves = List.of();

    public @Nullable String getName() {
      return name;
    }

    public void setName(@Nullable String name) {
      this.name = name;
    }

    public int getSize() {
      return size;
    }

    public void setSize(int size) {
      this.size = size;
    }

    public List<Leaf> getLeaves() {
      return leaves;
    }

    public void setLeaves(List<Leaf> leaves) {
      this.leaves = leaves;
    }
  }

  record Open(Object any, JsonNode json, Map<String, Object> map, List<Object> list) {}

  record Nothing() {}

  static Type page(Class<?> item) {
    return generic(Page.class, item);
  }

  static Type generic(Class<?> raw, Type argument) {
    return new ParameterizedType() {
      @Override
      public Type[] getActualTypeArguments() {
        return new Type[] {argument};
      }

      @Override
      public Type getRawType() {
        return raw;
      }

      @Override
      public Type getOwnerType() {
        return null;
      }

      @Override
      public String toString() {
        return raw.getSimpleName() + "<" + argument.getTypeName() + ">";
      }
    };
  }
}
