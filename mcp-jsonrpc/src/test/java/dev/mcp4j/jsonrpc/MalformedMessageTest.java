/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.jsonrpc.Inbound.Defect;
import dev.mcp4j.jsonrpc.Inbound.Malformed;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no message is a value with a code and a reason that says where. */
class MalformedMessageTest {
  private static final JsonRpcCodec CODEC = JsonRpcCodec.create(JsonLimits.DEFAULT);

  @Test
  void longIdIsNotTaken() {
    String longest = "x".repeat(JsonLimits.MAX_ID_LENGTH);
    Inbound taken = decode("{'jsonrpc':'2.0','id':'" + longest + "','method':'m'}");
    Malformed refused = malformed("{'jsonrpc':'2.0','id':'" + longest + "x','method':'m'}");

    assertThat(taken).isInstanceOf(Inbound.Single.class);
    assertThat(refused.id()).isNull();
    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST).isEqualTo(-32600);
    assertThat(refused.reason())
        .isEqualTo("/id: expected a string of at most 256 characters but found one of 257");
  }

  @Test
  void longProgressTokenIsNotTaken() {
    String longest = "x".repeat(JsonLimits.MAX_ID_LENGTH);
    String message =
        "{'jsonrpc':'2.0','method':'notifications/progress','params':"
            + "{'progress':1,'progressToken':'%s'}}";

    assertThat(decode(message.formatted(longest))).isInstanceOf(Inbound.Single.class);
    assertThat(malformed(message.formatted(longest + "x")).reason())
        .isEqualTo(
            "/params/progressToken: expected a string of at most 256 characters but found one of"
                + " 257");
  }

  @Test
  void longIdInBatchIsNotTaken() {
    String id = "x".repeat(JsonLimits.MAX_ID_LENGTH + 1);
    Inbound read = decode("[{'jsonrpc':'2.0','id':'" + id + "','method':'m'}]");

    assertThat(((Inbound.Batch) read).messages())
        .singleElement()
        .isInstanceOfSatisfying(
            Malformed.class,
            refused -> assertThat(refused.reason()).startsWith("/id: expected a string of"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|no JSON at all",
        "` `|no JSON at all",
        "nothing|not JSON at byte 0",
        "{'jsonrpc':'2.0','id':1,'method':'m'|the JSON ends too early at byte 36",
        "{'jsonrpc':'2.0','id':1,'method':'m|the JSON ends too early at byte 35",
        "{'jsonrpc':'2.0','id':1,'method':'m'}}|not JSON at byte 37",
        "{'jsonrpc':'2.0','id':1,'method':'m'} {}|a second value at byte 38",
        "{'jsonrpc':'2.0','id':1,'method':'m'}x|not JSON at byte 37",
        "{'jsonrpc':'2.0','id':01,'method':'m'}|not JSON at byte 23",
        "{'jsonrpc':'2.0','id':1,'method':'m',}|not JSON at byte 37",
        "{'jsonrpc':'2.0','id':1,/* */'method':'m'}|not JSON at byte 24",
        "{'jsonrpc':'2.0','id':1,'method':'\t'}|not JSON at byte 34",
        "{'jsonrpc':'2.0','id':NaN,'method':'m'}|not JSON at byte 25",
        "[{'jsonrpc':'2.0','id':1,'method':'m'}|the JSON ends too early at byte 38",
      })
  void whatIsNotJsonIsAParseError(String json, String reason) {
    Malformed malformed = malformed(json == null ? "" : json);

    assertThat(malformed.defect()).isEqualTo(Defect.SYNTAX);
    assertThat(malformed.code()).isEqualTo(ErrorCode.PARSE_ERROR).isEqualTo(-32700);
    assertThat(malformed.reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'jsonrpc':'2.0','id':1,'method':'m','id':2}",
        "{'jsonrpc':'2.0','id':1,'method':'m','\\u0069d':2}",
        "{'jsonrpc':'2.0','id':1,'method':'m','params':{'a':1,'a':2}}",
        "{'jsonrpc':'2.0','id':1,'method':'m','params':{'a':1,'\\u0061':2}}",
        "{'jsonrpc':'2.0','id':1,'method':'m','params':{'_meta':{'x':[{'y':1,'y':1}]}}}",
        "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'_meta':{'x':1,'\\u0078':1}}}",
        "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'unknown':{'x':1,'x':1}}}",
        "{'jsonrpc':'2.0','id':1,'result':{'a':{'':1,'':1}}}",
        "{'jsonrpc':'2.0','id':1,'unknown':{'x':1,'x':1},'method':'m'}",
        "[{'jsonrpc':'2.0','id':1,'method':'m','params':{'a':1,'a':2}}]",
        "{'a':0,'b':0,'c':0,'d':0,'e':0,'f':0,'g':0,'jsonrpc':'2.0','id':1,'method':'m','g':1}",
        "{'jsonrpc':'2.0','id':1,'result':{'a':0,'b':0,'c':0,'d':0,'e':0,'f':0,'g':0,'h':0,'a':1}}",
      })
  void memberThatOccursTwiceIsAParseErrorHoweverSpelled(String json) {
    Malformed malformed = malformed(json);

    assertThat(malformed.code()).isEqualTo(ErrorCode.PARSE_ERROR);
    assertThat(malformed.reason()).matches("a member name occurs twice at byte \\d+");
  }

  @ParameterizedTest
  @CsvSource({
    "7b22c3223a317d, 2, cut sequence in a name",
    "7b22223a22ff227d, 5, a byte that UTF-8 never has",
    "7b22223a22c080227d, 5, an overlong NUL",
    "7b22223a22eda080227d, 5, a surrogate",
    "efbbbf7b7d, 0, a byte order mark",
    "7b007d00, 1, UTF-16",
  })
  void whatIsNotUtf8IsAParseErrorAtItsByte(String hex, int index, String why) {
    Malformed malformed = malformed(HexFormat.of().parseHex(hex));

    assertThat(malformed.code()).as(why).isEqualTo(ErrorCode.PARSE_ERROR);
    assertThat(malformed.reason()).as(why).isEqualTo("not UTF-8 at byte " + index);
  }

  @Test
  void otherEncodingIsAParseErrorEvenIfItIsJson() {
    String json = "{\"jsonrpc\":\"2.0\",\"method\":\"m\"}";

    for (var encoding :
        new Charset[] {
          StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertThat(malformed(json.getBytes(encoding)).code()).isEqualTo(ErrorCode.PARSE_ERROR);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "1|-|a message is a JSON object",
        "null|-|a message is a JSON object",
        "'x'|-|a message is a JSON object",
        "{}|-|neither method nor result nor error",
        "{'jsonrpc':'2.0'}|-|neither method nor result nor error",
        "{'jsonrpc':'2.0','id':7}|7|neither method nor result nor error",
        "{'id':7,'method':'m'}|7|/jsonrpc: expected \"2.0\" but found nothing",
        "{'jsonrpc':'1.0','id':7,'method':'m'}|7|/jsonrpc: expected \"2.0\" but found another"
            + " version",
        "{'jsonrpc':2.0,'id':7,'method':'m'}|7|/jsonrpc: expected a string but found 2.0",
        "{'jsonrpc':null,'id':7,'method':'m'}|7|/jsonrpc: expected a string but found null",
        "{'jsonrpc':'2.0','id':null,'method':'m'}|-|/id: expected a string or an integer but found"
            + " null",
        "{'jsonrpc':'2.0','id':1.5,'method':'m'}|-|/id: expected a string or an integer but found"
            + " 1.5",
        "{'jsonrpc':'2.0','id':1.0,'method':'m'}|-|/id: expected a string or an integer but found"
            + " 1.0",
        "{'jsonrpc':'2.0','id':1e2,'method':'m'}|-|/id: expected a string or an integer but found"
            + " 1e2",
        "{'jsonrpc':'2.0','id':true,'method':'m'}|-|/id: expected a string or an integer but found"
            + " true",
        "{'jsonrpc':'2.0','id':{'a':[1]},'method':'m'}|-|/id: expected a string or an integer but"
            + " found an object",
        "{'jsonrpc':'2.0','id':[1],'method':'m'}|-|/id: expected a string or an integer but found"
            + " an array",
        "{'jsonrpc':'2.0','id':7,'method':1}|7|/method: expected a string but found 1",
        "{'jsonrpc':'2.0','id':7,'method':null}|7|/method: expected a string but found null",
        "{'jsonrpc':'2.0','id':7,'method':'m','result':{}}|7|a method beside a result or an error",
        "{'jsonrpc':'2.0','id':7,'method':'m','error':{'code':1,'message':''}}|7|a method beside a"
            + " result or an error",
        "[]|-|an empty batch",
      })
  void jsonThatIsNoMessageIsAnInvalidRequest(String json, String id, String reason) {
    Malformed malformed = malformed(json);

    assertThat(malformed.defect()).isEqualTo(Defect.ENVELOPE);
    assertThat(malformed.code()).isEqualTo(ErrorCode.INVALID_REQUEST).isEqualTo(-32600);
    assertThat(malformed.isAnswered()).isTrue();
    assertThat(malformed.id() == null ? null : malformed.id().text()).isEqualTo(id);
    assertThat(malformed.reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'m'|[1]|/params: expected an object but found an array",
        "'m'|1|/params: expected an object but found 1",
        "'tools/list'|'x'|/params: expected an object but found \"x\"",
        "'tools/list'|{'cursor':1}|/params/cursor: expected a string but found 1",
        "'tools/call'|{'arguments':{}}|/params/name: expected a value but found nothing",
        "'tools/call'|{'name':'t','arguments':[]}|/params/arguments: expected an object but found"
            + " an array",
        "'tools/list'|{'_meta':{'progressToken':1.5}}|/params/_meta/progressToken: expected a"
            + " string or an integer but found 1.5",
      })
  void wrongParametersOfARequestAreInvalidParams(String method, String params, String reason) {
    for (String order :
        new String[] {"'method':%1$s,'params':%2$s", "'params':%2$s,'method':%1$s"}) {
      Malformed malformed =
          malformed("{'jsonrpc':'2.0','id':7," + order.formatted(method, params) + "}");

      assertThat(malformed.defect()).as(order).isEqualTo(Defect.PARAMS);
      assertThat(malformed.code()).isEqualTo(ErrorCode.INVALID_PARAMS).isEqualTo(-32602);
      assertThat(malformed.isAnswered()).isTrue();
      assertThat(malformed.id()).hasToString("7");
      assertThat(malformed.reason()).isEqualTo(reason);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'jsonrpc':'2.0','method':'m','params':[]}|NOTIFICATION|/params: expected an object but"
            + " found an array",
        "{'jsonrpc':'2.0','method':'notifications/progress','params':{'progress':1}}|NOTIFICATION|/params/progressToken:"
            + " expected a value but found nothing",
        "{'jsonrpc':'2.0','id':7,'result':{},'error':{'code':1,'message':''}}|RESPONSE|both a"
            + " result and an error",
        "{'jsonrpc':'2.0','result':{}}|RESPONSE|a result without an id",
        "{'jsonrpc':'2.0','id':null,'result':{}}|RESPONSE|a result without an id",
        "{'jsonrpc':'2.0','id':1.5,'result':{}}|RESPONSE|/id: expected a string or an integer but"
            + " found 1.5",
        "{'jsonrpc':'2.0','id':7,'result':1}|RESPONSE|/result: expected an object but found 1",
        "{'jsonrpc':'2.0','id':7,'error':1}|RESPONSE|/error: expected an object but found 1",
        "{'jsonrpc':'2.0','id':7,'error':{'code':'1','message':''}}|RESPONSE|/error/code: expected"
            + " a number but found \"1\"",
        "{'jsonrpc':'2.0','id':7,'error':{'code':1}}|RESPONSE|/error/message: expected a value but"
            + " found nothing",
        "{'id':7,'result':{}}|RESPONSE|/jsonrpc: expected \"2.0\" but found nothing",
      })
  void wrongNotificationsAndResponsesAreNotAnswered(String json, Defect defect, String reason) {
    Malformed malformed = malformed(json);

    assertThat(malformed.defect()).isEqualTo(defect);
    assertThat(malformed.isAnswered()).isFalse();
    assertThat(malformed.reason()).isEqualTo(reason);
  }

  @Test
  void faultyMessagesOfABatchAreToldOneByOneWithTheirOwnPaths() {
    Inbound inbound =
        decode(
            "[1,{'jsonrpc':'2.0','id':1.5,'method':'m'},{'jsonrpc':'2.0','id':7,'method':'m'},"
                + "{'jsonrpc':'2.0','id':8,'method':'tools/list','params':{'cursor':{'a':[]}}}]");

    assertThat(inbound)
        .isEqualTo(
            new Inbound.Batch(
                List.of(
                    new Malformed(null, Defect.ENVELOPE, "a message is a JSON object"),
                    new Malformed(
                        null,
                        Defect.ENVELOPE,
                        "/id: expected a string or an integer but found 1.5"),
                    new Inbound.Single(new JsonRpcRequest(RequestId.of(7), "m", Payload.NONE)),
                    new Malformed(
                        RequestId.of(8),
                        Defect.PARAMS,
                        "/params/cursor: expected a string but found an object"))));
  }

  @Test
  void batchInABatchIsNoMessage() {
    assertThat(decode("[[]]"))
        .isEqualTo(
            new Inbound.Batch(
                List.of(new Malformed(null, Defect.ENVELOPE, "a message is a JSON object"))));
  }

  @Test
  void longMessageIsTooLargeAndNotRead() {
    JsonRpcCodec codec = JsonRpcCodec.create(new JsonLimits(30, 8, 8));
    byte[] bytes = json("{'jsonrpc':'2.0','method':'m'}");
    byte[] longer = json("{'jsonrpc':'2.0','method':'m'} ");

    assertThat(codec.decode(bytes, 0, bytes.length, PayloadTypes.CORE))
        .isInstanceOf(Inbound.Single.class);
    assertThat(codec.decode(longer, 0, longer.length, PayloadTypes.CORE))
        .isEqualTo(
            new Malformed(null, Defect.TOO_LARGE, "a message of 31 bytes, where 30 are allowed"));
    assertThat(Defect.TOO_LARGE.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void defaultLimitsAreThoseOfTheDocumentation() {
    assertThat(JsonLimits.DEFAULT).isEqualTo(new JsonLimits(4 * 1024 * 1024, 128, 1000));
  }

  @Test
  void deepJsonIsAParseErrorOneLevelBeyondTheLimit() {
    assertThat(decode(nested(126))).isInstanceOf(Inbound.Single.class);

    Malformed malformed = malformed(nested(127));

    assertThat(malformed.code()).isEqualTo(ErrorCode.PARSE_ERROR);
    assertThat(malformed.reason()).matches("objects and arrays are nested too deep at byte \\d+");
  }

  @Test
  void longNumberIsAParseErrorOneDigitBeyondTheLimit() {
    assertThat(decode(number("1".repeat(1000)))).isInstanceOf(Inbound.Single.class);

    Malformed malformed = malformed(number("1".repeat(1001)));

    assertThat(malformed.code()).isEqualTo(ErrorCode.PARSE_ERROR);
    assertThat(malformed.reason()).matches("a number is too long at byte \\d+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e100001", "1e-100001", "1e99999999999", "1234567890123e5678901234567890"})
  void numberWithAHugeExponentIsRefused(String number) {
    String call =
        "{'jsonrpc':'2.0','id':7,'method':'tools/call','params':{'name':'t','arguments':{'n':%s}}}";

    assertThat(malformed(call.formatted(number)).reason())
        .contains("expected a number with an exponent of at most 100000");
  }

  @Test
  void idBeforeASyntaxErrorIsKnownUnlessTheTextEndsInsideIt() {
    assertThat(malformed("{'jsonrpc':'2.0','id':7,'method':'m'").id()).hasToString("7");
    assertThat(malformed("{'jsonrpc':'2.0','id':7,").id()).isNull();
    assertThat(malformed("{'jsonrpc':'2.0','id':7").id()).isNull();
  }

  @Test
  void reasonsShowNothingLongOrUnprintable() {
    assertThat(
            malformed(
                    "{'jsonrpc':'2.0','id':7,'method':'tools/list','params':'"
                        + "x".repeat(99)
                        + "'}")
                .reason())
        .isEqualTo("/params: expected an object but found another string");
    assertThat(
            malformed("{'jsonrpc':'2.0','id':7,'method':'tools/list','params':'\\u001b[31m'}")
                .reason())
        .isEqualTo("/params: expected an object but found another string");
    assertThat(malformed("{'jsonrpc':'2.0','id':1" + "0".repeat(99) + ".5,'method':'m'}").reason())
        .isEqualTo("/id: expected a string or an integer but found another number");
  }

  @Test
  void pathsShowNothingLongOrUnprintable() {
    String json =
        "{'jsonrpc':'2.0','id':7,'method':'prompts/get','params':{'name':'p','arguments':{'%s':1}}}";

    assertThat(malformed(json.formatted("größe")).reason())
        .isEqualTo("/params/arguments/größe: expected a string but found 1");
    assertThat(malformed(json.formatted("a\\n\\u001b[31m\\u2028\\u202e")).reason())
        .isEqualTo("/params/arguments/a??[31m??: expected a string but found 1");
    assertThat(malformed(json.formatted("x".repeat(1000))).reason())
        .isEqualTo(
            "/params/arguments/"
                + "x".repeat(82)
                + "..."
                + "x".repeat(100)
                + ": expected a string but found 1");
  }

  private static String nested(int levels) {
    return "{'jsonrpc':'2.0','method':'m','params':{'a':"
        + "[".repeat(levels)
        + "]".repeat(levels)
        + "}}";
  }

  private static String number(String digits) {
    return "{'jsonrpc':'2.0','method':'m','params':{'n':" + digits + "}}";
  }

  private static Malformed malformed(String json) {
    return malformed(json(json));
  }

  private static Malformed malformed(byte[] bytes) {
    Inbound inbound = decode(bytes);
    assertThat(inbound).isInstanceOf(Malformed.class);
    return (Malformed) inbound;
  }

  private static Inbound decode(String json) {
    return decode(json(json));
  }

  /** Decodes from the middle of an array. */
  private static Inbound decode(byte[] bytes) {
    byte[] shifted = new byte[bytes.length + 7];
    System.arraycopy(bytes, 0, shifted, 3, bytes.length);
    return CODEC.decode(shifted, 3, bytes.length, PayloadTypes.CORE);
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }
}
