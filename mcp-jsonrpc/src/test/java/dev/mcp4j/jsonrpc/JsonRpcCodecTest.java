/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.EmptyResult;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.jsonrpc.Inbound.Batch;
import dev.mcp4j.jsonrpc.Inbound.Single;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.JsonSyntaxException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Messages as values and as bytes. */
class JsonRpcCodecTest {
  private static final JsonRpcCodec CODEC = JsonRpcCodec.create(JsonLimits.DEFAULT);
  private static final RequestId SEVEN = RequestId.of(7);

  /** The types of the core, and results without members. */
  private static final PayloadTypes TYPES =
      new PayloadTypes() {
        @Override
        public Class<? extends RequestParams> requestParams(String method) {
          return CORE.requestParams(method);
        }

        @Override
        public Class<? extends Result> result(RequestId id) {
          return EmptyResult.class;
        }
      };

  @Test
  void membersTellTheKindOfAMessage() {
    assertThat(message("{'jsonrpc':'2.0','id':7,'method':'m'}", PayloadTypes.NONE))
        .isEqualTo(new JsonRpcRequest(SEVEN, "m", Payload.NONE));
    assertThat(message("{'jsonrpc':'2.0','method':'m'}", PayloadTypes.NONE))
        .isEqualTo(new JsonRpcNotification("m", Payload.NONE));
    assertThat(message("{'jsonrpc':'2.0','id':7,'result':{}}", PayloadTypes.NONE))
        .isEqualTo(new JsonRpcResult(SEVEN, raw("{}")));
    assertThat(
            message(
                "{'jsonrpc':'2.0','id':7,'error':{'code':-1,'message':'no'}}", PayloadTypes.NONE))
        .isEqualTo(new JsonRpcFailure(SEVEN, JsonRpcError.of(-1, "no")));
  }

  @Test
  void failureNeedsNoId() {
    JsonRpcFailure failure = new JsonRpcFailure(null, JsonRpcError.of(-32700, "no"));

    assertThat(encoded(failure))
        .isEqualTo("{'jsonrpc':'2.0','error':{'code':-32700,'message':'no'}}");
    assertThat(message(encoded(failure), TYPES)).isEqualTo(failure);
    assertThat(message("{'jsonrpc':'2.0','id':null,'error':{'code':-32700,'message':'no'}}", TYPES))
        .isEqualTo(failure);
  }

  @Test
  void membersThatAreNullCountAsAbsent() {
    assertThat(
            message(
                "{'jsonrpc':'2.0','id':7,'method':'m','params':null,'result':null,'error':null}",
                TYPES))
        .isEqualTo(new JsonRpcRequest(SEVEN, "m", Payload.NONE));
    assertThat(
            message(
                "{'jsonrpc':'2.0','id':7,'method':null,'result':{},'error':null}"
                    .replace("'method':null,", ""),
                TYPES))
        .isEqualTo(new JsonRpcResult(SEVEN, Payload.of(done())));
  }

  @Test
  void unknownMembersOfAMessageAreIgnored() {
    assertThat(
            message("{'x':{'id':1},'jsonrpc':'2.0','id':7,'y':[[]],'method':'m','z':1e3}", TYPES))
        .isEqualTo(new JsonRpcRequest(SEVEN, "m", Payload.NONE));
  }

  @Test
  void payloadOfAKnownMethodIsAValueWhereverItStands() {
    JsonRpcRequest expected =
        new JsonRpcRequest(
            SEVEN, "tools/list", Payload.of(new PaginatedRequestParams("next", RequestMeta.EMPTY)));

    assertThat(
            message(
                "{'jsonrpc':'2.0','id':7,'method':'tools/list','params':{'cursor':'next'}}", TYPES))
        .isEqualTo(expected);
    assertThat(
            message(
                "{'params':{'cursor':'next'},'method':'tools/list','id':7,'jsonrpc':'2.0'}", TYPES))
        .isEqualTo(expected);
  }

  @Test
  void resultIsAReplyWhereverItStands() {
    JsonRpcResult expected = new JsonRpcResult(SEVEN, Payload.of(done()));

    assertThat(message("{'jsonrpc':'2.0','id':7,'result':{'resultType':'complete'}}", TYPES))
        .isEqualTo(expected);
    assertThat(message("{'result':{},'id':7,'jsonrpc':'2.0'}", TYPES)).isEqualTo(expected);
  }

