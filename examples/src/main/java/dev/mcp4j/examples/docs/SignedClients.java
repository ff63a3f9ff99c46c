/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.auth.ClientAuthentication;
import dev.mcp4j.client.auth.ClientCredentials;
import dev.mcp4j.client.auth.ClientMetadata;
import dev.mcp4j.client.auth.OAuthAuthorizer;
import dev.mcp4j.client.auth.RegisteredClient;
import dev.mcp4j.jose.DpopKey;
import dev.mcp4j.jose.SigningAlgorithm;
import dev.mcp4j.jose.SigningKey;
import dev.mcp4j.jose.client.DpopProof;
import dev.mcp4j.jose.client.EnterpriseManaged;
import dev.mcp4j.jose.client.PrivateKeyJwt;
import dev.mcp4j.jose.client.WorkloadIdentity;
import dev.mcp4j.jose.client.WorkloadTokenSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Authorizers whose tokens are asked for, or used, with a signature. */
public final class SignedClients {
  static final URI SERVER = URI.create("https://notes.example.com/mcp");

  static OAuthAuthorizer agent(String pem) {
    // @start region="key"
    SigningKey key = SigningKey.ofPem(SigningAlgorithm.ES256, pem);
    OAuthAuthorizer authorizer =
        OAuthAuthorizer.builder(SERVER)
            .client(
                RegisteredClient.of(
                    "https://id.example.com", "nightly-agent", PrivateKeyJwt.of(key)))
            .grant(ClientCredentials.grant())
            .build();
    // @end region="key"
    return authorizer;
  }

  static OAuthAuthorizer bound() {
    // @start region="dpop"
    DpopProof proof = DpopProof.create();
    OAuthAuthorizer authorizer =
        OAuthAuthorizer.builder(SERVER)
            .registration(ClientMetadata.ofNative("Notes reader"))
            .proof(proof)
            .build();
    // @end region="dpop"
    // @start region="rotate"
    proof.rotate(DpopKey.generate(SigningAlgorithm.ES256));
    // @end region="rotate"
    return authorizer;
  }

  static OAuthAuthorizer employee(Supplier<String> idToken, String secret) {
    // @start region="provider"
    EnterpriseManaged signIn =
        EnterpriseManaged.builder("https://sso.corp", URI.create("https://sso.corp/token"), idToken)
            .client("notes-reader-at-sso", ClientAuthentication.secretBasic(secret))
            .build();
    OAuthAuthorizer authorizer =
        OAuthAuthorizer.builder(SERVER)
            .client(RegisteredClient.withSecret("https://id.example.com", "notes-reader", secret))
            .grant(signIn)
            .build();
    // @end region="provider"
    return authorizer;
  }

  static OAuthAuthorizer workload() {
    // @start region="workload"
    WorkloadTokenSource token =
        WorkloadTokenSource.file(Path.of("/var/run/secrets/tokens/notes-server"));
    OAuthAuthorizer authorizer =
        OAuthAuthorizer.builder(SERVER)
            .client(RegisteredClient.anonymous())
            .grant(WorkloadIdentity.of(token))
            .build();
    // @end region="workload"
    return authorizer;
  }

  public static void main(String[] args) {
    try (OAuthAuthorizer bound = bound();
        OAuthAuthorizer employee = employee(() -> "id token", "secret");
        OAuthAuthorizer workload = workload()) {
      for (OAuthAuthorizer authorizer : new OAuthAuthorizer[] {bound, employee, workload}) {
        System.out.println("signed in: " + !authorizer.partition().isEmpty());
      }
    }
  }
}
