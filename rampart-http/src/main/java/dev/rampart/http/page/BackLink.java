package dev.rampart.http.page;

/** A way back to the application that sent the person here. */
public record BackLink(String application, SafeUrl url) {}
