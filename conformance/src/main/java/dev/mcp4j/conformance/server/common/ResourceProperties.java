/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** Reading resources. */
@Needs(Feature.RESOURCES)
class ResourceProperties extends Generators {
  @Property
  @Checks({"resource.not-found-code", "resource.not-found-not-empty"})
  void unknownResourceIsAnError(@ForAll("unknownUris") String uri, Trial trial) {
    Reply reply = trial.send(trial.ask("resources/read").param("uri", uri));
    boolean empty =
        reply.result().path("contents").isArray() && reply.result().path("contents").isEmpty();
    trial.expect("resource.not-found-not-empty", reply).is(!empty, "no empty contents");
    int code = trial.revision() == Revision.V2026_07_28 ? -32602 : -32002;
    trial.expect("resource.not-found-code", reply).error(code);
  }

  @Provide
  Arbitrary<String> unknownUris() {
    return names().map(name -> "mcp4j-unknown:" + name.replace('_', 'x'));
  }

  @Property
  @Checks("resource.uri-validated")
  void malformedUriIsRefused(@ForAll("malformedUris") String uri, Trial trial) {
    Reply reply = trial.send(trial.ask("resources/read").param("uri", uri).spoiled());
    trial.expect("resource.uri-validated", reply).refused();
  }

  @Provide
  Arbitrary<String> malformedUris() {
    return Arbitraries.of(
        "not a uri",
        "mcp4j unknown:blank",
        ":",
        "://",
        "%zz",
        "mcp4j-unknown:%zz",
        "mcp4j-unknown:\u0000",
        "mcp4j-unknown:line\nbreak",
        "mcp4j-unknown:[",
        "http://[::1");
  }

  @Property
  @Checks("resource.no-traversal")
  void parentFoldersLeadNowhere(@ForAll("traversals") String traversal, Trial trial) {
    String base =
        trial.profile().resources().stream()
            .map(resource -> resource.path("uri").stringValue(""))
            .filter(uri -> uri.startsWith("file:"))
            .findFirst()
            .orElse("file:///");
    String uri = base.substring(0, base.lastIndexOf('/') + 1) + traversal;
    Reply reply = trial.send(trial.ask("resources/read").param("uri", uri));
    boolean leaked =
        reply
            .result()
            .path("contents")
            .valueStream()
            .anyMatch(contents -> contents.path("text").stringValue("").contains("root:"));
    trial.expect("resource.no-traversal", reply).is(!leaked, "nothing from outside");
  }

  @Provide
  Arbitrary<String> traversals() {
    return Arbitraries.integers()
        .between(1, 8)
        .flatMap(
            depth ->
                Arbitraries.of("../", "..%2f", "%2e%2e/", "..\\", "....//")
                    .map(step -> step.repeat(depth) + "etc/passwd"));
  }

  @Property
  @Checks({"schema.read-resource-result", "resource.binary-encoded", "resource.uri-form"})
  @Needs(Feature.SOME_RESOURCE)
  void listedResourceIsRead(@ForAll("indexes") int index, Trial trial) {
    List<JsonNode> resources = trial.profile().resources();
    String uri = resources.get(index % resources.size()).path("uri").stringValue("");
    Reply reply = trial.send(trial.ask("resources/read").param("uri", uri));
    boolean input = reply.result().path("resultType").stringValue("").equals("input_required");
    if (!input && reply.error().isMissingNode()) {
      trial.expect("schema.read-resource-result", reply).complete();
    }
  }

  @Provide
  Arbitrary<Integer> indexes() {
    return Arbitraries.integers().between(0, 10_000);
  }
}
