package dev.rampart.domain.resource;

import dev.rampart.domain.scope.Scope;

/** A scope that a resource server has, and what it means to people. */
public record OfferedScope(Scope scope, String description) {}
