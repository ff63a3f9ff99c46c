/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.AuthorizationServerMetadata;
import dev.mcp4j.client.auth.ClientAuthentication;
import dev.mcp4j.client.auth.Grant;
import dev.mcp4j.client.auth.GrantContext;
import dev.mcp4j.client.auth.TokenRequest;
import dev.mcp4j.client.auth.TokenResponse;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The grant of a user who signed in at the identity provider of their organization. The provider
 * turns the sign-in into an assertion for the MCP server's authorization server, which issues the
 * token; nobody is sent there with a browser. Safe for use by several threads.
 *
 * <p>The client is registered at both: at the provider as said here, and at the authorization
 * server as the authorizer is told.
 *
 * <p>Extension {@code io.modelcontextprotocol/enterprise-managed-authorization}.
 */
public final class EnterpriseManaged implements Grant {
  /** The identifier of the extension, which the client declares. */
  public static final String EXTENSION = "io.modelcontextprotocol/enterprise-managed-authorization";

  private static final String OAUTH = "urn:ietf:params:oauth:";
  private static final String TOKEN_EXCHANGE = OAUTH + "grant-type:token-exchange";
  private static final String ID_JAG = OAUTH + "token-type:id-jag";
  private static final String PROFILE = OAUTH + "grant-profile:id-jag";

  private final AuthorizationServerMetadata provider;
  private final String clientId;
  private final ClientAuthentication authentication;
  private final Supplier<String> signIn;
  private final SubjectToken type;

  private EnterpriseManaged(Builder builder) {
    this.provider = builder.provider;
    this.clientId = builder.clientId;
    this.authentication = builder.authentication;
    this.signIn = builder.signIn;
    this.type = builder.type;
  }

  /** What a sign-in left behind. */
  public enum SubjectToken {
    /** An ID token of OpenID Connect. */
    ID_TOKEN("id_token"),
    /** A refresh token of the provider, for which a SAML assertion was traded before. */
    REFRESH_TOKEN("refresh_token");

    private final String name;

    SubjectToken(String name) {
      this.name = name;
    }
  }

  /**
   * Starts the grant.
   *
   * @param issuer the issuer identifier of the identity provider
   * @param tokenEndpoint its token endpoint
   * @param signIn returns what the sign-in of the user left behind; asked whenever a token is
   *     needed, and may block
   * @return the builder
   */
  public static Builder builder(String issuer, URI tokenEndpoint, Supplier<String> signIn) {
    return new Builder(issuer, tokenEndpoint, signIn);
  }

  @Override
  public TokenRequest.Builder tokenRequest(GrantContext context) throws InterruptedException {
    List<String> profiles = context.server().strings("authorization_grant_profiles_supported");
    if (profiles != null && !profiles.contains(PROFILE)) {
      throw new AuthorizationException(
          "%s does not take assertions of identity providers, only %s"
              .formatted(context.server().issuer(), profiles));
    }
    TokenRequest.Builder exchange =
        TokenRequest.builder(TOKEN_EXCHANGE)
            .parameter("requested_token_type", ID_JAG)
            .parameter("subject_token", signIn.get())
            .parameter("subject_token_type", OAUTH + "token-type:" + type.name)
            .parameter("audience", context.server().issuer())
            .parameter("resource", context.resource());
    if (!context.scopes().isEmpty()) {
      exchange.parameter("scope", String.join(" ", context.scopes()));
    }
    authentication.authenticate(exchange, clientId, provider);
    TokenResponse response = context.tokens().send(provider.tokenEndpoint(), exchange.build());
    requireAssertion(response);
    return JwtBearer.request(response.accessToken());
  }

  @Override
  public String extension() {
    return EXTENSION;
  }

  private void requireAssertion(TokenResponse response) {
    JsonNode issued = response.members().get("issued_token_type");
    boolean assertion = issued != null && issued.isString() && issued.stringValue().equals(ID_JAG);
    if (!assertion || !response.tokenType().equalsIgnoreCase("N_A")) {
      throw new AuthorizationException(
          "expected an assertion from %s, but it issued something else"
              .formatted(provider.issuer()));
    }
  }

  /** Builds the grant. Not safe for use by several threads. */
  public static final class Builder {
    private final AuthorizationServerMetadata provider;
    private final Supplier<String> signIn;
    private String clientId = "";
    private ClientAuthentication authentication = ClientAuthentication.none();
    private SubjectToken type = SubjectToken.ID_TOKEN;

    private Builder(String issuer, URI tokenEndpoint, Supplier<String> signIn) {
      this.provider =
          new AuthorizationServerMetadata(
              issuer,
              new JsonObject(
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("issuer", issuer)
                      .put("token_endpoint", tokenEndpoint.toString())));
      this.signIn = Objects.requireNonNull(signIn, "signIn");
    }

    /**
     * Sets who the client is at the identity provider.
     *
     * @param clientId its id there
     * @param authentication how it proves that
     * @return this builder
     */
    public Builder client(String clientId, ClientAuthentication authentication) {
      this.clientId = Objects.requireNonNull(clientId, "clientId");
      this.authentication = Objects.requireNonNull(authentication, "authentication");
      return this;
    }

    /**
     * Sets what a sign-in leaves behind.
     *
     * @param type an ID token unless set
     * @return this builder
     */
    public Builder subjectToken(SubjectToken type) {
      this.type = Objects.requireNonNull(type, "type");
      return this;
    }

    /**
     * Makes the grant.
     *
     * @return the grant
     * @throws IllegalStateException if it is not said who the client is
     */
    public EnterpriseManaged build() {
      if (clientId.isEmpty()) {
        throw new IllegalStateException("name the client the identity provider knows");
      }
      return new EnterpriseManaged(this);
    }
  }
}
