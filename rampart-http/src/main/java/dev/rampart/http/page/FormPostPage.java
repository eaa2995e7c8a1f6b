package dev.rampart.http.page;

import java.util.List;

/** Carries the answer to the application by a form that sends itself (OAuth 2.0 Form Post Response Mode §2). */
public record FormPostPage(Frame frame, SafeUrl action, List<Field> fields) implements View {

    public FormPostPage {
        fields = List.copyOf(fields);
    }

    /** One parameter of the answer. */
    public record Field(String name, String value) {

        /** The value is left out: it may be a code. */
        @Override
        public String toString() {
            return "Field[name=%s]".formatted(name);
        }
    }
}
