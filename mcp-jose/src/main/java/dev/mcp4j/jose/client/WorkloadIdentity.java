/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import dev.mcp4j.api.Experimental;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.Grant;
import dev.mcp4j.client.auth.GrantContext;
import dev.mcp4j.client.auth.TokenRequest;
import java.io.IOException;
import java.util.Objects;

/**
 * The grant of a program that runs on a platform the authorization server trusts: the token of the
 * platform is all that is needed, and no secret has to be kept. Safe for use by several threads.
 *
 * <pre>{@code
 * OAuthAuthorizer authorizer = OAuthAuthorizer.builder(server)
 *     .client(RegisteredClient.anonymous())
 *     .grant(WorkloadIdentity.of(WorkloadTokenSource.file(Path.of("/var/run/secrets/tokens/mcp"))))
 *     .build();
 * }</pre>
 */
@Experimental("SEP-1933")
public final class WorkloadIdentity implements Grant {
  private final WorkloadTokenSource source;
  private final AssertionAudience audience;

  private WorkloadIdentity(WorkloadTokenSource source, AssertionAudience audience) {
    this.source = Objects.requireNonNull(source, "source");
    this.audience = Objects.requireNonNull(audience, "audience");
  }

  /**
   * Makes the grant, with tokens meant for the issuer of the authorization server.
   *
   * @param source where tokens of the platform come from
   * @return the grant
   */
  public static WorkloadIdentity of(WorkloadTokenSource source) {
    return of(source, AssertionAudience.ISSUER);
  }

  /**
   * Makes the grant.
   *
   * @param source where tokens of the platform come from
   * @param audience whom the tokens are asked to be meant for
   * @return the grant
   */
  public static WorkloadIdentity of(WorkloadTokenSource source, AssertionAudience audience) {
    return new WorkloadIdentity(source, audience);
  }

  @Override
  public TokenRequest.Builder tokenRequest(GrantContext context) {
    String token;
    try {
      token = source.get(audience.of(context.server()));
    } catch (IOException e) {
      throw new AuthorizationException("the token of the platform cannot be read", null, e);
    }
    if (token.isEmpty()) {
      throw new AuthorizationException("the token of the platform is empty");
    }
    return JwtBearer.request(token);
  }
}