  @Test
  void payloadNobodyReadsIsTheBytesAsTheyCame() {
    String params = "{ 'b' : 1.50 ,\t'a':[1e400, 'é\\u00e9', 12345678901234567890123] }";

    assertThat(message("{'jsonrpc':'2.0','method':'x/y','params':" + params + "}", TYPES))
        .isEqualTo(new JsonRpcNotification("x/y", raw(params)));
    assertThat(message("{'params':" + params + ",'jsonrpc':'2.0','method':'x/y'}", TYPES))
        .isEqualTo(new JsonRpcNotification("x/y", raw(params)));
    assertThat(message("{'jsonrpc':'2.0','id':7,'result':" + params + "}", PayloadTypes.CORE))
        .isEqualTo(new JsonRpcResult(SEVEN, raw(params)));
  }

  @Test
  void forwardedPayloadIsUnchangedExceptForLineBreaks() {
    String params = "{ 'b' : 1.50 ,\t'a':[1e400, -0.0, 'é\\u00e9', 12345678901234567890123] }";
    String message = "{'jsonrpc':'2.0','method':'x/y','params':%s}";

    assertThat(encoded(message(message.formatted(params), TYPES)))
        .isEqualTo(message.formatted(params));
    assertThat(encoded(message(message.formatted("{\r\n'a'\r:\n'\\n'}"), TYPES)))
        .isEqualTo(message.formatted("{'a':'\\n'}"));
  }

  @Test
  void numbersNobodyInterpretsStayExact() {
    String params = "{'name':'t','arguments':{'a':[1.50,1E400,12345678901234567890123,-0.0,1e-7]}}";
    String message = "{'jsonrpc':'2.0','id':7,'method':'tools/call','params':%s}";

    String forwarded = encoded(message(message.formatted(params), TYPES));

    assertThat(forwarded)
        .isEqualTo(message.formatted(params.replace("1E400", "1E+400").replace("1e-7", "1E-7")));
  }

