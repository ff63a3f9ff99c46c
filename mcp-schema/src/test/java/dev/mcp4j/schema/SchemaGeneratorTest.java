/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What schemas look like. That they are true is the matter of {@link SchemaBindingPropertyTest}.
 */
class SchemaGeneratorTest {

  private static final SchemaGenerator GENERATOR = SchemaGenerator.of(UserTypes.standard());

  enum Sort {
    NEWEST,
    @JsonProperty("by-size")
    SIZE
  }

  @Description("A search")
  record Search(
      @Description("words to look for") String query,
      @Range(min = 1, max = 50) @Default("10") int limit,
      Sort sort,
      OptionalInt offset,
      @Nullable String folder,
      Set<Sort> others) {}

  @Test
  void recordIsAnObjectOfItsComponentsInOrder() {
    assertInput(
        Search.class,
        """
        {'type':'object','description':'A search','properties':{
          'query':{'type':'string','description':'words to look for'},
          'limit':{'type':'integer','minimum':1,'maximum':50,'default':10},
          'sort':{'$ref':'#/$defs/Sort'},
          'offset':{'type':['integer','null'],'minimum':-2147483648,'maximum':2147483647},
          'folder':{'type':['string','null']},
          'others':{'type':'array','items':{'$ref':'#/$defs/Sort'},'uniqueItems':true}},
         'required':['query','sort','others'],
         '$defs':{'Sort':{'type':'string','enum':['NEWEST','by-size']}}}""");
  }

  @Test
  void outputsAlwaysHaveWhatIsNeverLeftOut() {
    assertThat(GENERATOR.outputSchema(Search.class).get("required"))
        .isEqualTo(Json.of("['query','limit','sort','others']"));
  }

  @Test
  void inputWithoutMembersIsClosedAsTheSpecificationRecommends() {
    assertInput(
        Family.Nothing.class, "{'type':'object','properties':{},'additionalProperties':false}");
    assertOutput(Family.Nothing.class, "{'type':'object','properties':{}}");
  }

  @Test
  void recursiveRecordRefersToTheRoot() {
    assertInput(
        Family.Tree.class,
        """
        {'type':'object','properties':{
          'name':{'type':'string'},
          'children':{'type':'array','items':{'$ref':'#'}},
          'twin':{'anyOf':[{'$ref':'#'},{'type':'null'}]}},
         'required':['name','children']}""");
  }

  record Forest(Family.Tree first, @Description("the other one") Family.Tree second) {}

  @Test
  void typeInUseTwiceIsDefinedOnceAndDescribedWhereUsed() {
    assertInput(
        Forest.class,
        """
        {'type':'object','properties':{
          'first':{'$ref':'#/$defs/Tree'},
          'second':{'$ref':'#/$defs/Tree','description':'the other one'}},
         'required':['first','second'],
         '$defs':{'Tree':{'type':'object','properties':{
          'name':{'type':'string'},
          'children':{'type':'array','items':{'$ref':'#/$defs/Tree'}},
          'twin':{'anyOf':[{'$ref':'#/$defs/Tree'},{'type':'null'}]}},
         'required':['name','children']}}}""");
  }

  static final class Other {
    record Leaf(boolean green) {}
  }

  record Twins(List<Family.Leaf> a, List<Family.Leaf> b, Other.Leaf c, Other.Leaf d) {}

  @Test
  void typesOfTheSameNameAreKeptApart() {
    JsonNode schema = GENERATOR.inputSchema(Twins.class);

    assertThat(schema.get("$defs").propertyNames()).containsExactly("Leaf", "Leaf2");
    assertThat(schema.at("/properties/c/$ref").stringValue()).isEqualTo("#/$defs/Leaf2");
  }

  record Pages(Family.Page<Family.Leaf> a, Family.Page<Family.Leaf> b) {}

  @Test
  void parameterizedTypeIsNamedAfterItsParameters() {
    assertThat(GENERATOR.inputSchema(Pages.class).get("$defs").propertyNames())
        .containsExactly("PageOfLeaf");
  }

