package dev.rampart.http;

import dev.rampart.domain.shared.Entropy;

/** What the HTTP house needs of the others: who is who, how a failure is worded, chance, and who counts. */
public record Surroundings(
        Tenants tenants,
        AccessCheck access,
        ErrorPages errorPages,
        AllowedOrigins origins,
        Entropy entropy,
        RequestMeter meter) {}
