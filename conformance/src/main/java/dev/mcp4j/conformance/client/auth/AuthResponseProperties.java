/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What comes back from an authorization is looked at before it is used. */
@Needs(
    value = Feature.HTTP,
    abilities = {"authorization", "tools"})
class AuthResponseProperties extends AuthGenerators {
  private static final String ADVERTISED = "authorization_response_iss_parameter_supported";

  private static final List<Visit.Kind> NO_TOKEN = List.of(Visit.Kind.TOKEN);

  /** What a server can do to the state. */
  enum Spoiled {
    LEFT_OUT {
      @Override
      void spoil(Map<String, String> parameters) {
        parameters.remove("state");
      }
    },
    EMPTY {
      @Override
      void spoil(Map<String, String> parameters) {
        parameters.put("state", "");
      }
    },
    OTHER {
      @Override
      void spoil(Map<String, String> parameters) {
        parameters.put("state", "another");
      }
    },
    LONGER {
      @Override
      void spoil(Map<String, String> parameters) {
        parameters.merge("state", "x", String::concat);
      }
    },
    SHORTER {
      @Override
      void spoil(Map<String, String> parameters) {
        parameters.computeIfPresent("state", (key, state) -> state.substring(1));
      }
    };

    abstract void spoil(Map<String, String> parameters);
  }

  @Property
  @Checks({
    "auth.response.iss-compared",
    "auth.response.iss-not-normalized",
    "auth.response.issuer-recorded"
  })
  void codeOfAnotherIssuerIsSentNowhere(
      @ForAll("plans") Plan plan,
      @ForAll WrongIssuer wrong,
      @ForAll boolean advertised,
      Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    advertise(stage, advertised);
    stage.login().response(parameters -> parameters.put("iss", wrong.of(stage.login().issuer())));
    Done done = stage.connect().call("echo").await();
    String how =
        wrong.isSpelling() ? "auth.response.iss-not-normalized" : "auth.response.iss-compared";
    stage.stops(done, NO_TOKEN, how, "auth.response.issuer-recorded");
  }

  @Property
  @Checks("auth.response.iss-required")
  void codeWithoutTheIssuerThatWasPromisedIsSentNowhere(@ForAll("plans") Plan plan, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    stage.login().response(parameters -> parameters.remove("iss"));
    Done done = stage.connect().call("echo").await();
    stage.stops(done, NO_TOKEN, "auth.response.iss-required");
  }

  @Property
  @Checks("auth.response.iss-optional")
  void codeWithoutAnIssuerThatWasNotPromisedIsGood(
      @ForAll("plans") Plan plan, @ForAll boolean saidFalse, @ForAll boolean there, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    advertise(stage, false);
    if (saidFalse) {
      stage.login().metadata(members -> members.put(ADVERTISED, false));
    }
    if (!there) {
      stage.login().response(parameters -> parameters.remove("iss"));
    }
    stage.passes(stage.connect().call("echo").await(), "auth.response.iss-optional");
  }

  @Property
  @Checks("auth.response.error-not-shown")
  void errorOfAnotherIssuerIsNotShown(
      @ForAll("plans") Plan plan,
      @ForAll WrongIssuer wrong,
      @ForAll("marks") String mark,
      Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    stage
        .login()
        .response(
            parameters -> {
              parameters.remove("code");
              parameters.put("iss", wrong.of(stage.login().issuer()));
              parameters.put("error", "error_" + mark);
              parameters.put("error_description", "Call " + mark + " now");
              parameters.put("error_uri", "https://" + mark + ".example/");
            });
    Done done = stage.connect().call("echo").await();
    stage.stops(done, NO_TOKEN, "auth.response.error-not-shown");
    stage.demand(
        !done.brief().contains(mark),
        "nothing of what the response says",
        done.brief(),
        "auth.response.error-not-shown");
  }

  @Property
  @Checks("auth.state.mismatch-discarded")
  void codeWithAnotherStateIsSentNowhere(
      @ForAll("plans") Plan plan, @ForAll Spoiled spoiled, Trial trial) {
    AuthStage stage = AuthStage.open(trial, plan);
    stage.login().response(spoiled::spoil);
    Done done = stage.connect().call("echo").await();
    stage.stops(done, NO_TOKEN, "auth.state.mismatch-discarded");
  }

  private static void advertise(AuthStage stage, boolean advertised) {
    stage
        .login()
        .metadata(
            members -> {
              members.remove(ADVERTISED);
              if (advertised) {
                members.put(ADVERTISED, true);
              }
            });
  }
}