  @Test
  void sealedRecordsAreToldApartByTheirNames() {
    for (JsonNode schema :
        List.of(
            GENERATOR.inputSchema(Family.Polygon.class),
            GENERATOR.outputSchema(Family.Polygon.class))) {
      assertThat(schema.get("type").stringValue()).isEqualTo("object");
      assertThat(schema.at("/anyOf/0"))
          .isEqualTo(
              Json.of(
                  """
                  {'type':'object','properties':{
                    'type':{'type':'string','const':'Square'},
                    'side':{'type':'integer','minimum':-2147483648,'maximum':2147483647}},
                   'required':['type','side']}"""));
      assertThat(schema.at("/anyOf/1/properties/type/const").stringValue()).isEqualTo("Path");
    }
  }

  @Test
  void recordOfASealedHierarchyByItselfHasNoType() {
    assertInput(
        Family.Circle.class,
        "{'type':'object','properties':{'radius':{'type':'number'}},'required':['radius']}");
  }

  @Test
  void jacksonsOwnTypeInformationIsHonoured() {
    assertInput(
        Family.Vehicle.class,
        """
        {'type':'object','anyOf':[
          {'type':'object','properties':{
            'wheels':{'type':'string','const':'two'},'bell':{'type':'boolean'}},
           'required':['wheels','bell']},
          {'type':'object','properties':{
            'wheels':{'type':'string','const':'four'},
            'doors':{'type':'integer','minimum':-2147483648,'maximum':2147483647}},
           'required':['wheels','doors']}]}""");
  }

  @Title("Titled")
  record Words(
      @Title("T") @Description("ours") @JsonPropertyDescription("theirs") String both,
      @JsonPropertyDescription("Jackson's") String theirs,
      Described described,
      @Description("of the component") Described overridden) {}

  @JsonClassDescription("of the class")
  record Described(int size) {}

  @Test
  void titlesAndDescriptionsOfBothLibrariesAreTaken() {
    JsonNode schema = GENERATOR.inputSchema(Words.class);

    assertThat(schema.get("title").stringValue()).isEqualTo("Titled");
    assertThat(schema.at("/properties/both"))
        .isEqualTo(Json.of("{'type':'string','title':'T','description':'ours'}"));
    assertThat(schema.at("/properties/theirs/description").stringValue()).isEqualTo("Jackson's");
    assertThat(schema.at("/$defs/Described/description").stringValue()).isEqualTo("of the class");
    assertThat(schema.at("/properties/overridden"))
        .isEqualTo(Json.of("{'$ref':'#/$defs/Described','description':'of the component'}"));
  }

  @Test
  void constraintsAreKeywords() {
    assertThat(GENERATOR.inputSchema(Family.Bounded.class).get("properties"))
        .isEqualTo(
            Json.of(
                """
                {'count':{'type':'integer','minimum':1,'maximum':50},
                 'share':{'type':'number','minimum':-0.5},
                 'most':{'type':['integer','null'],'minimum':-2147483648,'maximum':10},
                 'text':{'type':'string','minLength':1,'maxLength':5},
                 'list':{'type':'array','items':{'type':'string'},'maxItems':2},
                 'map':{'type':'object','additionalProperties':{
                   'type':'integer','minimum':-2147483648,'maximum':2147483647},'minProperties':1},
                 'letters':{'type':'string','pattern':'^[a-c]*$'},
                 'mail':{'type':'string','format':'email'}}"""));
  }

  record Query(
      @McpHeader("Region") Optional<String> region,
      @McpHeader("Count") long count,
      @McpHeader("Sort") Sort sort,
      Sort second,
      Place place) {}

  record Place(@McpHeader("Zone") @Nullable String zone) {}

