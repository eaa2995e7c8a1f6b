package dev.rampart.http.page;

/** A static file that pages refer to. Its name changes with its content, so that it may be kept for ever. */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only sent; not copied, for it does not change.
public record Asset(String name, String contentType, byte[] bytes) {}