  @Test
  void bytesCanBeUsedAgainAfterDecoding() {
    byte[] bytes = json("{'jsonrpc':'2.0','method':'x/y','params':{'a':1}}");
    Inbound inbound = CODEC.decode(bytes, 0, bytes.length, TYPES);
    Arrays.fill(bytes, (byte) '#');

    assertThat(inbound).isEqualTo(new Single(new JsonRpcNotification("x/y", raw("{'a':1}"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "0",
        "-1",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "123456789012345678901234567890",
        "'7'",
        "''",
        "'7.0'",
        "'ä\\u0000\uD83D\uDE00'"
      })
  void idKeepsItsTypeAndItsExactValue(String id) {
    String request = "{'jsonrpc':'2.0','id':" + id + ",'method':'m'}";

    JsonRpcRequest read = (JsonRpcRequest) message(request, TYPES);

    assertThat(read.id().isString()).isEqualTo(id.startsWith("'"));
    assertThat(encoded(read)).isEqualTo(request);
  }

  @Test
  void idsOfDifferentTypesAreDifferent() {
    assertThat(((JsonRpcRequest) message("{'jsonrpc':'2.0','id':'7','method':'m'}", TYPES)).id())
        .isEqualTo(RequestId.of("7"))
        .isNotEqualTo(SEVEN);
    assertThat(
            ((JsonRpcRequest)
                    message("{'jsonrpc':'2.0','id':9223372036854775808,'method':'m'}", TYPES))
                .id())
        .isEqualTo(RequestId.of(BigInteger.TWO.pow(63)));
  }

  @Test
  void batchIsItsMessagesInOrder() {
    byte[] bytes =
        json(
            "[{'jsonrpc':'2.0','id':1,'method':'m'},{'jsonrpc':'2.0','method':'x','params':{}},"
                + "{'jsonrpc':'2.0','id':'1','result':{'a':1}}]");

    assertThat(CODEC.decode(bytes, 0, bytes.length, PayloadTypes.NONE))
        .isEqualTo(
            new Batch(
                List.of(
                    new Single(new JsonRpcRequest(RequestId.of(1), "m", Payload.NONE)),
                    new Single(new JsonRpcNotification("x", raw("{}"))),
                    new Single(new JsonRpcResult(RequestId.of("1"), raw("{'a':1}"))))));
  }

  @Test
  void absentParametersAreReadAsAnEmptyObject() {
    assertThat(CODEC.readParams(Payload.NONE, PaginatedRequestParams.class))
        .isEqualTo(new PaginatedRequestParams(null, RequestMeta.EMPTY));
    assertThatThrownBy(
            () -> CODEC.readNotification(Payload.NONE, CancelledNotificationParams.class))
        .isInstanceOf(JsonShapeException.class)
        .hasMessage("/params/requestId: expected a value but found nothing");
  }

  @Test
  void rawPayloadIsReadLater() {
    assertThat(CODEC.readParams(raw("{'cursor':'next'}"), PaginatedRequestParams.class))
        .isEqualTo(new PaginatedRequestParams("next", RequestMeta.EMPTY));
    assertThat(CODEC.readNotification(raw("{'requestId':7}"), CancelledNotificationParams.class))
        .isEqualTo(new CancelledNotificationParams(SEVEN, null, NotificationMeta.EMPTY));
    assertThat(CODEC.readReply(raw("{'resultType':'complete'}"), EmptyResult.class))
        .isEqualTo(done());
  }

  @Test
  void typedPayloadIsHandedOutOrReadAsTheOtherType() {
    PaginatedRequestParams params = new PaginatedRequestParams("next", RequestMeta.EMPTY);

    assertThat(CODEC.readParams(Payload.of(params), PaginatedRequestParams.class)).isSameAs(params);
    assertThat(CODEC.readParams(Payload.of(params), EmptyRequestParams.class))
        .isEqualTo(new EmptyRequestParams(RequestMeta.EMPTY));
    assertThat(CODEC.readReply(Payload.of(done()), EmptyResult.class)).isEqualTo(done());
    assertThat(CODEC.readReply(Payload.of(JsonObject.EMPTY), EmptyResult.class)).isEqualTo(done());
  }

  @Test
  void latePayloadThatDoesNotFitIsReportedWithItsPath() {
    assertThatThrownBy(() -> CODEC.readParams(raw("{'cursor':1}"), PaginatedRequestParams.class))
        .isInstanceOf(JsonShapeException.class)
        .hasMessage("/params/cursor: expected a string but found 1");
    assertThatThrownBy(() -> CODEC.readReply(raw("{'resultType':1}"), EmptyResult.class))
        .isInstanceOf(JsonShapeException.class)
        .hasMessage("/result/resultType: expected a string but found 1");
    assertThatThrownBy(() -> CODEC.readReply(raw("{"), EmptyResult.class))
        .isInstanceOf(JsonSyntaxException.class)
        .hasMessage("the JSON ends too early at byte 1");
  }

  @Test
  void valueThatIsNotOfTheProtocolIsNotWritten() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CODEC.encode(new JsonRpcNotification("m", Payload.of("text".chars()))))
        .withMessageStartingWith("not a type of the protocol: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonRpcResult(SEVEN, Payload.NONE))
        .withMessage("a result response without a result");
  }

  @Test
  void encodedMessageIsOneLine() {
    JsonObject params =
        JsonObject.EMPTY.with("a", JsonNodeFactory.instance.stringNode("\r\n\u2028"));

    String encoded = encoded(new JsonRpcNotification("m\n", Payload.of(params)));

    assertThat(encoded)
        .isEqualTo("{'jsonrpc':'2.0','method':'m\\n','params':{'a':'\\r\\n\u2028'}}");
  }

  @Test
  void partOutsideTheArrayIsRefused() {
    assertThatThrownBy(() -> CODEC.decode(new byte[4], 2, 3, TYPES))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static Reply<EmptyResult> done() {
    return new Reply.Complete<>(new EmptyResult(ResultMeta.EMPTY));
  }

  private static Payload raw(String json) {
    byte[] bytes = json(json);
    return new Payload.Raw(bytes, 0, bytes.length);
  }

  private static JsonRpcMessage message(String json, PayloadTypes types) {
    byte[] bytes = json(json);
    Inbound inbound = CODEC.decode(bytes, 0, bytes.length, types);
    assertThat(inbound).isInstanceOf(Single.class);
    return ((Single) inbound).message();
  }

  private static String encoded(JsonRpcMessage message) {
    return new String(CODEC.encode(message), UTF_8).replace('"', '\'');
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(UTF_8);
  }
}