  @Test
  void mirroredComponentsAreSinglePrimitivesInTheSafeRange() {
    JsonNode schema = GENERATOR.inputSchema(Query.class);

    assertThat(schema.at("/properties/region"))
        .isEqualTo(Json.of("{'type':'string','x-mcp-header':'Region'}"));
    assertThat(schema.at("/properties/count"))
        .isEqualTo(
            Json.of(
                """
                {'type':'integer','minimum':-9007199254740991,'maximum':9007199254740991,
                 'x-mcp-header':'Count'}"""));
    assertThat(schema.at("/properties/sort/x-mcp-header").stringValue()).isEqualTo("Sort");
    assertThat(HeaderParameters.of(schema))
        .extracting(HeaderParameter::headerName)
        .containsExactly("Mcp-Param-Region", "Mcp-Param-Count", "Mcp-Param-Sort", "Mcp-Param-Zone");
    assertThat(HeaderParameters.of(GENERATOR.outputSchema(Query.class))).isEmpty();
  }

  @JsonPropertyOrder({"z", "a"})
  record Ordered(int a, int m, int z) {}

  @Test
  void orderIsJacksons() {
    assertThat(GENERATOR.inputSchema(Ordered.class).get("properties").propertyNames())
        .containsExactly("z", "a", "m");
    assertThat(GENERATOR.outputSchema(Ordered.class).get("properties").propertyNames())
        .containsExactly("z", "a", "m");
  }

  @Test
  void namesAreThoseOfTheApplicationsMapper() {
    JsonMapper snake =
        JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    assertThat(
            SchemaGenerator.of(UserTypes.of(snake))
                .inputSchema(Family.Times.class)
                .get("properties")
                .propertyNames())
        .contains("offset_time", "year_month");
  }

  @Test
  void whatAMapperLeavesOutIsNotRequiredOfAnOutput() {
    JsonMapper sparse =
        JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                i -> i.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    assertThat(
            SchemaGenerator.of(UserTypes.of(sparse))
                .outputSchema(Family.Leaf.class)
                .has("required"))
        .isFalse();
  }

  record Money(long cents) {}

  record Price(Money money, @Nullable Money before) {}

  @Test
  void schemaOfAClassCanComeFromTheCaller() {
    SchemaGenerator own =
        GENERATOR.describing(Money.class, Json.object("{'type':'string','pattern':'EUR$'}"));

    assertThat(own.inputSchema(Price.class).get("properties"))
        .isEqualTo(
            Json.of(
                """
                {'money':{'type':'string','pattern':'EUR$'},
                 'before':{'type':['string','null'],'pattern':'EUR$'}}"""));
    assertThat(GENERATOR.inputSchema(Price.class).at("/$defs/Money/type").stringValue())
        .isEqualTo("object");
  }

  @Test
  void rootMayBeAnyType() {
    Type list = Family.generic(List.class, Instant.class);

    assertOutput(list, "{'type':'array','items':{'type':'string','format':'date-time'}}");
    assertOutput(Object.class, "{}");
    assertOutput(boolean.class, "{'type':'boolean'}");
    assertOutput(Sort.class, "{'type':'string','enum':['NEWEST','by-size']}");
  }

  @Test
  void schemaIsTheSameEveryTime() {
    for (Type type : Family.TYPES) {
      assertThat(GENERATOR.inputSchema(type).toString())
          .isEqualTo(SchemaGenerator.of(UserTypes.standard()).inputSchema(type).toString());
    }
  }

  record Keyed(Map<Sort, Integer> bySort, Map<String, Object> open) {}

  @Test
  void mapsAreObjectsOfTheirValues() {
    assertThat(GENERATOR.outputSchema(Keyed.class).get("properties"))
        .isEqualTo(
            Json.of(
                """
                {'bySort':{'type':'object','propertyNames':{'enum':['NEWEST','by-size']},
                   'additionalProperties':{
                     'type':'integer','minimum':-2147483648,'maximum':2147483647}},
                 'open':{'type':'object'}}"""));
  }

  private static void assertInput(Type type, String schema) {
    assertThat(GENERATOR.inputSchema(type).toString()).isEqualTo(Json.of(schema).toString());
  }

  private static void assertOutput(Type type, String schema) {
    assertThat(GENERATOR.outputSchema(type).toString()).isEqualTo(Json.of(schema).toString());
  }
}
